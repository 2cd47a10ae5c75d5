import { type Moment } from '../../story/moment.ts'
import { type Direction } from '../../story/text.ts'
import { type Sql } from '../database.ts'

/** What the drawn picture of a story says of it. */
export type Drawn = {
  version: number
  headline: string
  language: string
  direction: Direction
  place?: string
  section?: string
  firstPublished: Moment
}

export function previewView(sql: Sql) {
  return {
    /** A story by its id, as far as a drawn picture shows it; nothing when the public may not see it. */
    async drawn(id: string, now: string): Promise<Drawn | undefined> {
      const [row] = await sql<Row[]>`
        select s.public_version as version, s.headline, s.language, s.direction, s.moments,
          v.content #>> '{dateline,places,0,name}' as place, s.sections[1] as section
        from story s join version v on v.story = s.id and v.number = s.public_version
        where s.id = ${id} and s.public_from <= ${now}`
      if (!row) return undefined
      const { place, section, moments, ...rest } = row
      return {
        ...rest,
        firstPublished: moments.firstPublished,
        ...(place ? { place } : {}),
        ...(section ? { section } : {}),
      }
    },
  }
}

type Row = Omit<Drawn, 'place' | 'section' | 'firstPublished'> & {
  place: string | null
  section: string | null
  moments: { firstPublished: Moment }
}
