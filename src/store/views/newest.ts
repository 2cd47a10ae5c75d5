import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'
import { type Sql } from '../database.ts'

/** The tongues of an edition: one alone, or all but those that have editions of their own. */
export type Tongues = { only: string } | { except: readonly string[] }

/** Where the page before ended: stories that came earlier follow. */
export type After = { instant: string; id: string }

/** The newest stories, of the house or of one section, newest first. */
export function newestView(sql: Sql) {
  return {
    async newest(ask: {
      now: string
      tongues: Tongues
      section?: string
      after?: After
      limit: number
    }): Promise<Teaser[]> {
      const rows = await sql<TeaserRow[]>`
        select ${teaserColumns(sql)} from ${publicStories(sql)}
        ${ask.section ? sql`join in_section i on i.story = s.id and i.section = ${ask.section}` : sql``}
        where s.public_from <= ${ask.now} and ${inTongues(sql, ask.tongues)}
        ${ask.after ? sql`and (s.first_published, s.id) < (${ask.after.instant}::timestamptz, ${ask.after.id})` : sql``}
        order by ${ask.section ? sql`i.first_published desc, i.story desc` : sql`s.first_published desc, s.id desc`}
        limit ${ask.limit}`
      return rows.map(toTeaser)
    },

    /** The newest of a whole front and of each of its sections, newest first; a story that stands in several is read once. */
    async newestOfFront(ask: {
      now: string
      tongues: Tongues
      sections: readonly string[]
      limit: number
      each: number
    }): Promise<{ newest: Teaser[]; bySection: Map<string, Teaser[]> }> {
      const isOut = sql`s.public_from <= ${ask.now} and ${inTongues(sql, ask.tongues)}`
      const rows = await sql<(TeaserRow & { lists: string[] })[]>`
        select chosen.lists, ${teaserColumns(sql)} from (
          select id, array_agg("of") as lists from (
            (select s.id, '' as of from story s where ${isOut} order by s.first_published desc, s.id desc limit ${ask.limit})
            union all
            select i.story, n.of from unnest(${[...ask.sections]}::text[]) as n (of), lateral (
              select i.story from in_section i join story s on s.id = i.story
              where i.section = n.of and ${isOut}
              order by i.first_published desc, i.story desc limit ${ask.each}) i
          ) listed group by id
        ) chosen, ${publicStories(sql)}
        where s.id = chosen.id order by s.first_published desc, s.id desc`
      const lists = new Map<string, Teaser[]>(['', ...ask.sections].map((of) => [of, []]))
      for (const { lists: names, ...row } of rows) {
        const teaser = toTeaser(row)
        for (const name of names) lists.get(name)?.push(teaser)
      }
      const newest = lists.get('') ?? []
      lists.delete('')
      return { newest, bySection: lists }
    },
  }
}

export function inTongues(sql: Sql, tongues: Tongues) {
  return 'only' in tongues
    ? sql`split_part(s.language, '-', 1) = ${tongues.only}`
    : sql`not split_part(s.language, '-', 1) = any(${[...tongues.except]})`
}
