import { type Database } from './database.ts'
import { journalHead } from './entries.ts'
import { findLater } from './find-later.ts'
import { follow } from './follow.ts'

/**
 * Follows the journal once per agency and makes good what a bulk import left for later, also when that import was killed or
 * the agency was down meanwhile, and rows of older rules. `zone` is the house's. Live copy is findable from its own transaction
 * on; of that this looks at the first entry only.
 */
export function keepFindable(database: Database, zone: () => string): AsyncDisposable {
  const ended = new AbortController()
  let covered = 0 // every entry up to here has been made good, in one go
  const following = follow(
    database,
    'search',
    async ({ what, number }) => {
      if (number <= covered || (covered > 0 && what !== 'archived')) return
      const head = await journalHead(database)
      await findLater(database, zone())
      covered = head
    },
    ended.signal,
    // Readers come first: what is followed here is never urgent.
    { archived: true, pause: 250 },
  )
  return {
    async [Symbol.asyncDispose]() {
      ended.abort()
      await following
    },
  }
}
