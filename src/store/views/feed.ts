import { type Moment } from '../../story/moment.ts'
import { type Story } from '../../story/story.ts'
import { type Tongues, inTongues } from './newest.ts'
import { publicStory } from './story.ts'
import { idsOfTopic } from './topic.ts'
import { type Sql } from '../database.ts'

/** Whose stories a feed holds: those of a section, of a topic (by all its codes), of one of our people; else the house's. */
export type FeedOf = { section?: string; codes?: readonly string[]; person?: string }

type Ask = FeedOf & { now: string; tongues: Tongues; goneSince: string; limit: number }

/** The stories of a feed: the newest that are out, and those withdrawn in the last days, whose notice a feed carries. */
export function feedView(sql: Sql) {
  return {
    async forFeed(ask: Ask): Promise<Story[]> {
      const rows = await sql<FeedRow[]>`
        select s.id, s.public_version, s.publication, s.moments, s.archived, v.content
        from (select id from (${outOf(sql, ask)}) newest union ${goneOf(sql, ask)}) chosen, story s
        join version v on v.story = s.id and v.number = coalesce(s.public_version, (s.publication ->> 'version')::int)
        where s.id = chosen.id
        order by s.first_published desc, s.id desc limit ${ask.limit}`
      return rows.map((row) =>
        publicStory({ ...row, public_version: row.public_version ?? versionOf(row.publication) }),
      )
    },
  }
}

/** The ids of the newest that are out. What came from an archive is no news. */
function outOf(sql: Sql, ask: Ask) {
  const out = sql`s.public_from <= ${ask.now} and not s.archived and ${inTongues(sql, ask.tongues)}`
  if (ask.codes) return idsOfTopic(sql, { ...ask, codes: ask.codes })
  if (ask.section)
    return sql`
      select s.id from in_section i join story s on s.id = i.story
      where i.section = ${ask.section} and not i.archived and ${out}
      order by i.first_published desc, i.story desc limit ${ask.limit}`
  if (ask.person)
    return sql`
      select s.id from credited c join story s on s.id = c.story
      where c.person = ${ask.person} and ${out}
      group by s.id, c.first_published order by c.first_published desc, s.id desc limit ${ask.limit}`
  return sql`select s.id from story s where ${out} order by s.first_published desc, s.id desc limit ${ask.limit}`
}

/** The ids of those that were withdrawn in the last days; they are few, and no list holds them any more. */
function goneOf(sql: Sql, ask: Ask) {
  const of = ask.codes
    ? sql`exists (select from jsonb_array_elements(v.content -> 'subjects') x where topic_code(x ->> 'code') = any(${[...ask.codes]}))`
    : ask.section
      ? sql`${ask.section} = any(s.sections)`
      : ask.person
        ? sql`exists (select from jsonb_array_elements(v.content -> 'credits') x, jsonb_array_elements(x -> 'people') y where y ->> 'person' = ${ask.person})`
        : sql`true`
  return sql`
    select s.id from story s join version v on v.story = s.id and v.number = (s.publication ->> 'version')::int
    where s.gone_from > ${ask.goneSince} and s.gone_from <= ${ask.now} and s.public_from is null and not s.archived
      and ${inTongues(sql, ask.tongues)} and ${of}`
}

type FeedRow = {
  id: string
  public_version: number | null
  publication: Story['publication']
  moments: { firstPublished: Moment }
  archived: boolean
  content: Story
}

function versionOf(publication: Story['publication']): number {
  return publication.is === 'never' ? 1 : publication.version
}
