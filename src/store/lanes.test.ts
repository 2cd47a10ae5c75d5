import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { openDatabase, type Sql } from './database.ts'

const cut = ({ sql }: TestDatabase) => sql`
  select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`

test('a connection that dies in the midst of a transaction ends that transaction, and nothing else', async () => {
  await using database = await testDatabase()
  await using other = openDatabase({ connect: database.connect, max: 2 })
  const add = (sql: Sql, number: number) => sql`insert into cursor (name, number) values (${String(number)}, ${number})`
  for (const wait of ['select pg_sleep(1)', 'select 1']) {
    const dying = other.transaction(async (sql) => {
      await add(sql, 1)
      const waiting = sql.unsafe(wait)
      if (wait.includes('sleep')) await Promise.all([waiting, sleep(50).then(() => cut(database))])
      else await waiting.then(() => cut(database)).then(() => sleep(50))
      await add(sql, 2)
    })
    await assert.rejects(dying)
    await other.transaction((sql) => add(sql, wait.length))
  }
  const rows = await database.sql<{ number: number }[]>`select number from cursor order by number`
  assert.deepEqual(
    rows.map(({ number }) => number),
    [8, 18],
  )
})

test('a statement that failed and was forgiven is not taken for a success', async () => {
  await using database = await testDatabase()
  const forgiving = database.transaction(async (sql) => {
    await sql`insert into cursor (name, number) values ('a', 1)`
    await sql`select 1 / 0`.catch(() => {})
  })
  await assert.rejects(forgiving, /nothing of it is kept/)
  assert.equal((await database.sql`select from cursor`).count, 0)
})

test('what comes after its transaction does not slip into the next one', async () => {
  await using database = await testDatabase()
  const kept = await database.transaction(async (sql) => () => sql`select 1`)
  assert.throws(kept, /after its transaction was over/)
})

test('transactions wait for a connection, and each is whole', async () => {
  await using database = await testDatabase({ max: 4 })
  await database.sql`insert into cursor (name, number) values ('a', 0)`
  let now = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 20 }, () =>
      database.transaction(async (sql) => {
        most = Math.max(most, ++now)
        await sql`select pg_sleep(0.01)` // so that the other connection has been made meanwhile
        const [row] = await sql<{ number: number }[]>`select number from cursor where name = 'a' for update`
        await sql`update cursor set number = ${(row?.number ?? 0) + 1} where name = 'a'`
        now--
      }),
    ),
  )
  assert.equal(most, 2)
  assert.equal((await database.sql`select from cursor where number = 20`).count, 1)
})

test('what was sent and not heard of when a connection dies is not done on the next one', async () => {
  await using database = await testDatabase()
  await using other = openDatabase({ connect: database.connect, max: 2 })
  let answered = false
  const dying = other.transaction(async (sql, behind) => {
    await sql`select 1`
    const sent = [sql.unsafe('select pg_sleep(1)')]
    // New to this connection, so that each has to be described before it is done, and the next ones wait.
    for (const name of ['a', 'b', 'c'])
      sent.push(sql`insert into cursor (name, number) values (${name}, ${sql.unsafe(String(name.length))})`)
    for (const one of sent) one.catch(() => {})
    const behindCommit = behind((after) => after`select 1`)
    behindCommit.then(
      () => (answered = true),
      () => {},
    )
    await sleep(50)
    await cut(database)
    await sleep(300)
  })
  await assert.rejects(dying, { code: /CONNECTION_CLOSED|57P01/ })
  await sleep(300)
  assert.equal((await database.sql`select from cursor`).count, 0)
  assert.ok(!answered, 'nothing stands behind a COMMIT that never was')
})

test('what stands behind COMMIT reads what was committed', async () => {
  await using database = await testDatabase()
  const seen = await database.transaction(async (sql, behind) => {
    const count = behind(async (after) => (await after`select from cursor`).count)
    await sql`insert into cursor (name, number) values ('a', 1)`
    return { count }
  })
  assert.equal(await seen.count, 1)
})

test('work whose connection was cut before it began is done on another one', async () => {
  await using database = await testDatabase()
  await using other = openDatabase({ connect: database.connect, max: 2 })
  await other.transaction((sql) => sql`select 1`)
  await cut(database)
  await other.transaction((sql) => sql`insert into cursor (name, number) values ('a', 1)`)
  assert.equal((await database.sql`select from cursor`).count, 1)
})
