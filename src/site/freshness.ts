import { log } from '../log.ts'
import { type Database } from '../store/database.ts'
import { kinOf } from '../store/kin.ts'
import { embargoesAfter } from '../store/releases.ts'
import { type Entry } from '../story/entry.ts'
import { type PageCache } from '../web/cache.ts'
import { storyKey } from '../web/keep.ts'

/** How news reaches the pages that are kept in memory. Everything told here holds when its promise is fulfilled. */
export type Freshness = {
  begin(now: number): Promise<void>
  /** What went out: by this process (`own`) before the act is acknowledged, and by others when they are heard of. */
  entries(entries: readonly Entry[], own?: 'own'): Promise<void>
  /** Pages show something else though nothing went out; without keys any page may. */
  pages(keys: readonly string[]): void
}

/**
 * Keeps pages in memory as fresh as ARCHITECTURE.md says. What is under embargo becomes public by the clock: `begin` reads
 * the moments once the journal is watched, and from then on they are learned from it.
 */
export function freshness(cache: PageCache, database: Database): Freshness {
  const done = new Set<number>()
  let heard = 0
  return {
    async begin(now) {
      for (const at of await embargoesAfter(database, new Date(now).toISOString())) cache.opens(Date.parse(at))
    },
    async entries(entries, own) {
      const fresh = entries.filter(({ number }) => own || !done.delete(number))
      if (!own) heard = entries.at(-1)?.number ?? heard
      if (own) for (const { number } of entries) if (number > heard) done.add(number)
      if (fresh.length === 0) return
      for (const { embargoedUntil } of fresh) if (embargoedUntil) cache.opens(Date.parse(embargoedUntil))
      const stories = [...new Set(fresh.map(({ story }) => story))]
      cache.drop(stories.map(storyKey))
      try {
        cache.drop(await keysOf(stories, database))
      } catch (error) {
        log.warn('Which pages show what went out cannot be read: all of them are dropped.', { error })
        cache.clear()
      }
    },
    pages(keys) {
      if (keys.length) cache.drop(keys)
      else cache.clear()
    },
  }
}

/** The surrogate keys of all pages that show these stories, or should from now on. */
export async function keysOf(stories: readonly string[], database: Pick<Database, 'sql'>): Promise<string[]> {
  return [...new Set([...stories, ...(await kinOf(database, stories))])].map(storyKey)
}
