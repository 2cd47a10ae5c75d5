import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '../log.ts'
import { type Database } from '../store/database.ts'
import { follow } from '../store/follow.ts'
import { type Entry } from '../story/entry.ts'
import { epoch } from '../story/moment.ts'

/** What telling a hub needs. `feeds` are the addresses of the feeds in which a story stands or stood. */
export type Announcing = {
  /** The WebSub hub of the house, as it is now; nothing when it has none. */
  hub: () => string | undefined
  feeds: (story: string) => Promise<readonly string[]>
  clock: () => number
}

/** The following; `houseChanged` lets it begin or end with the hub of the house. */
export type Announcer = AsyncDisposable & { houseChanged(): void }

/** After this time (milliseconds) it is no news to a hub that a feed has changed: whoever polls knows. */
const outdated = 86_400_000
/** How many feeds are named in one request. */
const batch = 100

/**
 * Tells the hub of each feed that has changed (W3C WebSub, publishing as hubs agree on it: `hub.mode=publish`), once per agency
 * and after the fact: nothing waits for it. A hub that does not answer is asked again, later and later; one that refuses is not.
 */
export function keepAnnounced(database: Database, announcing: Announcing): Announcer {
  let running: { ended: AbortController; done: Promise<void> } | undefined
  const begin = () => {
    const ended = new AbortController()
    const each = (entry: Entry) => announce(entry, announcing, ended.signal)
    running = { ended, done: follow(database, 'websub', each, ended.signal, { from: 'head' }) }
  }
  const turn = () => {
    if (announcing.hub() && !running) begin()
    else if (!announcing.hub() && running) {
      running.ended.abort()
      running = undefined
    }
  }
  turn()
  return {
    houseChanged: turn,
    async [Symbol.asyncDispose]() {
      running?.ended.abort()
      await running?.done
    },
  }
}

async function announce(entry: Entry, { hub, feeds, clock }: Announcing, signal: AbortSignal): Promise<void> {
  const to = hub()
  const isSecret = entry.embargoedUntil !== undefined && Date.parse(entry.embargoedUntil) > clock()
  if (!to || isSecret || clock() - epoch(entry.at) > outdated) return
  const all = await feeds(entry.story)
  for (let at = 0; at < all.length && !signal.aborted; at += batch) await tell(to, all.slice(at, at + batch), signal)
}

/** Throws when the hub could not be told and asking again is worth it. */
async function tell(hub: string, feeds: readonly string[], signal: AbortSignal): Promise<void> {
  const body = new URLSearchParams([['hub.mode', 'publish'], ...feeds.map((feed) => ['hub.url', feed])])
  const late = AbortSignal.any([signal, AbortSignal.timeout(10_000)])
  const answer = await fetch(hub, { method: 'POST', body, redirect: 'error', signal: late })
  await answer.body?.cancel()
  if (answer.ok) return
  const wait = Number(answer.headers.get('retry-after'))
  if (answer.status === 429 && wait > 0) await sleep(Math.min(wait, 300) * 1000, undefined, { signal }).catch(() => {})
  if (answer.status >= 500 || answer.status === 429) throw new Error(`the hub ${hub} answered ${answer.status}`)
  log.warn('The WebSub hub refused to be told of a change; it is not asked again.', { hub, status: answer.status })
}
