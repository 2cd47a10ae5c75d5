import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHouse } from '../../src/config/house.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { testAgency } from '../agency.ts'
import { story } from '../build.ts'

const house = { ...plainHouse, languages: ['en', 'ar'] }
const site = 'https://news.example'

test('a slash too many leads to the permanent address', async () => {
  await using agency = await testAgency({ house })
  await agency.published(story('DAM').by('Ana').in('world'))
  await agency.published(story('جسر').written('ar'))
  const gone = await agency.published(story('GONE'))
  await kill(agency.newsroom, { story: gone.id, basedOn: gone.version, by: 'ana', notice: 'It did not happen.' })
  for (const path of [
    '/2026/11/25/dam',
    '/2026/11/25/%D8%AC%D8%B3%D8%B1',
    '/2026/11/25/gone',
    '/lite/2026/11/25/dam',
    '/world',
    '/ar',
    '/ar/world/rss',
    '/people/ana',
    '/archive/2026/11/25',
    '/corrections',
  ]) {
    const { status, headers } = await agency.get(`${path}/`)
    assert.deepEqual([status, headers.get('location')], [301, site + path], path)
  }
  const query = '?before=2026-11-25T10%3A00%3A00Z+x&q=%D8%AC'
  assert.equal((await agency.get(`/world//${query}`)).headers.get('location'), `${site}/world${query}`)
  for (const path of ['/', '//', '/2026/11/25/nothing/', '/nothing/', '//other.example/'])
    assert.ok([200, 404].includes((await agency.get(path)).status), path)
})

test('a day, a month or a year of an address is that of the archive', async () => {
  await using agency = await testAgency({ house })
  await agency.published(story('DAM'))
  for (const [path, to] of [
    ['/2026/11/25', '/archive/2026/11/25'],
    ['/2026/11/25/', '/archive/2026/11/25'],
    ['/2026/11', '/archive/2026/11'],
    ['/2026', '/archive/2026'],
  ] as const) {
    const { status, headers } = await agency.get(path)
    assert.deepEqual([status, headers.get('location')], [301, site + to], path)
  }
  for (const path of ['/2026/11/26', '/2026/13', '/2026/02/30', '/2027', '/2026/1/2', '/20261125'])
    assert.equal((await agency.get(path)).status, 404, path)
})

test('what an older site had at an address with a slash stays the first that is meant', async () => {
  await using agency = await testAgency({ house })
  await agency.published(story('DAM'))
  await agency.published(story('OLD').with({ formerAddresses: ['/2026/11/25/dam/', '/2026'] }))
  for (const path of ['/2026/11/25/dam/', '/2026'])
    assert.equal((await agency.get(path)).headers.get('location'), `${site}/2026/11/25/old`, path)
})
