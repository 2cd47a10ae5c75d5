import { type Database } from './database.ts'
import { findLater } from './find-later.ts'
import { follow } from './follow.ts'

/**
 * Follows the journal once per agency and makes good what a bulk import left for later, also when that import was killed or
 * the agency was down meanwhile. `zone` is the house's. Live copy is findable from its own transaction on; this only looks.
 */
export function keepFindable(database: Database, zone: () => string): AsyncDisposable {
  const ended = new AbortController()
  const following = follow(
    database,
    'search',
    async ({ what, story }) => {
      if (what !== 'archived') return
      const missing = await database.sql`
        select from story where id = ${story} and public_from is not null
          and not exists (select from search where search.story = story.id)`
      if (missing.count) await findLater(database, zone())
    },
    ended.signal,
    { archived: true },
  )
  return {
    async [Symbol.asyncDispose]() {
      ended.abort()
      await following
    },
  }
}
