import { type Entry } from '../story/entry.ts'
import { type Moment } from '../story/moment.ts'
import { type Database, type Query } from './database.ts'

/**
 * Reads the journal: entries after a number, in order, at most `limit`. Nothing is ever missing between two of them but,
 * unless `archived` is asked for, what came from an archive.
 */
export async function entriesAfter(
  { sql }: Pick<Database, 'sql'>,
  number: number,
  { limit = 500, archived = false }: { limit?: number; archived?: boolean } = {},
): Promise<Entry[]> {
  return await entriesIn(sql, number, limit, archived)
}

/** The number of the newest entry, 0 when there is none. */
export async function journalHead({ sql }: Database): Promise<number> {
  const [head] = await sql<{ number: number }[]>`select number from journal_head`
  return head?.number ?? 0
}

/** The same as `entriesAfter`, on one connection. */
export async function entriesIn(sql: Query, number: number, limit: number, archived: boolean): Promise<Entry[]> {
  const rows = await sql<EntryRow[]>`
    select number, what, story, version, moment, by, embargoed_until from journal
    where number > ${number} ${archived ? sql`` : sql`and what <> 'archived'`}
    order by number limit ${limit}`
  return rows.map(toEntry)
}

export type EntryRow = {
  number: number
  what: Entry['what']
  story: string
  version: number
  moment: Moment
  by: string
  embargoed_until: string | null
}

export function toEntry({ number, what, story, version, moment, by, embargoed_until }: EntryRow): Entry {
  return { number, what, story, version, at: moment, by, ...(embargoed_until && { embargoedUntil: embargoed_until }) }
}
