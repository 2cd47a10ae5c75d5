import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { plainHouse } from '../../src/config/house.ts'
import { readXml, schemaFaults } from '../../src/formats/xml.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { refile } from '../../src/newsroom/refile.ts'
import { views } from '../../src/store/views/views.ts'
import { draftOf } from '../../src/story/story.ts'
import { done, testAgency } from '../agency.ts'
import { story } from '../build.ts'
import { on } from '../newsroom.ts'

const passage = [{ heading: 'Owners', paragraphs: ['Those who work here.'] }]
const house = {
  ...plainHouse,
  name: 'A house with a name that is long',
  languages: ['en', 'ar'],
  contact: 'desk@news.example',
  ownership: passage,
  trust: { belongto: ['https://www.association.example/'], datatrainingallowed: ['no'] },
}

test('trust.txt says whose the house is and to whom it belongs, at both its addresses', async () => {
  await using agency = await testAgency({ house })
  for (const path of ['/.well-known/trust.txt', '/trust.txt']) {
    const got = await agency.get(path)
    assert.equal(got.headers.get('content-type'), 'text/plain; charset=utf-8')
    assert.deepEqual(got.text.trim().split('\n'), [
      '# https://news.example/.well-known/trust.txt',
      'belongto=https://www.association.example/',
      'disclosure=https://news.example/standards#ownership',
      'contact=mailto:desk@news.example',
      'datatrainingallowed=no',
    ])
  }
})

test('security.txt names whom to tell, for less than a year and some days to come', async () => {
  await using agency = await testAgency({ house })
  assert.deepEqual((await agency.get('/.well-known/security.txt')).text.trim().split('\n'), [
    'Contact: mailto:desk@news.example',
    'Expires: 2027-11-01T00:00:00Z',
    'Preferred-Languages: en, ar',
    'Canonical: https://news.example/.well-known/security.txt',
  ])
})

test('a house that has said nothing has no such files', async () => {
  await using agency = await testAgency()
  for (const path of ['/.well-known/trust.txt', '/trust.txt', '/.well-known/security.txt'])
    assert.equal((await agency.get(path)).status, 404, path)
  assert.match(
    (await agency.get('/robots.txt')).text,
    /^User-agent: \*\n(.*\n)*Sitemap: https:\/\/news.example\/sitemap.xml/,
  )
})

test('a browser finds how to ask our search', async () => {
  await using agency = await testAgency({ house })
  assert.match(
    (await agency.get('/')).text,
    /<link rel="search" type="application\/opensearchdescription\+xml"[^>]* href="\/opensearch.xml">/,
  )
  const { text } = await agency.get('/opensearch.xml')
  const said = readXml(new TextEncoder().encode(text), (root) => ({
    short: root.find('*[local-name()="ShortName"]')[0]?.text ?? '',
    template: root.find('*[local-name()="Url"]')[0]?.attribute('template'),
  }))
  assert.ok('value' in said)
  assert.ok(said.value.short.length <= 16)
  assert.equal(said.value.template, 'https://news.example/search?q={searchTerms}')
})

test('a month with more stories than a part holds has several, and every story stands in one of them', async () => {
  await using agency = await testAgency({ house })
  for (const name of ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']) {
    await agency.published(story(name))
    agency.later(60)
  }
  const at = '2026-11-25T11:00:00.000Z'
  const { sitemapParts, sitemapOf } = views(agency.database)
  const parts = await sitemapParts(at, 'UTC', 2)
  assert.deepEqual(
    parts.map(({ month, part, changed }) => [month, part, changed]),
    [
      ['2026-11', 1, '2026-11-25T10:01:00.000Z'],
      ['2026-11', 2, '2026-11-25T10:03:00.000Z'],
      ['2026-11', 3, '2026-11-25T10:04:00.000Z'],
    ],
  )
  const all = await Promise.all(
    parts.map(({ month, part }) => sitemapOf(month, at, 'UTC', { skip: (part - 1) * 2, limit: 2 })),
  )
  assert.deepEqual(
    all.map((stories) => stories.map(({ path }) => path.slice(12))),
    [['one', 'two'], ['three', 'four'], ['five']],
  )
  assert.deepEqual((await sitemapParts(at, 'UTC', 5)).length, 1)
  assert.equal((await agency.get('/sitemap/2026-11.xml')).status, 200)
  for (const path of [
    '/sitemap/2026-11-2.xml',
    '/sitemap/2026-11-1.xml',
    '/sitemap/2026-11-0.xml',
    '/sitemap/2026-10.xml',
  ])
    assert.equal((await agency.get(path)).status, 404, path)
})

test('the list of sitemaps tells of whatever was done to a month: a kill, a refile, a move, another arrival', async () => {
  await using agency = await testAgency({ house })
  const old = await agency.published(story('OLD'))
  const gone = await agency.published(story('GONE'))
  agency.later(10 * 86_400) // the fifth of December
  await agency.published(story('NEW'))
  const changed = async () =>
    [...(await agency.get('/sitemap.xml')).text.matchAll(/(2026-\d\d).xml<\/loc><lastmod>(.*?)<\/lastmod>/g)].map(
      ([, month, at]) => [month, at],
    )
  const november = async (at: string) =>
    assert.deepEqual(await changed(), [
      ['2026-11', at],
      ['2026-12', '2026-12-05T10:00:00.000Z'],
    ])
  await november('2026-11-25T10:00:00.000Z')
  agency.later(60)
  done(await kill(agency.newsroom, { ...on(gone), notice: 'No.' }))
  await november('2026-12-05T10:01:00.000Z')
  agency.later(60)
  done(await refile(agency.newsroom, on(old)))
  await november('2026-12-05T10:02:00.000Z')
  agency.later(60)
  const moved = await agency.now(old)
  done(await refile(agency.newsroom, { ...on(moved), draft: { ...draftOf(moved), slug: 'old-and-moved' } }))
  await november('2026-12-05T10:03:00.000Z')
  assert.match((await agency.get('/sitemap/2026-11.xml')).text, /old-and-moved<\/loc><lastmod>2026-12-05T10:03/)
  agency.later(60)
  done(await kill(agency.newsroom, { ...on(await agency.now(old)), notice: 'No.' }))
  assert.deepEqual((await changed())[0]?.[0], '2026-12', 'a month without a story has no sitemap')
})

test('what leaves one part of a month moves all parts behind it, and the list says so', async () => {
  await using agency = await testAgency({ house })
  const filed = []
  for (const name of ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN']) {
    filed.push(await agency.published(story(name)))
    agency.later(60)
  }
  const at = '2026-11-25T11:00:00.000Z'
  done(await kill(agency.newsroom, { ...on(filed[3]!), notice: 'No.' }))
  const parts = await views(agency.database).sitemapParts(at, 'UTC', 2)
  assert.deepEqual(
    parts.map(({ part, changed }) => [part, changed.slice(11, 16)]),
    [
      [1, '10:01'],
      [2, '10:07'],
      [3, '10:07'],
    ],
  )
})

test('an agency without a story has a list of sitemaps and a News sitemap that are not empty', async () => {
  await using agency = await testAgency({ house })
  const schema = { 'sitemap-index.xsd': readFileSync(new URL('../sitemap-index.xsd', import.meta.url)) }
  const { text } = await agency.get('/sitemap.xml')
  assert.deepEqual(schemaFaults(new TextEncoder().encode(text), schema), [])
  assert.match(text, /<loc>https:\/\/news.example\/news-sitemap.xml<\/loc>/)
  assert.match((await agency.get('/news-sitemap.xml')).text, /<url><loc>https:\/\/news.example\/<\/loc><\/url>/)
  await agency.published(story('ONE'))
  const full = (await agency.get('/sitemap.xml')).text
  assert.deepEqual(schemaFaults(new TextEncoder().encode(full), schema), [])
  assert.doesNotMatch(full, /news-sitemap/)
})

const feeds = join(process.env['DATELINE_SHARED'] ?? '../shared', 'standards/feeds')

test(
  'the sitemaps of an agency are valid by their schemas',
  { skip: existsSync(feeds) ? false : `${feeds} is not there` },
  async () => {
    await using agency = await testAgency({ house })
    await using empty = await testAgency({ house })
    await agency.published(story('ONE').headed('One & other'))
    await agency.published(story('جسر').headed('جسر').written('ar'))
    const schemas = Object.fromEntries(
      ['sitemap-all.xsd', 'sitemap-0.9.xsd', 'sitemap-news-0.9.own.xsd'].map((file) => [
        file,
        readFileSync(join(feeds, file)),
      ]),
    )
    for (const path of ['/sitemap/2026-11.xml', '/news-sitemap.xml'])
      assert.deepEqual(schemaFaults(new TextEncoder().encode((await agency.get(path)).text), schemas), [], path)
    const { text } = await empty.get('/news-sitemap.xml')
    assert.deepEqual(schemaFaults(new TextEncoder().encode(text), schemas), [], 'without a story')
    assert.match(
      (await agency.get('/sitemap.xml')).text,
      /<loc>https:\/\/news.example\/sitemap\/2026-11.xml<\/loc><lastmod>/,
    )
  },
)
