import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHouse } from '../../src/config/house.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'

const house = { ...plainHouse, languages: ['en', 'ar', 'ja'] }
const about = (...codes: string[]) => ({ subjects: codes.map((code) => ({ code })) })

test('a story about a topic stands on its page and on those of the broader ones', async () => {
  await using agency = await testAgency({ house })
  await agency.published(story('DAM-CRACK').headed('Dam cracks').with(about('medtop:20000161')))
  await agency.published(story('BARLEY').headed('Barley is dear').with(about('medtop:20000210')))
  for (const path of [
    '/topics/20000161-structural-failures',
    '/topics/20000139-accident-and-emergency-incident',
    '/topics/03000000-disaster-accident-and-emergency-incident',
  ]) {
    const page = await agency.get(path)
    assert.equal(page.status, 200, path)
    assert.match(page.text, /Dam cracks/)
    assert.doesNotMatch(page.text, /Barley is dear/)
    assert.match(page.text, new RegExp(`rel="canonical" href="https://news.example${path}"`))
  }
  const broad = (await agency.get('/topics/20000139-accident-and-emergency-incident')).text
  assert.match(broad, /href="\/topics\/20000161-structural-failures">structural failures</)
  assert.doesNotMatch(broad, /transport accident and incident/, 'narrower topics without stories are not offered')
})

test('a legacy code and the address of a topic lead to the same page as the topic', async () => {
  await using agency = await testAgency({ house })
  await agency.published(story('OLD').headed('Old code').with(about('subj:03006001')))
  await agency.published(
    story('LINKED').headed('As an address').with(about('http://cv.iptc.org/newscodes/mediatopic/20000161')),
  )
  const { text } = await agency.get('/topics/20000161-structural-failures')
  assert.match(text, /Old code/)
  assert.match(text, /As an address/)
})

test('the address of a topic is its number: with other words behind it leads to where it is now', async () => {
  await using agency = await testAgency({ house })
  for (const path of ['/topics/20000161', '/topics/20000161-collapses', '/topics/20000161-انهيار']) {
    const moved = await agency.get(path)
    assert.equal(moved.status, 301)
    assert.equal(moved.headers.get('location'), 'https://news.example/topics/20000161-structural-failures')
  }
  for (const path of ['/topics/29999999-nothing', '/topics/structural-failures', '/topics/20000161x', '/topics'])
    assert.equal((await agency.get(path)).status, 404, path)
})

test('an edition has topic pages in its own words and with its own stories', async () => {
  await using agency = await testAgency({ house })
  await agency.published(story('DAM-CRACK').headed('Dam cracks').with(about('medtop:20000161')))
  await agency.published(story('SADD').headed('شق في السد').written('ar').with(about('medtop:20000161')))
  const page = await agency.get(encodeURI('/ar/topics/20000161-انهيار-مبان'))
  assert.equal(page.status, 200)
  assert.match(page.text, /<h1>انهيار مبان<\/h1>/)
  assert.match(page.text, /شق في السد/)
  assert.doesNotMatch(page.text, /Dam cracks/)
  const japanese = await agency.get('/ja/topics/20000161-structural-failures')
  assert.match(japanese.text, /<h1 lang="en">Structural failures<\/h1>/, 'no Japanese name is known')
  assert.match(japanese.text, /<meta name="robots" content="noindex">/, 'an empty page is not for search engines')
})

test('a story page says its topics in the reader’s language and leads to their pages', async () => {
  await using agency = await testAgency({ house })
  const draft = story('DAM-CRACK').with({
    subjects: [
      { code: 'medtop:20000161', name: 'Einsturz' },
      { code: 'topics:dams', name: 'dams' },
    ],
    keywords: ['Ostra dam'],
  })
  await agency.published(draft)
  const { text } = await agency.get('/2026/11/25/dam-crack')
  assert.match(text, /<li><a href="\/topics\/20000161-structural-failures">structural failures<\/a><\/li>/)
  assert.doesNotMatch(text, /Einsturz/)
  assert.match(text, /<li><a href="\/search\?q=dams">dams<\/a><\/li>/)
  assert.match(text, /<li><a href="\/search\?q=%22Ostra\+dam%22">Ostra dam<\/a><\/li>/)
})

test('a topic has feeds, which a killed story leaves with a notice and an embargoed one has not yet entered', async () => {
  await using agency = await testAgency({ house })
  const dam = await agency.published(story('DAM-CRACK').headed('Dam cracks').with(about('medtop:20000161')))
  await agency.published(story('RIVER').headed('River rises').with(about('medtop:20000161')))
  const { version } = await agency.filed(
    story('LATER').headed('Not yet').with(about('medtop:20000161')).embargoedUntil(moment('2026-11-25 12:00')),
  )
  assert.ok(version)
  await kill(agency.newsroom, { story: dam.id, basedOn: dam.version, by: 'ana', notice: 'It did not crack.' })
  for (const path of ['/topics/20000139/rss', '/topics/20000161/atom', '/topics/20000161/feed.json', '/rss']) {
    const feed = await agency.get(path)
    assert.equal(feed.status, 200, path)
    assert.match(feed.text, /River rises/)
    assert.match(feed.text, /It did not crack/)
    assert.doesNotMatch(feed.text, /Dam cracks|Not yet/)
  }
  const page = await agency.get('/topics/20000161-structural-failures')
  assert.doesNotMatch(page.text, /Dam cracks/)
  assert.match(
    page.text,
    /type="application\/atom\+xml" title="[^"]*Structural failures" href="https:\/\/news.example\/topics\/20000161\/atom"/,
  )
  assert.equal((await agency.get('/topics/20000161-structural-failures/rss')).status, 301)
})

test('a long topic goes on behind its first page', async () => {
  await using agency = await testAgency({ house })
  for (let n = 1; n <= 53; n++) {
    await agency.published(story(`DAM-${n}`).headed(`Dam number ${n}.`).with(about('medtop:20000161', 'subj:03006001')))
    agency.later(60)
  }
  const first = (await agency.get('/topics/20000161-structural-failures')).text
  assert.equal(first.match(/Dam number \d+\./g)?.length, 50)
  const next = /<a href="([^"]+)" rel="next">/.exec(first)?.[1] ?? ''
  const second = (await agency.get(next)).text
  assert.deepEqual(second.match(/Dam number \d+\./g), ['Dam number 3.', 'Dam number 2.', 'Dam number 1.'])
})

test('one of our people has feeds of what he did', async () => {
  await using agency = await testAgency({ house })
  await agency.published(story('DAM-CRACK').headed('Dam cracks').by('Ana'))
  await agency.published(story('RIVER').headed('River rises').by('Ben'))
  const feed = await agency.get('/people/ana/feed.json')
  assert.deepEqual(
    (JSON.parse(feed.text) as { items: { title: string }[] }).items.map(({ title }) => title),
    ['Dam cracks'],
  )
  assert.equal(
    (await agency.get('/people/ana/rss')).headers.get('link'),
    '<https://news.example/people/ana/rss>; rel="self"',
  )
  assert.match((await agency.get('/people/ana')).text, /href="https:\/\/news.example\/people\/ana\/rss"/)
  for (const path of ['/people/nobody/rss', '/people/ana/pdf']) assert.equal((await agency.get(path)).status, 404, path)
})
