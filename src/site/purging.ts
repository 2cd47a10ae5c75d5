import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '../log.ts'
import { type Database } from '../store/database.ts'
import { follow } from '../store/follow.ts'
import { type Entry } from '../story/entry.ts'
import { epoch } from '../story/moment.ts'
import { everything, news } from '../web/keep.ts'
import { purge } from '../web/purge.ts'
import { keysOf } from './freshness.ts'

/** By then no process serves the old page any more, and none is on its way. */
const settled = 3000

/** Caches in front, told of what is to be dropped. */
export type Purging = AsyncDisposable & {
  /** Besides what the journal says. Without keys everything is dropped. Never waits, never throws. */
  soon(keys: readonly string[]): void
}

/**
 * Follows the journal once per agency and has caches in front drop what each entry changes: at once, and again when a page
 * that another process still had for a moment can no longer come in between. What fails is tried until it is done, also by
 * the next process; no act waits for it.
 */
export function keepPurging(database: Database, addresses: readonly string[]): Purging {
  const ended = new AbortController()
  const purgeEntry = async ({ story }: Entry): Promise<void> =>
    purge(addresses, [news, ...(await keysOf([story], database))])
  const following = [
    follow(database, 'purge', purgeEntry, ended.signal, { from: 'head', archived: true }),
    follow(
      database,
      'purge-again',
      async (entry) => {
        const wait = epoch(entry.at) + settled - Date.now()
        if (wait > 0) await sleep(Math.min(wait, settled), undefined, { signal: ended.signal })
        await purgeEntry(entry)
      },
      ended.signal,
      { from: 'head', archived: true },
    ),
  ]
  return {
    soon(keys) {
      const what = keys.length ? [news, ...keys] : [everything]
      for (const wait of [0, settled / 2, settled])
        setTimeout(() => {
          purge(addresses, what).catch((error: unknown) =>
            log.error('A cache in front could not be told that pages changed.', { error }),
          )
        }, wait).unref()
    },
    async [Symbol.asyncDispose]() {
      ended.abort()
      await Promise.all(following)
    },
  }
}
