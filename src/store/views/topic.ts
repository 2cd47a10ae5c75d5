import { type Sql } from '../database.ts'
import { type After, type Tongues, inTongues } from './newest.ts'
import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'

/** Stories by what they are about. A topic comes as all codes that mean it or a narrower one. */
export function topicView(sql: Sql) {
  return {
    /** The newest stories of a topic, newest first, whatever archive they came from. */
    async newestOfTopic(ask: {
      now: string
      tongues: Tongues
      codes: readonly string[]
      after?: After
      limit: number
    }): Promise<Teaser[]> {
      const rows = await sql<TeaserRow[]>`
        select ${teaserColumns(sql)} from (${idsOfTopic(sql, { ...ask, archived: true })}) n, ${publicStories(sql)}
        where s.id = n.id order by s.first_published desc, s.id desc limit ${ask.limit}`
      return rows.map(toTeaser)
    },

    /** Which of several topics have a story that is out; each with its codes. */
    async topicsInUse(
      now: string,
      tongues: Tongues,
      topics: readonly { number: string; codes: readonly string[] }[],
    ): Promise<Set<string>> {
      const numbers = topics.flatMap(({ number, codes }) => codes.map(() => number))
      const codes = topics.flatMap((topic) => topic.codes)
      const rows = await sql<{ number: string }[]>`
        select distinct number from unnest(${numbers}::text[], ${codes}::text[]) as t (number, code)
        where exists (select from in_topic i join story s on s.id = i.story
          where i.code = t.code and s.public_from <= ${now} and ${inTongues(sql, tongues)})`
      return new Set(rows.map(({ number }) => number))
    },
  }
}

/** The ids of the newest stories of a topic: the newest of each code, one of whom everybody is. */
export function idsOfTopic(
  sql: Sql,
  ask: { now: string; tongues: Tongues; codes: readonly string[]; after?: After; limit: number; archived?: boolean },
) {
  return sql`
    select distinct n.story as id from unnest(${[...ask.codes]}::text[]) as c (code), lateral (
      select i.story from in_topic i join story s on s.id = i.story
      where i.code = c.code and s.public_from <= ${ask.now} and ${inTongues(sql, ask.tongues)}
        ${ask.archived ? sql`` : sql`and not i.archived`}
        ${ask.after ? sql`and (i.first_published, i.story) < (${ask.after.instant}::timestamptz, ${ask.after.id})` : sql``}
      order by i.first_published desc, i.story desc limit ${ask.limit}
    ) n`
}
