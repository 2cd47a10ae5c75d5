import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '../log.ts'
import { type Database } from '../store/database.ts'
import { follow } from '../store/follow.ts'
import { type Entry } from '../story/entry.ts'
import { epoch } from '../story/moment.ts'
import { everything, news, probe } from '../web/keep.ts'
import { NotPurged, purge } from '../web/purge.ts'
import { keysOf } from './freshness.ts'

/** By then no process serves the old page any more, and none is on its way. */
const settled = 3000

/** How often a cache that works is asked whether it still does, and how seldom at most one that does not. */
const asking = 5000
const longestPause = 2000

/** The follower whose place in the journal says how far caches in front have been told. */
export const purgeFollower = 'purge'

/** Caches in front, told of what is to be dropped. */
export type Purging = AsyncDisposable & {
  /** Whether all of them took what they were told last. Only then may they keep anything: a page must be gone when it is killed. */
  works(): boolean
  /** Besides what the journal says. Without keys everything is dropped. Never waits, never throws. */
  soon(keys: readonly string[]): void
}

/**
 * Follows the journal once per agency and has caches in front drop what each entry changes: at once, and again when a page
 * that another process still had for a moment can no longer come in between. What fails is tried until it is done, also by
 * the next process; no act waits for it. A cache that begins to answer, at the start or after a fault, first drops everything.
 */
export function keepPurging(database: Database, addresses: readonly string[]): Purging {
  const ended = new AbortController()
  const { signal } = ended
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal })
  let works = false
  const failed = (error: unknown): void => {
    works = false
    complain(error)
  }
  let complained = ''
  /** One line for each fault, however long it lasts. */
  const complain = (error: unknown): void => {
    const said = error instanceof NotPurged ? `${error.message}: ${error.mend}` : String(error)
    if (said === complained || signal.aborted) return
    complained = said
    log.error(
      `A cache in front cannot be told what to drop: ${said}. Until then it may keep nothing new; what it has already, a killed story too, it shows for up to a minute.`,
    )
  }
  const heal = async (): Promise<void> => {
    for (let wait = 100; !works; wait = Math.min(wait * 2, longestPause)) {
      try {
        await purge(addresses, [everything])
        works = true
        if (complained) log.info(`Caches in front are told again: everything was dropped at ${addresses.join(', ')}.`)
        complained = ''
        // What was on its way when it failed may have come in after the first.
        later([everything])
      } catch (error) {
        complain(error)
        await pause(wait)
      }
    }
  }
  const keepAsking = async (): Promise<void> => {
    while (!signal.aborted) {
      await heal()
      await pause(asking)
      if (works) await purge(addresses, [probe]).catch(failed)
    }
  }
  const tell = async (keys: readonly string[]): Promise<void> => {
    for (let wait = 100; ; wait = Math.min(wait * 2, longestPause)) {
      try {
        return await purge(addresses, keys)
      } catch (error) {
        failed(error)
        await pause(wait)
      }
    }
  }
  const later = (keys: readonly string[]): void => {
    for (const wait of [settled / 2, settled])
      pause(wait)
        .then(() => purge(addresses, keys).catch(failed))
        .catch(quiet)
  }
  const each = async ({ story }: Entry): Promise<void> => tell([news, ...(await keysOf([story], database))])
  const following = [
    keepAsking().catch(quiet),
    follow(database, purgeFollower, each, signal, { from: 'head', archived: true }),
    follow(
      database,
      'purge-again',
      async (entry) => {
        const wait = epoch(entry.at) + settled - Date.now()
        if (wait > 0) await pause(Math.min(wait, settled))
        await each(entry)
      },
      signal,
      { from: 'head', archived: true },
    ),
  ]
  return {
    works: () => works,
    soon(keys) {
      const what = keys.length ? [news, ...keys] : [everything]
      // What fails here needs no second try: whoever answers again drops everything first.
      purge(addresses, what).catch(failed)
      later(what)
    },
    async [Symbol.asyncDispose]() {
      ended.abort()
      await Promise.all(following)
    },
  }
}

/** Only the end breaks into a pause. */
function quiet(): void {}
