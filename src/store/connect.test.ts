import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onSocket, socketUrl, toConnection } from './connect.ts'

test('a database elsewhere is reached by host, port, user and password', () => {
  assert.deepEqual(toConnection('postgres://ana:s%40lt@db.example:6543/news?sslmode=require'), {
    host: 'db.example',
    port: 6543,
    username: 'ana',
    password: 's@lt',
    database: 'news',
    ssl: 'require',
  })
})

test('the socket of a server can be said in each of the ways that psql knows', () => {
  const there = { ...onSocket('/run/pg'), username: 'ana', database: 'news' }
  assert.deepEqual(toConnection('postgres://ana@%2Frun%2Fpg/news'), there)
  assert.deepEqual(toConnection('postgresql:///news?host=/run/pg&user=ana'), there)
  assert.deepEqual(toConnection('postgresql://ana@/news?host=/run/pg'), there)
})

test('the address we print for our own socket leads back to it, whatever its folder is called', () => {
  const folder = `/srv/Büro Köln/it's "A:B", (1)/socket`
  const ours = { username: 'dateline', database: 'dateline' }
  assert.deepEqual(toConnection(socketUrl(folder, ours)), { ...onSocket(folder), ...ours })
  assert.match(socketUrl(folder, ours), /^[\w.:/@%-]+$/, 'a shell takes it as one word')
})

test('what is not named is what psql would take', () => {
  assert.deepEqual(toConnection('postgres://ana@db.example'), {
    host: 'db.example',
    port: 5432,
    username: 'ana',
    database: 'ana',
  })
  assert.equal(toConnection('postgres://db.example/news?sslmode=disable').ssl, false)
  assert.throws(() => toConnection('mysql://db.example/news'), TypeError)
})
