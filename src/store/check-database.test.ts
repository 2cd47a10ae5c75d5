import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDatabase, databaseComplaints } from './check-database.ts'

const fit = { version: 180_004, named: '18.4', encoding: 'UTF8', fsync: 'on', folds: true, name: 'news' }
const asking = (found: object) => () => Promise.resolve([{ ...fit, ...found }])

test('a fit database passes in silence', async () => {
  await checkDatabase(asking({}))
})

test('a database that knows English only is refused, with the call that makes a right one', async () => {
  await assert.rejects(checkDatabase(asking({ folds: false })), {
    code: 'unfit',
    message: /ü is the small Ü.*createdb .*--locale-provider=builtin/,
  })
  assert.match(
    (await databaseComplaints(asking({ folds: false, version: 150_018 }))).join(),
    /createdb .*--locale=C\.UTF-8 NAME$/,
  )
})

test('an old server, another encoding and a server that does not write to disk are refused', async () => {
  assert.match(
    (await databaseComplaints(asking({ version: 140_010, named: '14.10' }))).join(),
    /PostgreSQL 14\.10, and Dateline needs 15 or newer/,
  )
  assert.equal((await databaseComplaints(asking({ encoding: 'SQL_ASCII', folds: false, fsync: 'off' }))).length, 2)
})
