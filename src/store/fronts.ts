import { type Arranged, type FrontName, placedIn } from '../story/front.ts'
import { instant } from '../story/moment.ts'
import { type Database, json, type Query } from './database.ts'

/** Keeps what people have decided about fronts. */
export type Fronts = {
  /** The arrangements of a front from a number downwards (the newest when none is named), newest first. */
  of(front: FrontName, limit: number, from?: number): Promise<Arranged[]>
  keep(front: FrontName, arranged: Arranged): Promise<void>
  /** Which of these stories readers can open at an instant (ISO text). */
  open(stories: readonly string[], now: string): Promise<ReadonlySet<string>>
}

export function frontsIn(sql: Query): Fronts {
  return {
    of: (front, limit, from) => rowsOf(sql, front, limit, from),
    async keep({ edition, section }, { number, arrangement, at, by, restores }) {
      const stories = placedIn(arrangement).map(({ story }) => story)
      await sql`
        insert into front (edition, section, number, content, stories, restores, at, moment, by)
        values (${edition}, ${section}, ${number}, ${json(sql, arrangement)}, ${stories}, ${restores ?? null},
          ${instant(at)}, ${json(sql, at)}, ${by})`
    },
    async open(stories, now) {
      const rows = await sql<{ id: string }[]>`
        select id from story where id = any(${[...stories]}) and public_from <= ${now}`
      return new Set(rows.map(({ id }) => id))
    },
  }
}

/** The last arrangements of a front, newest first, for those who only look. */
export function arrangementsOf({ sql }: Database, front: FrontName, limit: number): Promise<Arranged[]> {
  return rowsOf(sql, front, limit)
}

async function rowsOf(sql: Query, { edition, section }: FrontName, limit: number, from?: number): Promise<Arranged[]> {
  const rows = await sql<FrontRow[]>`
    select number, content, restores, moment, by from front
    where edition = ${edition} and section = ${section} ${from === undefined ? sql`` : sql`and number <= ${from}`}
    order by number desc limit ${limit}`
  return rows.map(({ content, moment, restores, ...row }) => ({
    ...row,
    arrangement: content,
    at: moment,
    ...(restores !== null && { restores }),
  }))
}

type FrontRow = {
  number: number
  content: Arranged['arrangement']
  restores: number | null
  moment: Arranged['at']
  by: string
}
