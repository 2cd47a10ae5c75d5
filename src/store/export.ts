import { type Image } from '../story/picture.ts'
import { type Database } from './database.ts'
import { identities, tables } from './tables.ts'

/** One line of an export: a row of a table, as JSON text; all rows of a table come together, in a steady order. */
export type Exported = { table: string; row: string }

/** What an export says of itself. */
export type ExportAbout = { authority: string; journal: number; counts: Readonly<Record<string, number>> }

/**
 * Every row of the agency as it stands at one instant, whoever publishes meanwhile; raw bytes come apart (`exportRaw`). `each`
 * is called row by row and waited for, so that an archive of any size goes through little memory.
 */
export async function exportRows(database: Database, each: (line: Exported) => Promise<void>): Promise<ExportAbout> {
  return database.transaction(async (sql) => {
    await sql`set local timezone = 'UTC'`
    const counts: Record<string, number> = {}
    for (const { name, order, without } of tables) {
      counts[name] = 0
      const leaveOut = [...without, ...(await generated(name))]
      const rows = sql<{ row: string }[]>`
        select (to_jsonb(whole_row) - ${leaveOut}::text[])::text as row from ${sql(name)} as whole_row order by ${sql.unsafe(order)}`
      for await (const batch of rows.cursor(500)) {
        for (const { row } of batch) {
          counts[name]++
          await each({ table: name, row })
        }
      }
    }
    const [about] = await sql<{ authority: string; journal: number }[]>`
      select (select authority from agency) as authority, (select number from journal_head) as journal`
    return { authority: about?.authority ?? '', journal: about?.journal ?? 0, counts }

    async function generated(table: string): Promise<string[]> {
      const found = await sql<{ name: string }[]>`
        select column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name = ${table} and is_generated = 'ALWAYS'`
      return found.map(({ name }) => name)
    }
  }, 'isolation level repeatable read read only')
}

/** The raw bytes that came with stories, one by one, each under its hash. */
export async function exportRaw(
  database: Database,
  each: (hash: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  for await (const batch of database.sql<{ hash: string; bytes: Buffer }[]>`
    select hash, bytes from raw where bytes is not null order by hash`.cursor(20))
    for (const { hash, bytes } of batch) await each(hash, bytes)
}

/** The hashes and types of all pictures whose bytes are kept. */
export async function exportPictures({ sql }: Database): Promise<Pick<Image, 'hash' | 'type'>[]> {
  return sql<Pick<Image, 'hash' | 'type'>[]>`select hash, type from picture where expunged is null order by hash`
}

/** Whether nothing was ever filed and nobody was ever added: only such an agency can be made equal to an export. */
export async function isEmpty(database: Database): Promise<boolean> {
  const [found] = await database.sql<{ empty: boolean }[]>`
    select not exists (select from story) and not exists (select from person) and not exists (select from raw) as empty`
  return found?.empty ?? false
}

/** Puts an export into an empty agency, in one transaction: all of it or nothing. */
export async function restoreRows(
  database: Database,
  lines: AsyncIterable<Exported>,
  raw: (hash: string) => Promise<Uint8Array | undefined>,
): Promise<Record<string, number>> {
  return database.transaction(async (sql) => {
    await sql`set local timezone = 'UTC'`
    for (const table of ['agency', 'house', 'journal_head', 'event_head']) await sql`delete from ${sql(table)}`
    const counts: Record<string, number> = {}
    let waiting: Exported[] = []
    for await (const line of lines) {
      if (waiting.length && (waiting.length >= 500 || waiting[0]?.table !== line.table)) await flush()
      waiting.push(line)
    }
    await flush()
    for (const name of identities)
      await sql`select setval(pg_get_serial_sequence(${name}, 'id'), coalesce((select max(id) from ${sql(name)}), 0) + 1, false)`
    return counts

    async function flush(): Promise<void> {
      const name = waiting[0]?.table
      if (!name) return
      if (!tables.some((one) => one.name === name)) throw new Error(`an export has no table “${name}”`)
      const columns = Object.keys(JSON.parse(waiting[0]?.row ?? '{}') as object)
      const rows = `[${waiting.map(({ row }) => row).join(',')}]`
      await sql`
        insert into ${sql(name)} (${sql(columns)}) overriding system value
        select ${sql(columns)} from jsonb_populate_recordset(null::${sql(name)}, ${rows}::text::jsonb)`
      if (name === 'raw')
        for (const { row } of waiting) {
          const { hash } = JSON.parse(row) as { hash: string }
          const bytes = await raw(hash)
          if (bytes) await sql`update raw set bytes = ${Buffer.from(bytes)} where hash = ${hash}`
        }
      counts[name] = (counts[name] ?? 0) + waiting.length
      waiting = []
    }
  })
}
