import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { story } from '../../test/build.ts'
import { testNewsroom } from '../../test/newsroom.ts'
import { keepPurging } from './purging.ts'

test('a cache in front that is down for a moment is told all the same, and once more when nothing old is under way', async () => {
  await using room = await testNewsroom()
  const heard: string[] = []
  let asked = 0
  const cache = createServer((request, response) => {
    asked++
    if (asked > 1) heard.push(`${request.method} ${String(request.headers['surrogate-key'])}`)
    response.writeHead(asked > 1 ? 200 : 503).end()
  })
  await new Promise<void>((resolve) => void cache.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(cache.address() as AddressInfo).port}/`
  {
    await using purging = keepPurging(room.database, [address])
    await sleep(300) // until both followers have their place in the journal
    const { id } = await room.published(story('QUAKE-CHILE'))
    const line = `PURGE news story:${id}`
    for (const end = Date.now() + 10_000; heard.length < 2 && Date.now() < end;) await sleep(20)
    assert.deepEqual(heard, [line, line])
    purging.soon([])
    for (const end = Date.now() + 5_000; heard.length < 3 && Date.now() < end;) await sleep(20)
    assert.equal(heard[2], 'PURGE all')
  }
  cache.close()
  cache.closeAllConnections()
})
