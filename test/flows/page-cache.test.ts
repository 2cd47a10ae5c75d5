import assert from 'node:assert/strict'
import { Agent, request } from 'node:http'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { kill } from '../../src/newsroom/kill.ts'
import { update } from '../../src/newsroom/update.ts'
import { publish } from '../../src/newsroom/publish.ts'
import { draftOf } from '../../src/story/story.ts'
import { done, testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'

test('a page is made once, however many ask for it, and then no request for it enters the router', async () => {
  await using agency = await testAgency()
  const { path } = await pathed(agency, 'QUAKE-CHILE')
  const port = await agency.listen()
  await sleep(300) // until this process has heard of its own news too
  const before = agency.pages.counts.rendered
  const herd = await Promise.all(Array.from({ length: 20 }, () => get(port, path)))
  assert.deepEqual([...new Set(herd.map(({ status }) => status))], [200])
  assert.equal(agency.pages.counts.rendered, before + 1)
  for (let n = 0; n < 5; n++) await get(port, `${path}?utm_source=letter${n}`)
  const again = await get(port, path)
  assert.equal(agency.pages.counts.rendered, before + 1)
  assert.equal(again.text, herd[0]?.text)
  assert.equal((await get(port, path, { 'if-none-match': again.etag })).status, 304)
  assert.equal((await get(port, path, { 'accept-encoding': 'br' })).encoding, 'br')
  assert.equal(agency.pages.counts.rendered, before + 2)
  assert.equal((await get(port, path, {}, 'HEAD')).text, '')
})

test('whoever publishes finds nothing older anywhere when the act is acknowledged, and other stories stay in memory', async () => {
  await using agency = await testAgency()
  const quake = await pathed(agency, 'QUAKE-CHILE')
  const other = await pathed(agency, 'FLOOD')
  const beside = await agency.published(story('AFTERSHOCK').with({ related: [quake.id] }))
  const besidePath = (await agency.pathOf(beside.id)) ?? ''
  for (const path of ['/', '/rss', quake.path, other.path, besidePath]) await agency.get(path)
  const { id, version } = await agency.now(quake)
  const draft = { ...draftOf(await agency.now(quake)), headline: 'Quake hits central Chile, 12 dead' }
  done(await update(agency.newsroom, { story: id, basedOn: version, by: 'ana', draft }))
  const { rendered } = agency.pages.counts
  for (const path of ['/', '/rss', quake.path, besidePath]) assert.match((await agency.get(path)).text, /12 dead/, path)
  assert.equal(agency.pages.counts.rendered, rendered + 4)
  await agency.get(other.path)
  assert.equal(agency.pages.counts.rendered, rendered + 4)
  const now = await agency.now(quake)
  done(await kill(agency.newsroom, { story: id, basedOn: now.version, by: 'ana', notice: 'It was not so.' }))
  assert.equal((await agency.get(quake.path)).status, 410)
  assert.doesNotMatch((await agency.get('/')).text, /12 dead/)
  assert.doesNotMatch((await agency.get(besidePath)).text, /12 dead/)
})

test('a kept page has the translation, and the story that carries it on, as soon as they are out', async () => {
  await using agency = await testAgency()
  const quake = await pathed(agency, 'QUAKE-CHILE')
  await agency.get(quake.path)
  await agency.published(story('BEBEN').headed('Beben in Chile').written('de').with({ translationOf: quake.id }))
  assert.match((await agency.get(quake.path)).text, /Beben in Chile/)
  await agency.published(story('RESCUE').headed('Rescuers reach the coast').with({ updateOf: quake.id }))
  assert.match((await agency.get(quake.path)).text, /Rescuers reach the coast/)
})

test('what is under embargo appears at its moment, also on pages that were kept a second before', async () => {
  await using agency = await testAgency()
  const plain = await agency.filed(story('RATES').embargoedUntil(moment('2026-11-25T11:00')))
  done(await publish(agency.newsroom, { story: plain.id, basedOn: plain.version, by: 'ana' }))
  const path = (await agency.pathOf(plain.id)) ?? ''
  agency.later(3599)
  assert.doesNotMatch((await agency.get('/')).text, new RegExp(path))
  assert.equal((await agency.get(path)).status, 404)
  agency.later(1)
  assert.equal((await agency.get(path)).status, 200)
  assert.match((await agency.get('/')).text, new RegExp(path))
})

test('a page that was kept yesterday does not carry yesterday’s date today', async () => {
  await using agency = await testAgency()
  assert.match((await agency.get('/')).text, /25 November 2026/)
  agency.later(14 * 3600)
  assert.match((await agency.get('/')).text, /26 November 2026/)
})

test('addresses that somebody makes up fill no memory, and faults are not kept', async () => {
  await using agency = await testAgency()
  for (let n = 0; n < 50; n++) await agency.get(`/?junk=${n}`)
  // On a machine that is very busy all may have been forgotten meanwhile.
  const kept = () => agency.pages.counts.pages
  assert.ok(kept() <= 1, `${kept()} pages`)
  for (let n = 0; n < 3; n++) await agency.get('/search?q=flood')
  assert.ok(kept() <= 1, `${kept()} pages`)
})

async function pathed(agency: Awaited<ReturnType<typeof testAgency>>, slug: string) {
  const one = await agency.published(story(slug))
  return { id: one.id, path: (await agency.pathOf(one.id)) ?? '' }
}

const agent = new Agent({ keepAlive: false })

function get(port: number, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; text: string; etag: string; encoding: string }>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, headers, method, agent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
          etag: response.headers.etag ?? '',
          encoding: response.headers['content-encoding'] ?? '',
        }),
      )
    })
    sent.on('error', reject).end()
  })
}
