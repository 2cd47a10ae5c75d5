import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { plainHouse } from '../../src/config/house.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'

/** A hub that keeps what it was told, and answers as the list says, the last for ever. */
async function hub(...statuses: number[]) {
  const told: URLSearchParams[] = []
  let asked = 0
  const server: Server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const status = statuses[Math.min(asked++, statuses.length - 1)] ?? 202
      if (status < 300) told.push(new URLSearchParams(text))
      response.writeHead(status).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    told,
    asked: () => asked,
    async until(number: number) {
      for (let tries = 0; told.length < number && tries < 400; tries++) await sleep(10)
      assert.equal(told.length, number)
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

test('the hub is told of every feed in which a published story stands, and again when it is killed', async () => {
  await using here = await hub(202)
  await using agency = await testAgency({ house: { ...plainHouse, hub: here.address } })
  await sleep(300) // the follower begins at the head
  const dam = await agency.published(
    story('DAM')
      .in('world')
      .by('Ana')
      .with({ subjects: [{ code: 'medtop:20000161' }] }),
  )
  await here.until(1)
  assert.equal(here.told[0]?.get('hub.mode'), 'publish')
  const feeds = here.told[0]?.getAll('hub.url') ?? []
  for (const path of [
    '/rss',
    '/atom',
    '/feed.json',
    '/world/rss',
    '/topics/20000161/rss',
    '/topics/03000000/atom',
    '/people/ana/rss',
  ])
    assert.ok(feeds.includes(`https://news.example${path}`), path)
  for (const feed of feeds) {
    const got = await agency.get(feed)
    assert.equal(got.status, 200, feed)
    assert.equal(got.headers.get('link'), `<${feed}>; rel="self", <${here.address}>; rel="hub"`)
    assert.ok(got.text.includes(here.address) && got.text.includes(feed), 'the feed itself says the same')
  }
  await kill(agency.newsroom, { story: dam.id, basedOn: dam.version, by: 'ana', notice: 'No.' })
  await here.until(2)
  assert.deepEqual(here.told[1]?.getAll('hub.url'), feeds)
})

test('a hub that is down is asked again and holds nothing up; an embargoed story is not announced', async () => {
  await using here = await hub(503, 500, 202)
  await using agency = await testAgency({ house: { ...plainHouse, hub: here.address } })
  await sleep(300)
  await agency.published(story('LATER').embargoedUntil(moment('2026-11-25 12:00')))
  await agency.published(story('RIVER'))
  assert.equal((await agency.get('/2026/11/25/river')).status, 200, 'the page is there while the hub is not')
  await here.until(1)
  assert.equal(here.asked(), 3)
})

test('a hub that refuses is left alone', async () => {
  await using here = await hub(400, 202)
  await using agency = await testAgency({ house: { ...plainHouse, hub: here.address } })
  await sleep(300)
  await agency.published(story('RIVER'))
  await agency.published(story('BARLEY'))
  await here.until(1)
  await sleep(100)
  assert.equal(here.asked(), 2)
})
