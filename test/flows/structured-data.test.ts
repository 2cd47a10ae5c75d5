import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { plainHouse } from '../../src/config/house.ts'
import { correct } from '../../src/newsroom/correct.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { draftOf } from '../../src/story/story.ts'
import { type Got, done, testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'
import { schemaOrg } from '../schema-org.ts'

const vocabulary = join(
  process.env['DATELINE_SHARED'] ?? '../shared',
  'standards/schema-org/schemaorg-current-https.jsonld',
)
const passage = [{ heading: 'How we work', paragraphs: ['We say who says so.'] }]
const house = {
  ...plainHouse,
  languages: ['en', 'ar'],
  standards: passage,
  ownership: passage,
  trust: { social: ['https://social.example/@dateline'] },
}
const image = { hash: 'a'.repeat(64), width: 1600, height: 1200, type: 'image/jpeg' } as const
const full = story('DAM-CRACK')
  .headed('Dam cracks & "holds" </script>')
  .in('world')
  .by('Ana')
  .from('KESSARY')
  .with({
    standfirst: 'Six villages are told to leave.',
    keywords: ['dam'],
    subjects: [{ code: 'medtop:20000161' }],
    rights: { holder: 'Dateline', notice: '© 2026 Dateline', usageTerms: 'https://news.example/licence' },
    pictures: [
      { image, alt: 'A dam', caption: { text: 'The dam.', credit: { agency: 'Dateline', photographer: 'Ben Hill' } } },
    ],
  })

test(
  'JSON-LD has nothing that schema.org does not know',
  { skip: existsSync(vocabulary) ? false : `${vocabulary} is not there` },
  async () => {
    await using agency = await testAgency({ house })
    const faults = schemaOrg(vocabulary)
    const dam = await agency.published(full)
    const { version } = done(
      await correct(agency.newsroom, {
        story: dam.id,
        basedOn: dam.version,
        by: 'ana',
        draft: { ...draftOf(dam), standfirst: 'Five villages are told to leave.' },
        corrections: [{ wrong: 'six villages', right: 'five villages' }],
      }),
    )
    assert.ok(version > dam.version)
    await agency.published(story('SADD').written('ar').with({ translationOf: dam.id }))
    await agency.published(story('BARE'))
    for (const path of ['/2026/11/25/dam-crack', '/2026/11/25/sadd', '/2026/11/25/bare'])
      assert.deepEqual(faults(dataOf(await agency.get(path))), [], path)
    const mended = dataOf(await agency.get('/2026/11/25/dam-crack'))
    assert.deepEqual(
      (mended['correction'] as { text: string }[]).map(({ text }) => text),
      ['We said “six villages”. It is “five villages”.'],
    )
    assert.notDeepEqual(faults({ '@type': 'NewsArticle', headlne: 'x' }), [])
    assert.notDeepEqual(faults({ '@type': 'NewsArticle', datePublished: 'yesterday' }), [])
    assert.notDeepEqual(faults({ '@type': 'NewsArticle', wordCount: { '@type': 'Person' } }), [])
  },
)

test('JSON-LD says who, where, when, about what and by which rules', async () => {
  await using agency = await testAgency({ house })
  const dam = await agency.published(full)
  await agency.published(story('SADD').headed('شق في السد').written('ar').with({ translationOf: dam.id }))
  const data = dataOf(await agency.get('/2026/11/25/dam-crack'))
  const images = data['image'] as { url: string; width: number; height: number; creditText: string }[]
  assert.equal(data['headline'], 'Dam cracks & "holds" </script>')
  assert.deepEqual(
    images.map(({ width, height }) => (width / height).toFixed(2)),
    ['1.78', '1.33', '1.00'],
  )
  assert.equal(images[0]?.creditText, 'Dateline/Ben Hill')
  assert.deepEqual(data['author'], [{ '@type': 'Person', name: 'Ana', url: 'https://news.example/people/ana' }])
  assert.deepEqual(data['about'], [
    {
      '@type': 'Thing',
      name: 'structural failures',
      url: 'https://news.example/topics/20000161-structural-failures',
      sameAs: 'http://cv.iptc.org/newscodes/mediatopic/20000161',
    },
  ])
  assert.deepEqual(data['mentions'], [{ '@type': 'Place', name: 'KESSARY' }])
  assert.equal(data['copyrightNotice'], '© 2026 Dateline')
  assert.equal((data['workTranslation'] as { inLanguage: string }[])[0]?.inLanguage, 'ar')
  const publisher = data['publisher'] as Record<string, unknown>
  for (const policy of ['publishingPrinciples', 'ethicsPolicy', 'correctionsPolicy', 'ownershipFundingInfo', 'logo'])
    assert.ok(publisher[policy], policy)
  const other = dataOf(await agency.get('/2026/11/25/sadd'))
  assert.equal((other['translationOfWork'] as { url: string }).url, 'https://news.example/2026/11/25/dam-crack')
})

test('each picture has its own credit, notice and licence in JSON-LD, and never those of another', async () => {
  await using agency = await testAgency({ house: { ...house, licence: 'https://news.example/terms' } })
  const page = 'https://licence.example/1'
  const [own] = full.pictures
  const of = (agency: string) => ({ ...own!, caption: { text: '', credit: { agency } } })
  const pictures = [
    {
      ...of('Halyard'),
      rights: { notice: '© Halyard', page, usageTerms: 'For news.', obtain: 'https://halyard.example' },
    },
    of('Dateline'),
    of('Kessary'),
    { ...own!, caption: { text: '' }, rights: { holder: 'Maren Holt', usageTerms: 'For news.' } },
  ]
  await agency.published(full.with({ pictures }))
  await agency.published(story('BARE'))
  const rights = async (path: string) => {
    const images = dataOf(await agency.get(path))['image'] as Record<string, string>[]
    return images.map((one) => [one['creditText'], one['copyrightNotice'], one['license'], one['acquireLicensePage']])
  }
  const first = ['Halyard', '© Halyard', page, 'https://halyard.example/']
  assert.deepEqual(await rights('/2026/11/25/dam-crack'), [
    ...[first, first, first],
    ['Dateline', '© 2026 Dateline', 'https://news.example/licence', undefined],
    ['Kessary', undefined, undefined, undefined],
    ['Maren Holt', undefined, undefined, undefined],
  ])
  assert.deepEqual(await rights('/2026/11/25/bare'), [['Dateline', undefined, 'https://news.example/terms', undefined]])
  assert.equal(dataOf(await agency.get('/2026/11/25/bare'))['license'], 'https://news.example/terms')
})

test('translations name each other, themselves, and the one for everybody else', async () => {
  await using agency = await testAgency({ house })
  const dam = await agency.published(full)
  await agency.published(story('SADD').written('ar').with({ translationOf: dam.id }))
  const links = (page: Got) =>
    [...page.text.matchAll(/hreflang="([\w-]+)" href="https:\/\/news.example([^"]+)">/g)].map(
      ([, tongue, path]) => `${tongue} ${path}`,
    )
  const expected = ['ar /2026/11/25/sadd', 'en /2026/11/25/dam-crack', 'x-default /2026/11/25/dam-crack']
  for (const path of ['/2026/11/25/dam-crack', '/2026/11/25/sadd'])
    assert.deepEqual(links(await agency.get(path)).toSorted(), expected, path)
})

test('an address in another script is written in the same letters on every door, and ids stay as they were', async () => {
  const sections = [{ slug: 'عالم', name: { en: 'World' } }]
  await using agency = await testAgency({ house: { ...house, languages: ['en'], sections } })
  const there = await agency.published(
    story('جسر')
      .written('ar')
      .by('Ana')
      .with({ sections: ['عالم'] }),
  )
  await agency.published(story('BRIDGE').with({ translationOf: there.id }))
  const address = 'https://news.example/2026/11/25/%D8%AC%D8%B3%D8%B1'
  const page = await agency.get(new URL(address).pathname)
  assert.equal(page.status, 200)
  for (const line of [
    `<link rel="canonical" href="${address}">`,
    `<link rel="alternate" hreflang="ar" href="${address}">`,
    `<meta property="og:url" content="${address}">`,
    `title="World" href="https://news.example/%D8%B9%D8%A7%D9%84%D9%85/atom">`,
  ])
    assert.ok(page.text.includes(line), line)
  const data = dataOf(page)
  assert.deepEqual([data['url'], data['mainEntityOfPage']], [address, address])
  assert.match((await agency.get(`/lite${new URL(address).pathname}`)).text, new RegExp(`canonical" href="${address}"`))
  for (const path of ['/rss', '/atom', '/feed.json', '/sitemap/2026-11.xml', '/news-sitemap.xml'])
    assert.ok((await agency.get(path)).text.includes(address), path)
  const { text } = await agency.get('/%D8%B9%D8%A7%D9%84%D9%85/atom')
  assert.ok(text.includes('<id>tag:news.example,2026:feed/عالم/atom</id>'))
  assert.ok(text.includes('href="https://news.example/%D8%B9%D8%A7%D9%84%D9%85/atom"'))
  for (const { text } of [page, await agency.get('/atom'), await agency.get('/rss'), await agency.get('/feed.json')])
    assert.doesNotMatch(text, /https:\/\/news\.example[\w/%-]*[^\p{ASCII}]/u)
})

test('what a story says of itself is the same in JSON-LD and Open Graph, with a standfirst or without', async () => {
  await using agency = await testAgency({ house })
  await agency.published(full)
  await agency.published(story('BARE').saying('The dam at Ostra holds, the ministry says.'))
  for (const [path, says] of [
    ['/2026/11/25/dam-crack', 'Six villages are told to leave.'],
    ['/2026/11/25/bare', 'The dam at Ostra holds, the ministry says.'],
  ] as const) {
    const page = await agency.get(path)
    assert.equal(dataOf(page)['description'], says)
    assert.ok(page.text.includes(`property="og:description" content="${says}"`))
  }
})

test('no machine is told half a character: a story that goes on without spaces is cut between its signs', async () => {
  await using agency = await testAgency({ house })
  const said = `${'記'.repeat(119)}😀${'者'.repeat(200)}`
  await agency.published(story('KISHA').written('ja').saying(said))
  const page = await agency.get('/2026/11/25/kisha')
  const description = String(dataOf(page)['description'])
  assert.ok(description.isWellFormed() && description.length <= 200)
  assert.ok(said.startsWith(description.slice(0, -1)) && description.endsWith('…'), description)
  assert.doesNotMatch(page.text, /\\ud[89a-f]|\ufffd/i)
  for (const name of ['name="description"', 'property="og:description"'])
    assert.ok(page.text.includes(`${name} content="${description}"`), name)
})

test('a story without a picture has a drawn one, and a story that is not public has none', async () => {
  await using agency = await testAgency({ house })
  const bare = await agency.published(story('BARE').from('KESSARY'))
  const page = await agency.get('/2026/11/25/bare')
  const path = `/previews/${bare.id}-${bare.version}.png`
  assert.match(page.text, new RegExp(`property="og:image" content="https://news.example${path}"`))
  const drawn = await agency.get(path)
  assert.equal(drawn.status, 200)
  assert.equal(drawn.headers.get('content-type'), 'image/png')
  assert.equal(drawn.headers.get('cache-control'), 'no-cache')
  assert.equal((await agency.get(`/previews/${bare.id}-1.png`)).headers.get('location'), `https://news.example${path}`)
  const later = await agency.published(story('LATER').embargoedUntil(moment('2026-11-25 12:00')))
  assert.equal((await agency.get(`/previews/${later.id}-${later.version}.png`)).status, 404)
  await kill(agency.newsroom, { story: bare.id, basedOn: bare.version, by: 'ana', notice: 'It did not happen.' })
  assert.equal((await agency.get(path)).status, 404)
  const front = (await agency.get('/ar')).text
  assert.match(front, /property="og:image" content="https:\/\/news.example\/previews\/house-ar.png"/)
  for (const one of ['/previews/house-ar.png', '/previews/mark.png'])
    assert.equal((await agency.get(one)).status, 200, one)
  assert.equal((await agency.get('/previews/house-xx.png')).status, 404)
})

function dataOf(page: Got): Record<string, unknown> {
  const [, text = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.text) ?? []
  return JSON.parse(text) as Record<string, unknown>
}
