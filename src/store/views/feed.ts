import { type Moment } from '../../story/moment.ts'
import { type Story } from '../../story/story.ts'
import { type Tongues, inTongues } from './newest.ts'
import { publicStory } from './story.ts'
import { type Sql } from '../database.ts'

/** The stories of a feed: the newest that are out, and those withdrawn in the last days, whose notice a feed carries. */
export function feedView(sql: Sql) {
  return {
    async forFeed(ask: {
      now: string
      tongues: Tongues
      section?: string
      goneSince: string
      limit: number
    }): Promise<Story[]> {
      const rows = await sql<FeedRow[]>`
        select s.id, s.public_version, s.publication, s.moments, s.archived, v.content
        from story s join version v on v.story = s.id and v.number = coalesce(s.public_version, (s.publication ->> 'version')::int)
        where not s.archived and ${inTongues(sql, ask.tongues)}
          and (s.public_from <= ${ask.now} or (s.gone_from <= ${ask.now} and s.gone_from > ${ask.goneSince}))
          ${ask.section ? sql`and ${ask.section} = any(s.sections)` : sql``}
        order by s.first_published desc, s.id desc limit ${ask.limit}`
      return rows.map((row) =>
        publicStory({ ...row, public_version: row.public_version ?? versionOf(row.publication) }),
      )
    },
  }
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
