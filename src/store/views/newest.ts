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

    /** The newest of each of several sections, by section. */
    async newestOfEach(ask: {
      now: string
      tongues: Tongues
      sections: readonly string[]
      limit: number
    }): Promise<Map<string, Teaser[]>> {
      const rows = await sql<(TeaserRow & { of: string })[]>`
        select n.of, ${teaserColumns(sql)}
        from unnest(${[...ask.sections]}::text[]) as n (of),
        lateral (
          select i.story from in_section i join story s on s.id = i.story
          where i.section = n.of and s.public_from <= ${ask.now} and ${inTongues(sql, ask.tongues)}
          order by i.first_published desc, i.story desc limit ${ask.limit}
        ) i, ${publicStories(sql)}
        where s.id = i.story order by s.first_published desc, s.id desc`
      const found = new Map<string, Teaser[]>(ask.sections.map((section) => [section, []]))
      for (const { of, ...row } of rows) found.get(of)?.push(toTeaser(row))
      return found
    },
  }
}

export function inTongues(sql: Sql, tongues: Tongues) {
  return 'only' in tongues
    ? sql`split_part(s.language, '-', 1) = ${tongues.only}`
    : sql`not split_part(s.language, '-', 1) = any(${[...tongues.except]})`
}
