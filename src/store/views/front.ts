import { type Arrangement, type FrontName } from '../../story/front.ts'
import { type Sql } from '../database.ts'
import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'

/** A front as somebody arranged it, with those of its stories that the public may see. */
export type ArrangedFront = { arrangement: Arrangement; stories: ReadonlyMap<string, Teaser> }

export function frontView(sql: Sql) {
  return {
    /** Nothing when nobody has arranged this front. */
    async arranged({ edition, section }: FrontName, now: string): Promise<ArrangedFront | undefined> {
      const rows = await sql<(TeaserRow & { content: Arrangement })[]>`
        select f.content, t.* from (
          select content, stories from front where edition = ${edition} and section = ${section}
          order by number desc limit 1
        ) f left join lateral (
          select ${teaserColumns(sql)} from ${publicStories(sql)}
          where s.id = any(f.stories) and s.public_from <= ${now}
        ) t on true`
      const [first] = rows
      if (!first) return undefined
      const stories = rows.flatMap(({ content: arrangement, ...row }) => (arrangement && row.id ? [toTeaser(row)] : []))
      return { arrangement: first.content, stories: new Map(stories.map((story) => [story.id, story])) }
    },
  }
}
