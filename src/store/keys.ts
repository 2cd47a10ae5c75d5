import { type Database } from './database.ts'

/** A key's row. The key itself is never kept: `hash` is its SHA-256 in hex. */
export type KeyRow = {
  id: string
  name: string
  hash: string
  scopes: readonly string[]
  embargoed: boolean
  created: string
  revoked?: string
  lastUsed?: string
}

export async function keepKey({ sql }: Database, key: Omit<KeyRow, 'revoked' | 'lastUsed'>): Promise<void> {
  const { id, name, hash, scopes, embargoed, created } = key
  await sql`
    insert into access_key (id, name, hash, scopes, embargoed, created)
    values (${id}, ${name}, ${hash}, ${scopes as string[]}, ${embargoed}, ${created})`
}

export async function keyByHash({ sql }: Database, hash: string): Promise<KeyRow | undefined> {
  const [row] = await sql<Row[]>`select * from access_key where hash = ${hash}`
  return row && toKey(row)
}

/** Every key there ever was, newest first. */
export async function allKeys({ sql }: Database): Promise<KeyRow[]> {
  return (await sql<Row[]>`select * from access_key order by created desc, id`).map(toKey)
}

/** Whether there was such a key. One that is revoked already keeps its day. */
export async function revokeKeyRow({ sql }: Database, id: string, at: string): Promise<boolean> {
  const done = await sql`update access_key set revoked = coalesce(revoked, ${at}::timestamptz) where id = ${id}`
  return done.count > 0
}

/** When a key was used, to the minute: a busy subscriber does not write a row a request. */
export async function markUsed({ sql }: Database, id: string, at: string): Promise<void> {
  await sql`
    update access_key set last_used = ${at}
    where id = ${id} and (last_used is null or last_used < ${at}::timestamptz - interval '1 minute')`
}

type Row = Omit<KeyRow, 'revoked' | 'lastUsed'> & { revoked: string | null; last_used: string | null }

function toKey({ id, name, hash, scopes, embargoed, created, revoked, last_used }: Row): KeyRow {
  return {
    id,
    name,
    hash,
    scopes,
    embargoed,
    created,
    ...(revoked && { revoked }),
    ...(last_used && { lastUsed: last_used }),
  }
}
