import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Problem, problem } from '../story/problem.ts'
import { type Database } from '../store/database.ts'
import { allKeys, keepKey, keyByHash, type KeyRow, markUsed, revokeKeyRow } from '../store/keys.ts'

/** What a key may be used for. */
export const scopes = ['wire', 'push'] as const
export type Scope = (typeof scopes)[number]

/** What a key lets its subscriber do. `embargoed`: it may have copy under embargo before the moment, marked. */
export type Key = { id: string; name: string; scopes: readonly string[]; embargoed: boolean }

/** Makes a key for a subscriber. The key itself is shown this once; only its hash is kept. */
export async function makeKey(
  database: Database,
  { name, scopes, embargoed }: { name: string; scopes: readonly Scope[]; embargoed: boolean },
  now: () => number = Date.now,
): Promise<{ id: string; key: string } | { refused: readonly Problem[] }> {
  if (!name.trim()) return { refused: [problem('key.name.missing', 'name')] }
  const key = `dl_${randomBytes(32).toString('base64url')}`
  const id = randomBytes(6).toString('hex')
  const created = new Date(now()).toISOString()
  await keepKey(database, { id, name: name.trim(), hash: hashOf(key), scopes, embargoed, created })
  return { id, key }
}

/**
 * A key opens nothing from now on; where it was just used, within a second. `called` is its id, or its subscriber's name
 * when exactly one key of that name still opens something: several are refused as `key.several`, with their ids.
 */
export async function revokeKey(
  database: Database,
  called: string,
  now: () => number = Date.now,
): Promise<{ done: { id: string } } | { refused: readonly Problem[] }> {
  const at = new Date(now()).toISOString()
  if (await revokeKeyRow(database, called, at)) return { done: { id: called } }
  const live = (await allKeys(database)).filter(({ name, revoked }) => name === called.trim() && !revoked)
  const ids = live.map(({ id }) => id)
  const [only] = ids
  if (!only) return { refused: [problem('key.unknown', 'id', { key: called })] }
  if (ids.length > 1) return { refused: [problem('key.several', 'id', { key: called, ids: ids.join(', ') })] }
  await revokeKeyRow(database, only, at)
  return { done: { id: only } }
}

/**
 * Looks a key up as it was given. What was found is believed for half a second at most, so that a stream does not ask at every
 * item and a revoked key is shut out as soon. Keys that do not exist are not remembered: anybody could fill the memory.
 */
export function checkKeys(database: Database, now: () => number = Date.now): (key: string) => Promise<Key | undefined> {
  const remembered = new Map<string, { row: KeyRow; until: number }>()
  return async (key) => {
    if (!/^dl_[\w-]{43}$/.test(key)) return undefined
    const hash = hashOf(key)
    const known = remembered.get(hash)
    if (known && known.until > now()) return toKey(known.row)
    remembered.delete(hash)
    const asked = now()
    const row = await keyByHash(database, hash)
    if (!row || row.revoked || !sameHash(row.hash, hash)) return undefined
    if (remembered.size >= 10_000) remembered.clear()
    remembered.set(hash, { row, until: asked + 500 })
    await markUsed(database, row.id, new Date(asked).toISOString())
    return toKey(row)
  }
}

function toKey({ id, name, scopes, embargoed }: KeyRow): Key {
  return { id, name, scopes, embargoed }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** The look-up is by hash, so its time tells nothing of the key; this comparison shall not either. */
function sameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'))
}
