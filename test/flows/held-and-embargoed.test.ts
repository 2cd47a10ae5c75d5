import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claim } from '../../src/newsroom/claim.ts'
import { hold } from '../../src/newsroom/hold.ts'
import { releaseDue } from '../../src/newsroom/release-due.ts'
import { momentAt } from '../../src/story/moment.ts'
import { done, start, testAgency, type TestAgency } from '../agency.ts'
import { story } from '../build.ts'

const publicDoors = [
  '/',
  '/world',
  '/rss',
  '/atom',
  '/feed.json',
  '/archive/2026/11/25',
  '/search?q=inflation',
  '/news-sitemap.xml',
  '/sitemap.xml',
  '/sitemap/2026-11.xml',
  '/corrections',
]
const moment = momentAt(start + 7_200_000, 'UTC')

test('embargoed copy is on no public door; a subscriber who may have it gets it marked, and all get it at the moment', async () => {
  await using agency = await testAgency()
  const entitled = await agency.subscriber({ embargoed: true })
  const other = await agency.subscriber()
  const draft = story('INFLATION-FALLS').saying('Inflation fell.').in('world').embargoedUntil(moment)
  await agency.published(draft)

  await nowhere(agency, 'inflation-falls')
  const [item] = (await entitled()).items
  assert.equal(new Date(String(item?.['embargoedUntil'])).getTime(), start + 7_200_000)
  assert.equal((await other()).items.length, 0)

  agency.later(7_199)
  await nowhere(agency, 'inflation-falls')
  agency.later(1)
  assert.equal(
    (await agency.get('/2026/11/25/inflation-falls')).status,
    200,
    'at the moment it is there, before anybody acted',
  )
  for (const door of ['/', '/world', '/rss', '/search?q=inflation'])
    assert.ok((await agency.get(door)).text.includes('inflation-falls'), door)
  await releaseDue(agency.newsroom, agency.database)
  assert.deepEqual(
    (await other()).entries.map(({ what }) => what),
    ['released'],
  )
  assert.ok(!JSON.stringify((await other()).items).includes('embargoedUntil'))
})

test('held copy is nowhere before its moment, also for subscribers; then it goes out by itself, also after a night without power', async () => {
  await using agency = await testAgency()
  const entitled = await agency.subscriber({ embargoed: true })
  const filed = await agency.filed(story('INFLATION-FALLS').saying('Inflation fell.').in('world'))
  done(await claim(agency.newsroom, { story: filed.id, basedOn: filed.version, by: 'ana' }))
  done(await hold(agency.newsroom, { story: filed.id, basedOn: filed.version, by: 'ana', until: moment }))

  await releaseDue(agency.newsroom, agency.database)
  await nowhere(agency, 'inflation-falls')
  assert.equal((await entitled()).items.length, 0)

  agency.later(86_400)
  await releaseDue(agency.newsroom, agency.database)
  const { text } = await agency.get('/rss')
  assert.ok(text.includes('inflation-falls'))
  assert.equal((await entitled()).items.length, 1)
  await releaseDue(agency.newsroom, agency.database)
  assert.equal((await entitled()).items.length, 1, 'and only once')
})

async function nowhere(agency: TestAgency, slug: string): Promise<void> {
  for (const door of publicDoors) assert.ok(!(await agency.get(door)).text.includes(slug), `${door} knows of it`)
  assert.equal((await agency.get(`/2026/11/25/${slug}`)).status, 404)
}
