import { log } from '../log.ts'
import { type Database } from './database.ts'
import { nextDue } from './releases.ts'

/**
 * Calls `work` at every moment at which something is due, when something new was set, and each second in any case: a lost
 * connection or a sleeping machine delays it and loses nothing.
 */
export function keepAwake(database: Database, work: () => Promise<void>): AsyncDisposable {
  const ended = new AbortController()
  let nudge: () => void = () => {}
  const sql = database.alone(
    () => nudge(),
    () => nudge(),
  )
  const keep = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      let wait = 1000
      const nudged = new Promise<void>((resolve) => (nudge = resolve))
      try {
        // Listening again is cheap, and needed after each loss of the connection.
        await sql`listen dateline_release`
        await work()
        const next = await nextDue({ sql })
        if (next) wait = Math.min(wait, Math.max(0, Date.parse(next) - Date.now()))
      } catch (error) {
        if (!ended.signal.aborted) log.warn('The list of what is due cannot be read; it is tried again.', { error })
      }
      const timer = Promise.withResolvers<void>()
      const timeout = setTimeout(timer.resolve, wait)
      await Promise.race([timer.promise, nudged])
      clearTimeout(timeout)
    }
  }
  const keeping = keep()
  return {
    async [Symbol.asyncDispose]() {
      ended.abort()
      nudge()
      await keeping
      await sql.end({ timeout: 1 })
    },
  }
}
