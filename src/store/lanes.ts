import { type Sql } from './sql.ts'

/**
 * Runs a transaction on a connection of its own; `mode` is what stands behind BEGIN. BEGIN goes out together with the first
 * statements of `work`, and when it finds its connection cut, nothing has been done and `work` is run again on another.
 */
export type Transaction = <T>(work: (sql: Sql, behind: Behind) => Promise<T>, mode?: string) => Promise<T>

/** Has a query sent right behind COMMIT, in the same way to the database: it reads what is committed then. */
export type Behind = <T>(query: (sql: Sql) => Promise<T>) => Promise<T>

type Lane = { sql: Sql; isLost: boolean; lost: Promise<never> }

/**
 * Connections for transactions, at most `max`; a session on them is read only by default (`readOnly`), so that a statement
 * which postgres.js sends anew on a fresh connection, outside of its transaction, changes nothing. A connection that is lost
 * is thrown away and never written to again: postgres.js (3.4.9) would write to it, as its own `begin` does with ROLLBACK, and
 * take the whole process down (its issue 1154).
 */
export function lanes(open: (closed: () => void) => Sql, max: number): { run: Transaction; end: () => Promise<void> } {
  const idle: Lane[] = []
  const waiting: ((lane: Lane) => void)[] = []
  let count = 0

  const make = (): Lane => {
    const lost = Promise.withResolvers<never>()
    lost.promise.catch(() => {})
    const lane: Lane = {
      sql: open(() => {
        lane.isLost = true
        lost.reject(wasLost())
      }),
      isLost: false,
      lost: lost.promise,
    }
    count++
    return lane
  }
  const discard = (lane: Lane): void => {
    count--
    void lane.sql.end({ timeout: 0 }).catch(() => {})
  }
  const take = (): Lane | Promise<Lane> => {
    for (let lane = idle.pop(); lane; lane = idle.pop()) {
      if (!lane.isLost) return lane
      discard(lane)
    }
    return count < max ? make() : new Promise((resolve) => waiting.push(resolve))
  }
  const giveBack = (lane: Lane): void => {
    const next = waiting.shift()
    if (lane.isLost) discard(lane)
    if (next) next(lane.isLost ? make() : lane)
    else if (!lane.isLost) idle.push(lane)
  }

  return {
    async run(work, mode = 'read write') {
      for (let attempt = 1; ; attempt++) {
        const lane = await take()
        const begun = lane.sql.unsafe(`begin ${mode}`).execute()
        begun.catch(() => {})
        const { sql, over } = guarded(lane)
        const later: (() => void)[] = []
        const behind: Behind = (query) =>
          new Promise((done, failed) => later.push(() => void query(sql).then(done, failed)))
        try {
          const result = await work(sql, behind)
          if (lane.isLost) throw wasLost()
          const committed = lane.sql`commit`.execute()
          committed.catch(() => {})
          for (const ask of later) ask()
          // A statement that failed and was forgiven has undone all of it, and COMMIT only says so by its answer.
          const [, { command }] = await Promise.race([Promise.all([begun, committed]), lane.lost])
          if (lane.isLost) throw wasLost()
          if (command !== 'COMMIT')
            throw new Error('a statement of this transaction had failed, so nothing of it is kept')
          return result
        } catch (error) {
          const cut = await begun.then(
            () => undefined,
            (reason: unknown) => ({ reason }),
          )
          if (cut) lane.isLost = true
          else if (!lane.isLost) await lane.sql`rollback`.catch(() => (lane.isLost = true))
          if (cut && (attempt > max || !wasCut.has((cut.reason as { code?: string }).code ?? ''))) throw cut.reason
          if (!cut) throw error
        } finally {
          over()
          giveBack(lane)
        }
      }
    },
    async end() {
      await Promise.all(idle.map(({ sql }) => sql.end({ timeout: 5 })))
    },
  }
}

/** The setting of a session that makes each transaction read only unless it says otherwise. */
export const readOnly = { default_transaction_read_only: true }

function wasLost(): Error {
  return Object.assign(new Error('the connection to the database was lost'), { code: 'CONNECTION_CLOSED' })
}

const wasCut = new Set(['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'ECONNRESET', 'EPIPE', '57P01'])

/** The lane's connection for as long as it lives and the transaction lasts; after that, every query on it is a fault. */
function guarded(lane: Lane): { sql: Sql; over: () => void } {
  let ended = false
  const check = (): void => {
    if (lane.isLost) throw wasLost()
    if (ended) throw new Error('a query came after its transaction was over')
  }
  const sql = new Proxy(lane.sql, {
    apply(target, self, args: Parameters<Sql>) {
      check()
      return Reflect.apply(target, self, args) as unknown
    },
    get(target, name, self) {
      if (name === 'unsafe') check()
      return Reflect.get(target, name, self) as unknown
    },
  })
  return { sql, over: () => void (ended = true) }
}
