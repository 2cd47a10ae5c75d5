import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '../log.ts'
import { type Entry } from '../story/entry.ts'
import { type Database, type Sql } from './database.ts'
import { entriesIn } from './entries.ts'

/**
 * Where a follower begins that was never here, and whether it wants what came from an archive. `pause` is how long it waits
 * after it was woken (milliseconds): what is not urgent does not compete with readers for the first moment.
 */
export type Following = { from?: 'start' | 'head'; archived?: boolean; pause?: number }

/**
 * Follows the journal once per agency: of all processes that ask under one name, one at a time works, and its cursor is kept.
 * `each` gets every entry in order and must be safe to do twice: a process may die between the work and the cursor. When it
 * throws, the same entry comes again, later and later. Ends when the signal says so.
 */
export async function follow(
  database: Database,
  name: string,
  each: (entry: Entry) => Promise<void>,
  signal: AbortSignal,
  following: Following = {},
): Promise<void> {
  while (!signal.aborted) {
    const waiter = new Waiter(signal)
    let lost = false
    const sql = database.alone(
      () => waiter.wake(),
      () => {
        lost = true
        waiter.wake()
      },
    )
    try {
      const backend = await takeLock(sql, name)
      if (backend === undefined) await waiter.wait(250)
      else await read(sql, { name, backend, each, signal, waiter, following, isLost: () => lost })
    } catch (error) {
      if (!signal.aborted) log.warn(`The follower ${name} lost its way and begins again at its cursor.`, { error })
      await waiter.wait(250)
    } finally {
      await sql.end({ timeout: 1 }).catch(() => {})
    }
  }
}

/** How far a follower has read, as far as it is known. */
export async function cursorOf({ sql }: Database, name: string): Promise<number | undefined> {
  const [row] = await sql<{ number: number }[]>`select number from cursor where name = ${name}`
  return row?.number
}

/** Whether some process of the agency follows the journal under this name now. */
export async function isFollowed({ sql }: Database, name: string): Promise<boolean> {
  const found = await sql`
    select from pg_locks where locktype = 'advisory' and granted and classid = ${lock}
      and database = (select oid from pg_database where datname = current_database())
      and objid::bigint = hashtext(${name})::bigint & 4294967295`
  return found.count > 0
}

/** What the locks of followers are known by; the name is the second half. */
const lock = 4021884

type Reading = {
  name: string
  backend: number
  each: (entry: Entry) => Promise<void>
  signal: AbortSignal
  waiter: Waiter
  following: Following
  isLost: () => boolean
}

async function read(sql: Sql, { name, backend, each, signal, waiter, following, isLost }: Reading): Promise<void> {
  await sql`listen dateline_journal`
  let number = await readCursor(sql, name, following)
  while (!signal.aborted && !isLost()) {
    const entries = await entriesIn(sql, number, 200, following.archived ?? false)
    for (const entry of entries) {
      if (signal.aborted || isLost()) return
      if (!(await persist(() => each(entry), name, signal))) return
      if (!(await moveCursor(sql, name, entry.number, backend))) return
      number = entry.number
    }
    if (entries.length) continue
    await waiter.wait(1000)
    if (following.pause) await sleep(following.pause, undefined, { signal }).catch(() => {})
  }
}

/** The lock lives as long as the connection: whoever dies lets go. Answers with the backend that has it. */
async function takeLock(sql: Sql, name: string): Promise<number | undefined> {
  // A cursor that is a few entries old after a power failure only means that work is done twice.
  await sql`set synchronous_commit = off`
  const [row] = await sql<{ taken: boolean; backend: number }[]>`
    select pg_try_advisory_lock(${lock}, hashtext(${name})) as taken, pg_backend_pid() as backend`
  return row?.taken ? row.backend : undefined
}

async function readCursor(sql: Sql, name: string, { from = 'start' }: Following): Promise<number> {
  const [row] = await sql<{ number: number }[]>`
    with made as (
      insert into cursor (name, number)
      select ${name}, ${from === 'head' ? sql`number` : sql`0`} from journal_head
      on conflict (name) do nothing returning number
    )
    select number from made union all select number from cursor where name = ${name}`
  return row?.number ?? 0
}

/** Only the connection that has the lock may move the cursor; one that was made anew in its place has not. */
async function moveCursor(sql: Sql, name: string, number: number, backend: number): Promise<boolean> {
  const moved = await sql`
    update cursor set number = ${number}, moved = now() where name = ${name} and pg_backend_pid() = ${backend}`
  return moved.count === 1
}

/** Whether the work was done at last; not when the end came before. */
async function persist(work: () => Promise<void>, name: string, signal: AbortSignal): Promise<boolean> {
  for (let pause = 100; !signal.aborted; pause = Math.min(pause * 2, 60_000)) {
    try {
      await work()
      return true
    } catch (error) {
      if (signal.aborted) return false
      log.error(`The follower ${name} could not do its work; the same entry comes again in ${pause} ms.`, { error })
      await sleep(pause, undefined, { signal }).catch(() => {})
    }
  }
  return false
}

/** Waits for a time, for news, or for the end. News that came before the waiting began counts too. */
class Waiter {
  #news = false
  #resolve: () => void = () => {}
  #signal: AbortSignal

  constructor(signal: AbortSignal) {
    this.#signal = signal
  }

  wake(): void {
    this.#news = true
    this.#resolve()
  }

  async wait(ms: number): Promise<void> {
    if (!this.#news && !this.#signal.aborted)
      await new Promise<void>((resolve) => {
        const timeout = setTimeout(resolve, ms)
        const done = (): void => {
          clearTimeout(timeout)
          this.#signal.removeEventListener('abort', done)
          resolve()
        }
        this.#resolve = done
        this.#signal.addEventListener('abort', done)
      })
    this.#news = false
  }
}
