import { createHash } from 'node:crypto'
import { type Database, json, type Query } from './database.ts'

/** Keeps bytes as they came, once, by their SHA-256. */
export type Raws = { keep(raws: readonly Uint8Array[], at: string): Promise<string[]> }

export function rawsIn(sql: Query): Raws {
  return {
    async keep(raws, at) {
      const rows = raws.map((bytes) => ({ hash: hashOf(bytes), bytes: Buffer.from(bytes).toString('base64') }))
      const once = [...new Map(rows.map((row) => [row.hash, row])).values()]
      if (once.length)
        await sql`
          insert into raw (hash, bytes, at)
          select hash, decode(bytes, 'base64'), ${at}
          from jsonb_to_recordset(${json(sql, once)}) as raw (hash text, bytes text)
          order by hash on conflict (hash) do nothing`
      return rows.map(({ hash }) => hash)
    },
  }
}

/** The bytes of a hash, as they came. Nothing when they were never here or were expunged. */
export async function rawBytes({ sql }: Database, hash: string): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ bytes: Uint8Array | null }[]>`select bytes from raw where hash = ${hash}`
  return row?.bytes ?? undefined
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
