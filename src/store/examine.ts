import { databaseComplaints } from './check-database.ts'
import { type Database } from './database.ts'
import { migrationFiles } from './migrate.ts'

/** What a look at a database finds: what it is, what makes it unfit, and the migrations that the next start will run. */
export type Examined = {
  version: string
  name: string
  size: string
  complaints: string[]
  pending: string[]
  newer: boolean
}

/** Looks at a database without changing it. Throws what the connection throws when it cannot be reached. */
export async function examine({ sql }: Database): Promise<Examined> {
  const [found] = await sql<{ version: string; name: string; size: string; schema: string | null }[]>`
    select current_setting('server_version') as version, current_database() as name,
           pg_size_pretty(pg_database_size(current_database())) as size, to_regclass('migration')::text as schema`
  if (!found) throw new Error('the database answered nothing')
  const complaints = await databaseComplaints((query) => sql.unsafe(query))
  const rows = found.schema ? await sql<{ number: number }[]>`select number from migration order by number` : []
  const done = rows.at(-1)?.number ?? 0
  const known = await migrationFiles()
  return {
    version: found.version.split(' ')[0] ?? '',
    name: found.name,
    size: found.size,
    complaints,
    pending: known.filter(({ number }) => number > done).map(({ name }) => name),
    newer: known.every(({ number }) => number < done),
  }
}
