import { type Sql } from './sql.ts'

/** Runs a transaction on a connection of its own; `mode` is what stands behind BEGIN. */
export type Transaction = <T>(work: (sql: Sql) => Promise<T>, mode?: string) => Promise<T>

type Lane = { sql: Sql; isLost: boolean }

/**
 * Connections for transactions, at most `max`. One that is lost is thrown away and never written to again: postgres.js
 * (3.4.9) would write to it, as its own `begin` does with ROLLBACK, and take the whole process down (its issue 1154).
 */
export function lanes(open: (closed: () => void) => Sql, max: number): { run: Transaction; end: () => Promise<void> } {
  const idle: Lane[] = []
  const waiting: ((lane: Lane) => void)[] = []
  let count = 0

  const make = (): Lane => {
    const lane: Lane = { sql: open(() => (lane.isLost = true)), isLost: false }
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

  /** A connection that was cut while nobody used it is found out here, when nothing has been done yet. */
  const begin = async (mode: string): Promise<Lane> => {
    for (let attempt = 1; ; attempt++) {
      const lane = await take()
      try {
        await lane.sql.unsafe(`begin ${mode}`)
        return lane
      } catch (error) {
        lane.isLost = true
        giveBack(lane)
        if (attempt > max || !wasCut.has((error as { code?: string }).code ?? '')) throw error
      }
    }
  }

  return {
    async run(work, mode = '') {
      const lane = await begin(mode)
      const { sql, over } = guarded(lane)
      try {
        const result = await work(sql)
        // A statement that failed and was forgiven has undone all of it, and COMMIT only says so by its answer.
        const { command } = await sql`commit`
        if (command !== 'COMMIT')
          throw new Error('a statement of this transaction had failed, so nothing of it is kept')
        return result
      } catch (error) {
        if (!lane.isLost) await lane.sql`rollback`.catch(() => (lane.isLost = true))
        throw error
      } finally {
        over()
        giveBack(lane)
      }
    },
    async end() {
      await Promise.all(idle.map(({ sql }) => sql.end({ timeout: 5 })))
    },
  }
}

const wasCut = new Set(['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'ECONNRESET', 'EPIPE', '57P01'])

/** The lane's connection for as long as it lives and the transaction lasts; after that, every query on it is a fault. */
function guarded(lane: Lane): { sql: Sql; over: () => void } {
  let ended = false
  const check = (): void => {
    if (lane.isLost)
      throw Object.assign(new Error('the connection to the database was lost'), { code: 'CONNECTION_CLOSED' })
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
