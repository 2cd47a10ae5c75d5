import postgres from 'postgres'
import { arrayTypes } from './arrays.ts'
import { type Connection, toConnection } from './connect.ts'
import { lanes, readOnly, type Transaction } from './lanes.ts'
import { type Sql } from './sql.ts'

export { type Sql } from './sql.ts'
/** The same, where a query may run on the pool or inside a transaction. */
export type Query = Sql

/** An open database: a pool of connections. Queries on it live in `store/` alone. Dispose of it when done. */
export type Database = AsyncDisposable & {
  readonly sql: Sql
  /** All that `work` does, or nothing. */
  transaction: Transaction
  /** A transaction that can change nothing, on connections that no writer waits for. */
  reading: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
  /** A connection of its own, for locks and for listening; the caller ends it. `heard` gets each NOTIFY, `closed` each loss. */
  alone(heard?: (channel: string, payload: string) => void, closed?: () => void): Sql
}

/**
 * Opens a database with at most `max` connections for reading and half as many for transactions. Nothing is sent before the
 * first query. Connections that are lost are made anew; the query that was under way on one fails.
 */
export function openDatabase({
  url,
  connect,
  max = 10,
}: {
  url?: string
  connect?: Connection
  max?: number
}): Database {
  const connection = connect ?? toConnection(url ?? '')
  const sql = open(connection, { max })
  const alone: Database['alone'] = (onnotify, onclose) =>
    open(connection, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      ...(onnotify && { onnotify }),
      ...(onclose && { onclose }),
    })
  const lane = (onclose: () => void): Sql =>
    open(connection, { max: 1, idle_timeout: 0, max_lifetime: null, onclose, connection: readOnly })
  const transactions = lanes(lane, Math.ceil(max / 2))
  const looks = lanes(lane, Math.ceil(max / 2))
  return {
    sql,
    transaction: transactions.run,
    reading: (work) => looks.run(work, 'read only'),
    alone,
    async [Symbol.asyncDispose]() {
      await Promise.all([transactions.end(), looks.end(), sql.end({ timeout: 5 })])
    },
  }
}

type Options = postgres.Options<{ bigint: postgres.PostgresType<number> }> & {
  onnotify?: (channel: string, payload: string) => void
}

function open(connection: Connection, options: Options): Sql {
  const all: Options = {
    ...connection,
    onnotice: () => {},
    connect_timeout: 10,
    fetch_types: false,
    ...options,
    connection: { application_name: 'dateline', ...connection.connection, ...options.connection },
    types,
  }
  return postgres(all)
}

/** How values travel; queries are typed by `bigint` alone, the others leave as text that the rows' types name. */
const types = {
  bigint: { to: 20, from: [20], serialize: String, parse: Number },
  // Instants leave the store as ISO text with milliseconds; days stay days.
  date: { to: 1184, from: [1114, 1184], serialize: iso, parse: iso },
  ...arrayTypes,
  day: { to: 1082, from: [1082], serialize: String, parse: String },
}

function iso(value: string | number | Date): string {
  return new Date(value).toISOString()
}

/** A value for a jsonb parameter. PostgreSQL takes neither U+0000 nor half a surrogate pair: both become U+FFFD. */
export function json(sql: Query, value: unknown): postgres.Parameter {
  const text = JSON.stringify(value)
  const sound = /\\u(?:0000|d[89a-f])/i.test(text) ? JSON.parse(text, sounder) : value
  return sql.json(sound as postgres.JSONValue)
}

function sounder(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value
}
