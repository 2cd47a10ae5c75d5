import { log } from '../log.ts'
import { type Database } from '../store/database.ts'
import { kinOf } from '../store/kin.ts'
import { embargoesAfter } from '../store/releases.ts'
import { type Entry } from '../story/entry.ts'
import { type PageCache } from '../web/cache.ts'
import { storyKey } from '../web/keep.ts'

/** What is kept in memory and must be told of news. */
export type Kept = Pick<PageCache, 'drop' | 'clear' | 'opens'>

/** How news reaches the pages that are kept in memory. Everything told here holds when its promise is fulfilled. */
export type Freshness = {
  begin(now: number): Promise<void>
  /**
   * What went out: by this process before the act is acknowledged, with the stories whose pages name it (`kin`), and by others
   * when they are heard of.
   */
  entries(entries: readonly Entry[], kin?: Promise<readonly string[]>): Promise<void>
  /** Pages show something else though nothing went out; without keys any page may. */
  pages(keys: readonly string[]): void
}

/**
 * Keeps pages in memory as fresh as ARCHITECTURE.md says. What is under embargo becomes public by the clock: `begin` reads
 * the moments once the journal is watched, and from then on they are learned from it.
 */
export function freshness(cache: Kept, database: Database): Freshness {
  const done = new Set<number>()
  let heard = 0
  return {
    async begin(now) {
      for (const at of await embargoesAfter(database, new Date(now).toISOString())) cache.opens(Date.parse(at))
    },
    async entries(entries, kin) {
      const fresh = entries.filter(({ number }) => kin !== undefined || !done.delete(number))
      if (!kin) heard = entries.at(-1)?.number ?? heard
      if (kin) for (const { number } of entries) if (number > heard) done.add(number)
      if (fresh.length === 0) return
      for (const { embargoedUntil } of fresh) if (embargoedUntil) cache.opens(Date.parse(embargoedUntil))
      const stories = [...new Set(fresh.map(({ story }) => story))]
      // Those of others are dropped at once; an own act is not acknowledged yet, and its kin is on the way.
      if (!kin) cache.drop(stories.map(storyKey))
      try {
        cache.drop(keysFrom(stories, await (kin ?? kinOf(database, stories))))
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
  return keysFrom(stories, await kinOf(database, stories))
}

function keysFrom(stories: readonly string[], kin: readonly string[]): string[] {
  return [...new Set([...stories, ...kin])].map(storyKey)
}
