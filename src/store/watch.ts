import { log } from '../log.ts'
import { type House } from '../config/house.ts'
import { type DeskEvent } from '../story/event.ts'
import { type Entry } from '../story/entry.ts'
import { type Database, type Sql } from './database.ts'
import { entriesAfter } from './entries.ts'
import { eventsAfter } from './events.ts'
import { pagesChannel, readForgotten } from './forget.ts'
import { loadHouse } from './house.ts'

/** What a process wants to be told, each thing in order and once. `stale` and `fresh` say when its knowledge is too old to rely on. */
export type Watching = {
  entries?: (entries: readonly Entry[]) => void | Promise<void>
  events?: (events: readonly DeskEvent[]) => void | Promise<void>
  house?: (house: House) => void | Promise<void>
  /** Pages show something else though nothing went out (`forgetPages`). Without keys: any page may, since a message may be lost. */
  pages?: (keys: readonly string[]) => void | Promise<void>
  stale?: () => void
  fresh?: () => void
}

export type Watch = AsyncDisposable & {
  /** Whether all that was committed a second ago has been told. When not, serve nothing from memory. */
  isFresh(): boolean
  /** The newest journal entry that was told. */
  head(): number
}

const beat = 250
const patience = 1000

/**
 * Watches journal, desk events and house from now on, per process and with nothing stored. News comes by NOTIFY; four times
 * a second the heads are read too, on the same connection, so that a lost one is noticed and nothing is missed.
 */
export async function watch(database: Database, watching: Watching): Promise<Watch> {
  const seen = await headsOf(database.sql)
  let known = Date.now()
  let stale = false
  const ended = new AbortController()
  let nudge: () => void = () => {}
  let line: Line | undefined

  // On the connection that listens: pages that are being made may have all others.
  const tell = async (line: Line, heads: Heads): Promise<void> => {
    while (seen.journal < heads.journal) {
      const entries = await within(5 * patience, entriesAfter(line, seen.journal, { archived: true }))
      await told(() => watching.entries?.(entries))
      seen.journal = entries.at(-1)?.number ?? heads.journal
    }
    while (seen.event < heads.event) {
      const events = watching.events ? await within(5 * patience, eventsAfter(line, seen.event)) : []
      if (events.length) await told(() => watching.events?.(events))
      seen.event = events.at(-1)?.number ?? heads.event
    }
    if (seen.house < heads.house) {
      const house = await within(5 * patience, loadHouse(line))
      if (house) await told(() => watching.house?.(house))
      seen.house = heads.house
    }
  }

  const forgotten: string[][] = []
  const hear = (channel = '', payload = ''): void => {
    if (channel === pagesChannel) forgotten.push(readForgotten(payload))
    nudge()
  }
  const listen = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      let news = false
      const nudged = new Promise<void>((resolve) => {
        nudge = () => {
          news = true
          resolve()
        }
      })
      try {
        if (line?.isLost()) throw new Error('it was closed')
        if (!line) {
          line = await openLine(database, hear)
          forgotten.push([])
        }
        const asked = Date.now()
        const heads = await within(patience, headsOf(line.sql))
        for (const keys of forgotten.splice(0)) await told(() => watching.pages?.(keys))
        await tell(line, heads)
        known = asked
      } catch (error) {
        if (!ended.signal.aborted && line)
          log.warn('The connection that hears of news was lost; it is made again.', { error })
        await line?.close()
        line = undefined
      }
      if (!news) await Promise.race([nudged, pause(line ? beat : 100)])
    }
  }

  // A clock that was put back says nothing about how long ago that was.
  const isFresh = (): boolean => Date.now() - known <= patience && Date.now() >= known
  const look = setInterval(() => {
    const now = !isFresh()
    if (now === stale) return
    stale = now
    if (now) watching.stale?.()
    else watching.fresh?.()
  }, 100)
  look.unref()
  const listening = listen()
  return {
    isFresh,
    head: () => seen.journal,
    async [Symbol.asyncDispose]() {
      ended.abort()
      clearInterval(look)
      nudge()
      await listening
      await line?.close()
    },
  }
}

type Heads = { journal: number; event: number; house: number }
type Line = { sql: Sql; isLost(): boolean; close(): Promise<void> }

/** A connection that listens. When it is lost it is of no more use: another one would not be listening. */
async function openLine(database: Database, heard: (channel?: string, payload?: string) => void): Promise<Line> {
  let lost = false
  const sql = database.alone(heard, () => {
    lost = true
    heard()
  })
  const close = (): Promise<void> => sql.end({ timeout: 0 }).catch(() => {})
  try {
    await within(patience, sql`listen dateline_journal`)
    await sql`listen dateline_event`
    await sql`listen dateline_house`
    await sql`listen ${sql(pagesChannel)}`
    return { sql, isLost: () => lost, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function headsOf(sql: Sql): Promise<Heads> {
  const [heads] = await sql<Heads[]>`
    select journal_head.number as journal, event_head.number as event,
      (select coalesce(max(number), 0) from house) as house
    from journal_head, event_head`
  return heads ?? { journal: 0, event: 0, house: 0 }
}

async function told(tell: () => void | Promise<void>): Promise<void> {
  try {
    await tell()
  } catch (error) {
    log.error('News could not be taken in by this process.', { error })
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timeout = setTimeout(() => late.reject(new Error(`no answer within ${ms} ms`)), ms)
  return await Promise.race([work, late.promise]).finally(() => clearTimeout(timeout))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
