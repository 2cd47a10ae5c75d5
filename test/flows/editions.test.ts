import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type House, plainHouse } from '../../src/config/house.ts'
import { archive } from '../../src/newsroom/archive.ts'
import { correct } from '../../src/newsroom/correct.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { wordsFor } from '../../src/words/words.ts'
import { done, testAgency, type TestAgency } from '../agency.ts'
import { moment, story } from '../build.ts'

const house: House = {
  ...plainHouse,
  name: 'Halyard',
  languages: ['en', 'ar', 'de'],
  bureaux: [{ name: 'Kessary', names: { ar: 'كيساري' }, country: 'AT', zone: 'Europe/Vienna' }],
}

/** Pages of the house, as they stand in its main language. */
const pages = [
  '/search',
  '/archive',
  '/archive/2026',
  '/archive/2026/11',
  '/archive/2026/11/25',
  '/archive/on/11-25',
  '/archive/on/02-29',
  '/people/ana',
  '/places/kessary',
  '/corrections',
  '/standards',
  '/about',
]

async function published(agency: TestAgency): Promise<void> {
  await agency.published(story('DAM').headed('The dam is open').by('Ana').from('KESSARY').in('world'))
  const draft = story('DAM-AR')
    .headed('فتح السد')
    .by('Ana')
    .from('كيساري')
    .written('ar')
    .with({ keywords: ['سدود'] })
  const { id, version } = await agency.published(draft)
  done(
    await correct(agency.newsroom, {
      story: id,
      basedOn: version,
      by: 'ana',
      draft,
      corrections: [{ wrong: 'ثلاثة', right: 'أربعة' }],
    }),
  )
}

/** Where the links of a page lead that are no story, feed, file or machine's address. */
const linked = (text: string) =>
  [...text.matchAll(/<a [^>]*href="(\/[^"#]*)"|<form [^>]*action="([^"]*)"/g)]
    .map(([, link, action]) => (link ?? action)!)
    .filter(
      (path) =>
        /^(\/\w\w)?\/(search|archive|people|places|corrections|standards|about)\b/.test(path) &&
        !/\/(rss|atom|feed.json)$/.test(path),
    )

test('every page of the house stands in each edition: its words, direction, canonical address and other editions', async () => {
  await using agency = await testAgency({ house })
  await published(agency)
  for (const path of pages)
    for (const edition of house.languages) {
      const root = edition === 'en' ? '' : `/${edition}`
      const { status, text } = await agency.get(root + path)
      assert.equal(status, 200, root + path)
      assert.match(text, new RegExp(`<html lang="${edition}" dir="${edition === 'ar' ? 'rtl' : 'ltr'}">`), root + path)
      assert.ok(text.includes(`<a href="${root}/search">${wordsFor(edition).page.search}</a>`), root + path)
      assert.ok(text.includes(`<link rel="canonical" href="https://news.example${root}${path}">`), root + path)
      assert.deepEqual(
        [...text.matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]*)">/g)].map(([, ...one]) => one),
        ['', '/ar', '/de'].map((other) => [other.slice(1) || 'en', `https://news.example${other}${path}`]),
        root + path,
      )
    }
})

test('whoever reads an edition stays in it', async () => {
  await using agency = await testAgency({ house })
  await published(agency)
  const ways = [
    ...pages,
    '/search?q=dam&year=2026',
    '/search?q=dam&page=2',
    '/corrections?month=2026-11',
    '',
    '/world',
    '/nothing/here',
    '/archive/2999',
    '/people/nobody',
  ].map((path) => `/ar${path}`)
  for (const path of [...ways, '/2026/11/25/dam-ar', '/lite/2026/11/25/dam-ar', '/lite/ar']) {
    const { text } = await agency.get(path)
    assert.ok(linked(text).length > 1, path)
    assert.deepEqual(
      linked(text).filter((one) => !one.startsWith('/ar/')),
      [],
      path,
    )
  }
  const page = (await agency.get('/2026/11/25/dam-ar')).text
  assert.match(page, /<a href="\/ar\/people\/ana" rel="author">/)
  assert.match(page, /<a class="place" href="\/ar\/places\/كيساري">/)
  assert.match(page, /<a href="\/ar\/search\?q=/)
  assert.match(page, /"url":"https:\/\/news.example\/people\/ana"/, 'machines have one address of a person')
  for (const path of ['/search?q=dam', '/2026/11/25/dam', '/archive/2026/11', '/people/ana'])
    assert.deepEqual(
      linked((await agency.get(path)).text).filter((one) => one.startsWith('/ar/')),
      [],
      path,
    )
})

test('an edition shows what the house has in all languages', async () => {
  await using agency = await testAgency({ house })
  await published(agency)
  for (const path of ['/search?q=dam', '/archive/2026/11/25', '/archive/on/11-25', '/people/ana', '/places/kessary'])
    assert.match((await agency.get(`/ar${path}`)).text, /<a href="\/2026\/11\/25\/dam" lang="en" dir="ltr">/, path)
  assert.match((await agency.get('/ar/people/ana')).text, /خبران/)
  assert.match((await agency.get('/ar/places/kessary')).text, /<h1><span class="place">كيساري<\/span>/)
  assert.match((await agency.get('/ar/search?q=dam')).text, /<form [^>]*action="\/ar\/search"/)
})

test('numbers, years and what somebody did are said as the edition says them', async () => {
  await using agency = await testAgency({ house: { ...house, languages: ['en', 'fa', 'es', 'ja'] } })
  const reported = { role: 'reporting' as const, people: [{ name: 'Ana', person: 'ana' }] }
  await agency.published(
    story('DAM')
      .from('KESSARY')
      .with({ credits: [reported] }),
  )
  const at = async (path: string) => (await agency.get(path)).text
  assert.match(await at('/es/people/ana'), /<span>Reporte <data value="1">1<\/data>/)
  assert.match(await at('/fa/people/ana'), /<span>گزارش <data value="1">۱<\/data>/)
  assert.match(await at('/fa/archive/2026'), /<h1>۲۰۲۶<\/h1>/)
  assert.match(await at('/ja/archive/2026/11'), /<a href="\/ja\/archive\/2026">2026年<\/a>/)
  assert.match(await at('/archive/2026'), /<h1>2026<\/h1>/)
})

test('another name of a place, a slash too many and an address cut short lead on within the edition', async () => {
  await using agency = await testAgency({ house })
  await published(agency)
  for (const [asked, stands] of [
    ['/ar/places/كيساري', '/ar/places/kessary'],
    ['/de/people/ana/', '/de/people/ana'],
    ['/de/archive/2026/?before=x', '/de/archive/2026?before=x'],
    ['/ar/2026/11', '/ar/archive/2026/11'],
  ] as const) {
    const moved = await agency.get(encodeURI(asked))
    assert.equal(moved.status, 301, asked)
    assert.equal(moved.headers.get('location'), `https://news.example${stands}`)
  }
})

test('what is not there is said in the language of the edition, and what is no edition of the house is not there', async () => {
  await using agency = await testAgency({ house })
  await published(agency)
  for (const path of [
    '/ar/nothing/here',
    '/lite/ar/nothing',
    '/ar/archive/2999',
    '/ar/people/nobody',
    '/ar/sitemap.xml',
    '/ar/people/ana/rss',
  ]) {
    const { status, text } = await agency.get(path)
    assert.equal(status, 404, path)
    assert.match(text, /<html lang="ar" dir="rtl">/, path)
    assert.ok(text.includes(wordsFor('ar').gone.notFound), path)
    assert.match(text, /id="latest"[^]*فتح السد/, path)
    assert.doesNotMatch(text, /The dam is open/, path)
  }
  for (const path of ['/xx/search', '/en/search', '/fr/archive/2026', '/world/search', '/ar/ar/search', '/AR/search']) {
    const { status, text } = await agency.get(path)
    assert.equal(status, 404, path)
    assert.match(text, path.startsWith('/ar/') ? /<html lang="ar"/ : /<html lang="en"/, path)
  }
})

test('an address of an older site leads on, though it looks like one of a page that an edition might have', async () => {
  await using agency = await testAgency({ house })
  const old = ['/de/people/nobody', '/people/nobody', '/xx/search', '/ar/archive/1801/02/30']
  const draft = story('DAM').with({
    printed: { published: moment('2001-05-04 09:30') },
    formerAddresses: old.map((path) => `https://old.example${path}`),
  })
  for (const outcome of await archive(agency.newsroom, { items: [{ draft }], by: 'ana' })) done(outcome)
  for (const path of old) {
    const { status, headers } = await agency.get(path)
    assert.deepEqual([status, headers.get('location')], [301, 'https://news.example/2001/05/04/dam'], path)
  }
})

test('news drops the pages of every edition, and a page is kept in each until then', async () => {
  await using agency = await testAgency({ house })
  const dam = await agency.published(story('DAM').headed('The dam is open').by('Ana').from('KESSARY').in('world'))
  const kept = ['/archive/2026/11/25', '/archive/on/11-25', '/people/ana', '/places/kessary'].map(
    (path) => `/ar${path}`,
  )
  for (const path of kept) {
    assert.match((await agency.get(path)).text, /The dam is open/, path)
    const before = agency.pages.counts.rendered
    await agency.get(path)
    assert.equal(agency.pages.counts.rendered, before, `${path} is answered from memory`)
  }
  done(await kill(agency.newsroom, { story: dam.id, basedOn: dam.version, by: 'ana', notice: 'Wrong.' }))
  for (const path of kept) assert.doesNotMatch((await agency.get(path)).text, /The dam is open/, path)
})

test('robots are kept from the searches of every edition', async () => {
  await using agency = await testAgency({ house })
  const { text } = await agency.get('/robots.txt')
  assert.deepEqual(
    [...text.matchAll(/^Disallow: (.*)$/gm)].map(([, path]) => path),
    ['/search', '/ar/search', '/de/search'],
  )
})
