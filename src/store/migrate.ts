import { readdir, readFile } from 'node:fs/promises'
import { type Database } from './database.ts'

const folder = new URL('./migrations/', import.meta.url)
const lock = 4_021_883

/**
 * Brings a database to the newest schema and says which migrations it ran (none when it was there already). Each runs
 * whole or not at all; several processes may call this at once. Throws when the database is newer than this program.
 */
export async function migrate({ transaction }: Database, migrations = migrationFiles()): Promise<string[]> {
  const files = await migrations
  return await transaction(async (sql) => {
    await sql`select pg_advisory_xact_lock(${lock})`
    await sql`create table if not exists migration (
      number integer primary key, name text not null, at timestamptz not null default now())`
    const [{ newest } = { newest: 0 }] = await sql<{ newest: number }[]>`
      select coalesce(max(number), 0) as newest from migration`
    const known = Math.max(0, ...files.map((file) => file.number))
    if (newest > known) throw new Error(newer(newest, known))
    const ran: string[] = []
    for (const { number, name, text } of files.filter((file) => file.number > newest)) {
      await sql.unsafe(await text())
      await sql`insert into migration (number, name) values (${number}, ${name})`
      ran.push(name)
    }
    return ran
  })
}

export type Migration = { number: number; name: string; text: () => Promise<string> }

/** The migrations of this program, in order. */
export async function migrationFiles(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{3}-[a-z-]+\.sql$/.test(name)).toSorted()
  return names.map((name) => ({
    number: Number(name.slice(0, 3)),
    name,
    text: () => readFile(new URL(name, folder), 'utf8'),
  }))
}

function newer(newest: number, known: number): string {
  return `This database was written by a newer Dateline (its schema is ${newest}, this program knows ${known}). Start the newer program, or restore an older copy.`
}
