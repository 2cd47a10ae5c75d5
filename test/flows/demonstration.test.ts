import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDemo } from '../../src/cli/demo/content.ts'
import { finishDemo, readyDemo } from '../../src/cli/demo/fill.ts'
import { toHouse } from '../../src/config/house-file.ts'
import { addStaff } from '../../src/ground.ts'
import { entriesAfter } from '../../src/store/entries.ts'
import { newestStories } from '../../src/store/views/reference.ts'
import { epoch } from '../../src/story/moment.ts'
import { type TestAgency, testAgency } from '../agency.ts'
import { type Told, toldBy } from './doors.ts'
import { type Item, attribute, headlineOf, sameEverywhere } from './same.ts'

test('the demonstration comes in through the copy reader and is the same on every door', async (t) => {
  const demo = await readDemo()
  const { house, staff } = toHouse(demo.house)
  await using agency = await testAgency({ house })
  await addStaff(agency.database, staff)
  const mirror = await agency.subscriber({ embargoed: true })
  assert.equal(
    await finishDemo(agency, await readyDemo(demo, house, agency.config.dataFolder, agency.clock())),
    demo.stories.length,
  )
  assert.equal(
    await finishDemo(agency, await readyDemo(demo, house, agency.config.dataFolder, agency.clock())),
    0,
    'a second time there is nothing left to do',
  )

  const journal = await entriesAfter(agency.database, 0, { limit: 1000 })
  const moments = journal.map(({ at }) => epoch(at))
  assert.deepEqual(
    moments,
    moments.toSorted((one, other) => one - other),
    'the journal tells things in their order',
  )

  const all = await newestStories(agency.database, 1000)
  const out = all.filter(({ publication }) => publication.is === 'published')
  const killed = all.filter(({ publication }) => publication.is === 'killed')
  const hidden = all.filter(({ work }) => work.is === 'held')
  assert.ok(out.length >= 60 && killed.length === 1 && hidden.length === 1)

  const wire = await sent(mirror)
  const older = await sent(mirror, '&format=ninjs-2.2')
  const feeds = await everyFeed(agency)
  let pages = 0
  for (const { id, path, headline } of out) {
    const whole = await agency.now({ id })
    const embargoed = whole.embargo !== undefined
    const page = await agency.get(path ?? '/nowhere')
    assert.equal(page.status, embargoed ? 404 : 200, `${path} answers`)
    assert.ok(whole.dateline?.places.length, `${path} has a dateline`)
    assert.ok(whole.copy.length, `${path} has copy`)
    const item = wire.get(id)
    assert.equal(headlineOf(item), headline, `${path} has the same headline on the wire`)
    if (embargoed) continue
    pages++
    const data = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.text)?.[1] ?? '{}',
    ) as Record<string, string>
    assert.equal(data['headline'], headline)
    assert.equal(
      Date.parse(data['datePublished'] ?? ''),
      Date.parse(String(item?.['firstCreated'])),
      `${path}: JSON-LD and wire agree on its first moment`,
    )
    assert.equal(
      Date.parse(data['dateModified'] ?? ''),
      Math.max(...[whole.firstPublished, whole.updated, whole.corrected].map((one) => (one ? epoch(one) : 0))),
      `${path}: JSON-LD says when it last changed`,
    )
    for (const image of data['image'] as unknown as Record<string, unknown>[])
      assert.ok(
        image['@type'] === 'ImageObject' && image['license'] && image['creditText'],
        `${path}: JSON-LD says who made each picture and on what terms it is: ${JSON.stringify(image)}`,
      )
    sameEverywhere(whole, { path: path ?? '', data, page: page.text, item, older: older.get(id), feeds })
    assert.equal(attribute(page.text, 'article:published_time'), data['datePublished'])
    assert.equal(attribute(page.text, 'article:modified_time'), data['dateModified'])
    assert.equal(attribute(page.text, 'og:title'), headline)
    const address = `https://news.example${encodeURI(path ?? '')}`
    const [canonical] = /(?<=<link rel="canonical" href=")[^"]*/.exec(page.text) ?? []
    const web = ((item?.['renditions'] ?? []) as { name: string; href: string }[]).find(({ name }) => name === 'web')
    assert.deepEqual(
      [attribute(page.text, 'og:url'), canonical, data['url'], web?.href],
      [address, address, address, address],
      `${path} has one address`,
    )
    assert.equal(data['description'], attribute(page.text, 'og:description'), `${path} says the same of itself`)
  }
  t.diagnostic(
    `${out.length} stories out, ${pages} pages compared with JSON-LD, Open Graph, ${feeds.length} feeds and both forms of the wire`,
  )
  assert.match(
    (await agency.get('/people/tomas-reyne')).text,
    /He speaks Vellish\./,
    'a page of a person says who it is',
  )
  const [gone] = killed
  assert.equal((await agency.get(gone?.path ?? '/')).status, 410)
})

type Mirror = Awaited<ReturnType<TestAgency['subscriber']>>

/** The newest version of everything that the wire has, by the id of the story. */
async function sent(mirror: Mirror, more = ''): Promise<Map<string, Item>> {
  const items = new Map<string, Item>()
  for (let after = 0; ;) {
    const page = await mirror(after, more)
    for (const item of page.items) items.set(item.uri.split('/').at(-1) ?? '', item)
    if (page.next >= page.head || page.next === after) return items
    after = page.next
  }
}

/** Every format of the feeds of the house, its editions, its sections and all topics at the top. */
async function everyFeed(agency: TestAgency): Promise<{ path: string; told: Map<string, Told> }[]> {
  const { languages, sections } = agency.house()
  const fronts = languages.map((language, at) => (at ? `/${language}` : ''))
  const pages = fronts.flatMap((front) => [
    front,
    ...sections.map(({ slug }) => `${front}/${slug}`),
    `${front}/topics/03000000`,
    `${front}/topics/11000000`,
  ])
  const paths = pages.flatMap((page) => ['rss', 'atom', 'feed.json'].map((feed) => `${page}/${feed}`))
  return Promise.all(paths.map(async (path) => ({ path, told: await toldBy(agency, path) })))
}
