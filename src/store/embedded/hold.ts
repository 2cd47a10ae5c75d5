import postgres from 'postgres'
import { type Connection } from '../connect.ts'

/**
 * A process's hold on the shared server: one connection with a shared advisory lock on it. When the process dies, however it dies, the
 * connection goes and the lock with it; whoever leaves and can take the lock alone was the last, and stops the server.
 */
export type Hold = {
  /** Filled when the connection was lost: the server went away under us. */
  readonly lost: Promise<void>
  /** Becomes the one process that serves this data folder; false when another is. */
  serve(): Promise<boolean>
  /** Lets go. True when we were the last: then nobody can get a hold until the server is stopped. */
  letGo(): Promise<boolean>
  /** Closes the connection. */
  close(): Promise<void>
}

/** Why there is no hold: `away` no server answers · `busy` it is starting, stopping or held by one that stops it · `new` it has no database for us yet. */
export type NoHold = { is: 'away' | 'busy' | 'new'; error: unknown }

const using = 4_021_881
const serving = 4_021_882

/** Tries once to get a hold on the server. Faults that trying again cannot mend (we are not let in) are thrown. */
export async function takeHold(connection: Connection): Promise<Hold | NoHold> {
  let lose: () => void = () => {}
  const lost = new Promise<void>((resolve) => (lose = resolve))
  const sql = open(connection, () => lose())
  const close = (): Promise<void> => sql.end({ timeout: 1 })
  try {
    const [row] = await sql<{ held: boolean }[]>`select pg_try_advisory_lock_shared(${using}) as held`
    if (!row?.held)
      return await close().then(() => ({ is: 'busy', error: new Error('another process is stopping it') }))
  } catch (error) {
    await close()
    return excuse(error)
  }
  const ask = async (query: Promise<{ yes: boolean }[]>): Promise<boolean> => (await query)[0]?.yes ?? false
  return {
    lost,
    serve: () => ask(sql`select pg_try_advisory_lock(${serving}) as yes`),
    letGo: () => ask(sql`select pg_try_advisory_lock(${using}) as yes from pg_advisory_unlock_shared(${using})`),
    close,
  }
}

/** Makes the role and the database of a new server; safe to do by several at once. */
export async function makeDatabase(connection: Connection): Promise<void> {
  const sql = open({ ...connection, username: 'postgres', database: 'postgres' })
  const there = (error: { code?: string }): void => {
    if (!['42710', '42P04', '23505', '55006'].includes(error.code ?? '')) throw error
  }
  try {
    await sql`create role dateline login createdb in role pg_monitor`.catch(there)
    await sql`create database dateline owner dateline`.catch(there)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function open(connection: Connection, onclose = (): void => {}) {
  return postgres({
    ...connection,
    max: 1,
    max_lifetime: null,
    idle_timeout: 0,
    connect_timeout: 30,
    backoff: () => 0,
    fetch_types: false,
    onnotice: () => {},
    onclose,
    connection: { application_name: `dateline hold ${process.pid}` },
  })
}

function excuse(error: unknown): NoHold {
  const code = (error as { code?: string }).code ?? ''
  if (['ECONNREFUSED', 'ENOENT'].includes(code)) return { is: 'away', error }
  if (
    [
      '57P03',
      '57P01',
      '57P02',
      '53300',
      'ECONNRESET',
      'EPIPE',
      'CONNECTION_CLOSED',
      'CONNECTION_ENDED',
      'CONNECTION_DESTROYED',
      'CONNECT_TIMEOUT',
    ].includes(code)
  )
    return { is: 'busy', error }
  if (['28000', '3D000'].includes(code)) return { is: 'new', error }
  throw error
}
