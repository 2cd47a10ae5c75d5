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

test('a subscriber is shut out by name while one key of that name is alive, and several are told with their ids', async () => {
  await using database = await testDatabase()
  const [first, second] = [await made(database), await made(database)]
  const courier = await made(database, { ...wanted, name: 'Kessary Courier' })
  const several = await revokeKey(database, 'Daily Mirror')
  assert.ok('refused' in several)
  const [why] = several.refused
  assert.equal(why?.code, 'key.several')
  assert.deepEqual(new Set(why?.values?.['ids']?.split(', ')), new Set([first.id, second.id]))
  assert.ok(await checkKeys(database)(first.key), 'a refusal revokes none')
  assert.deepEqual(await revokeKey(database, first.id), { done: { id: first.id } })
  assert.deepEqual(await revokeKey(database, 'Daily Mirror'), { done: { id: second.id } })
  assert.equal(await checkKeys(database)(second.key), undefined)
  assert.ok(await checkKeys(database)(courier.key))
  assert.deepEqual(await revokeKey(database, 'Daily Mirror'), {
    refused: [{ code: 'key.unknown', path: 'id', values: { key: 'Daily Mirror' } }],
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
