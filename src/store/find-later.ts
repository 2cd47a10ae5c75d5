import { dayOf, instant } from '../story/moment.ts'
import { type Database, type Query } from './database.ts'
import { type StoryRow, toStory } from './rows.ts'
import { findable } from './findable.ts'
import { searchRules } from './search.ts'

/**
 * Puts the words of stories that are not where search finds them there: those of a bulk import, and all whose row was made under
 * older rules. `zone` is the house's. Answers how many. What was cut short is made good by the next import or the next start.
 */
export async function findLater({ transaction }: Database, zone: string): Promise<number> {
  for (let [done, after] = [0, '']; ;) {
    const found = await transaction((sql) => findSome(sql, zone, after))
    after = found.at(-1) ?? ''
    done += found.length
    if (!after) return done
  }
}

/** The stories are locked meanwhile: one that is killed before we are done must not come back. */
async function findSome(sql: Query, zone: string, after: string): Promise<string[]> {
  const rows = await sql<(StoryRow & { content: unknown; public_version: number; public_from: string })[]>`
    select story.*, version.content from story
    join version on version.story = story.id and version.number = story.public_version
    where story.id > ${after} and story.public_from is not null
      and not exists (select from search where search.story = story.id and search.rules = ${searchRules})
    order by story.id limit 500 for share of story`
  await findable(
    sql,
    rows.map((row) => {
      const story = toStory(row, row.content, row.public_version)
      const { firstPublished, id, archived = false } = story
      if (!firstPublished) throw new Error(`story ${id} is public and has no moment`)
      const day = dayOf(firstPublished, zone)
      const publicFrom = row.public_from
      return { story: id, draft: story, firstPublished: instant(firstPublished), publicFrom, day, archived }
    }),
  )
  return rows.map(({ id }) => id)
}
