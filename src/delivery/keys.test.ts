import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { allKeys } from '../store/keys.ts'
import { checkKeys, makeKey, revokeKey } from './keys.ts'

const wanted = { name: 'Daily Mirror', scopes: ['wire'], embargoed: true } as const

async function made(database: Parameters<typeof makeKey>[0], wish: Parameters<typeof makeKey>[1] = wanted) {
  const key = await makeKey(database, wish)
  assert.ok('key' in key)
  return key
}

test('a key is shown once and only its hash is kept', async () => {
  await using database = await testDatabase()
  const { id, key } = await made(database)
  assert.match(key, /^dl_[\w-]{43}$/)
  const rows = await allKeys(database)
  assert.ok(!JSON.stringify(rows).includes(key.slice(3)))
  assert.deepEqual(
    rows.map(({ id, name }) => [id, name]),
    [[id, 'Daily Mirror']],
  )
  assert.deepEqual(await checkKeys(database)(key), { id, ...wanted })
  assert.notEqual((await made(database)).key, key)
})

test('what is no key, or nearly one, opens nothing', async () => {
  await using database = await testDatabase()
  const { key } = await made(database)
  const check = checkKeys(database)
  const last = key.at(-1) === 'A' ? 'B' : 'A'
  for (const wrong of [
    '',
    'dl_',
    key.slice(0, -1),
    `${key.slice(0, -1)}${last}`,
    ` ${key}`,
    `${key}\0`,
    key.toUpperCase(),
  ])
    assert.equal(await check(wrong), undefined, JSON.stringify(wrong))
})

test('a revoked key is shut out at once, and within a second where it was just used', async () => {
  await using database = await testDatabase()
  const { id, key } = await made(database)
  let now = Date.now()
  const check = checkKeys(database, () => now)
  assert.ok(await check(key))
  assert.deepEqual(await revokeKey(database, id), { done: { id } })
  assert.equal(await checkKeys(database)(key), undefined)
  now += 499
  assert.ok(await check(key))
  now += 1
  assert.equal(await check(key), undefined)
  const [row] = await allKeys(database)
  await revokeKey(database, id)
  assert.equal((await allKeys(database))[0]?.revoked, row?.revoked)
  assert.deepEqual(await revokeKey(database, 'none'), {
    refused: [{ code: 'key.unknown', path: 'id', values: { key: 'none' } }],
  })
})

test('a key without a name is refused, and use is marked', async () => {
  await using database = await testDatabase()
  assert.deepEqual(await makeKey(database, { ...wanted, name: ' ' }), {
    refused: [{ code: 'key.name.missing', path: 'name' }],
  })
  const { key } = await made(database, { ...wanted, scopes: ['wire', 'push'], embargoed: false })
  assert.equal((await allKeys(database))[0]?.lastUsed, undefined)
  await checkKeys(database)(key)
  assert.ok((await allKeys(database))[0]?.lastUsed)
})
