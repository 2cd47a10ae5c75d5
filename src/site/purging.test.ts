import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { story } from '../../test/build.ts'
import { testNewsroom } from '../../test/newsroom.ts'
import { keepPurging } from './purging.ts'

test('a cache in front that is down for a moment is told all the same, and once more when nothing old is under way', async () => {
  await using room = await testNewsroom()
  const heard: string[] = []
  await using cache = await frontCache((keys) => {
    heard.push(keys)
    return heard.length === 2 ? 503 : 200
  })
  await using purging = keepPurging(room.database, [cache.address])
  await until(() => purging.works())
  assert.deepEqual(heard.splice(1), [], 'at the start everything is dropped')
  await sleep(300) // until both followers have their place in the journal
  const { id } = await room.published(story('QUAKE-CHILE'))
  const line = `news story:${id}`
  await until(() => heard.filter((keys) => keys === line).length === 3)
  purging.soon(['story:x'])
  await until(() => heard.includes('news story:x'))
})

test('while a cache in front cannot be told it may keep nothing, and who answers again drops everything first', async (t) => {
  await using room = await testNewsroom()
  const lines: string[] = []
  t.mock.method(process.stderr, 'write', (line: string) => lines.push(line) > 0)
  await using first = await frontCache(() => 200)
  const { address, port } = first
  await first[Symbol.asyncDispose]()
  await using purging = keepPurging(room.database, [address])
  await sleep(1000)
  assert.equal(purging.works(), false)
  assert.equal(lines.length, 1, `one line, however often it fails: ${lines.join('')}`)
  assert.match(lines[0] ?? '', new RegExp(`does not answer at http://127.0.0.1:${port}/ \\(.*ECONNREFUSED.*CDN_PURGE`))
  const heard: string[] = []
  await using _ = await frontCache((keys) => heard.push(keys) && 200, port)
  await until(() => purging.works(), 2500)
  assert.equal(heard[0], 'all')
})

test('a cache in front that refuses is told of with the mend', async (t) => {
  await using room = await testNewsroom()
  const lines: string[] = []
  t.mock.method(process.stderr, 'write', (line: string) => lines.push(line) > 0)
  await using cache = await frontCache(() => 403)
  await using purging = keepPurging(room.database, [cache.address])
  await until(() => lines.length > 0)
  assert.match(lines[0] ?? '', /answered PURGE with 403: let its settings .*acl agency/)
  assert.equal(purging.works(), false)
})

async function frontCache(
  answer: (keys: string) => number,
  port = 0,
): Promise<{ address: string; port: number } & AsyncDisposable> {
  const server: Server = createServer((request, response) => {
    response.writeHead(answer(String(request.headers['surrogate-key']))).end()
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const at = (server.address() as AddressInfo).port
  return {
    address: `http://127.0.0.1:${at}/`,
    port: at,
    async [Symbol.asyncDispose]() {
      if (!server.listening) return
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function until(holds: () => boolean, within = 10_000): Promise<void> {
  for (const end = Date.now() + within; !holds(); await sleep(20))
    if (Date.now() > end) throw new Error(`it did not come true within ${within} ms`)
}
