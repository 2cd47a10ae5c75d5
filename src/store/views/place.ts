import { type DatelinePlace } from '../../story/dateline.ts'
import { type Sql } from '../database.ts'
import { type After } from './newest.ts'
import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'

/** Somebody of the house whose work readers can see, with name and title by language. */
export type Signed = {
  name: string
  slug: string
  title?: string
  names: Readonly<Record<string, string>> | null
  titles: Readonly<Record<string, string>> | null
  total: number
}

/** What was filed from a place: the newest stories, how many there are, and the place as the newest of them printed it. */
export type FiledFrom = { stories: readonly Teaser[]; total: number; printed: DatelinePlace }

export function placeView(sql: Sql) {
  return {
    /** The stories datelined at a place, under any of the slugs of its names; nothing when there are none. */
    async filedFrom(ask: {
      places: readonly string[]
      now: string
      limit: number
      after?: After
    }): Promise<FiledFrom | undefined> {
      const [rows, [about]] = await Promise.all([
        sql<TeaserRow[]>`
          select ${teaserColumns(sql)} from (
            select distinct story, first_published from in_place
            where place = any(${[...ask.places]}) and public_from <= ${ask.now}
            ${ask.after ? sql`and (first_published, story) < (${ask.after.instant}::timestamptz, ${ask.after.id})` : sql``}
            order by first_published desc, story desc limit ${ask.limit}
          ) p, ${publicStories(sql)}
          where s.id = p.story and s.public_from <= ${ask.now} order by s.first_published desc, s.id desc`,
        sql<{ printed: DatelinePlace | null; total: number }[]>`
          select count(distinct story)::int as total,
            (array_agg(printed order by first_published desc, story desc))[1] as printed
          from in_place where place = any(${[...ask.places]}) and public_from <= ${ask.now}`,
      ])
      if (!about?.printed) return undefined
      return { stories: rows.map(toTeaser), total: about.total, printed: about.printed }
    },

    /** Who has signed or edited something that is public, by name, with the newest stories first counted. */
    async signed(now: string, limit: number): Promise<Signed[]> {
      const rows = await sql<(Omit<Signed, 'title'> & { title: string | null })[]>`
        select p.name, p.slug, p.details ->> 'title' as title, p.details -> 'names' as names,
          p.details -> 'titles' as titles, count(distinct c.story)::int as total
        from person p join credited c on c.person = p.id
        where c.public_from <= ${now} and p.left_at is null
        group by p.id order by p.name, p.id limit ${limit}`
      return rows.map(({ title, ...row }) => ({ ...row, ...(title ? { title } : {}) }))
    },
  }
}
