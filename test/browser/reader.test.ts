import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correct } from '../../src/newsroom/correct.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { update } from '../../src/newsroom/update.ts'
import { momentAt } from '../../src/story/moment.ts'
import { day } from './day.ts'
import { ostra, p } from './ostra.ts'
import { now, out, sharedWorld, world } from './world.ts'

const lists = [
  '/',
  '/land-sea',
  '/archive/2026/11/24',
  '/search?q=quokka',
  '/rss',
  '/atom',
  '/feed.json',
  '/land-sea/rss',
  '/news-sitemap.xml',
  '/sitemap/2026-11.xml',
]
const plain = day([])[0]!.draft
const quokka = {
  ...plain,
  slug: 'quokka',
  headline: 'A quokka is seen on the quay',
  sections: ['land-sea'],
  copy: [p('A quokka was seen on Tuesday.')],
}

test('what is marked for the desk, and a caption without a picture, is on no page and in no feed', async () => {
  const { fetch, pages } = await sharedWorld()
  for (const path of [...Object.values(pages), '/rss', '/atom', '/feed.json']) {
    const text = await (await fetch(path)).text()
    for (const secret of ['NEVER PUBLISH', '555 0100', 'A CAPTION WITHOUT A PICTURE'])
      assert.ok(!text.includes(secret), `${secret} in ${path}`)
  }
})

test('a story under embargo is nowhere, and at the moment everywhere without anybody’s act', async () => {
  await using here = await world()
  const until = momentAt(now + 3_600_000, 'Europe/Vienna')
  await out(here.newsroom, { ...quokka, embargo: { until, reason: 'report' } })
  const shown = async () => {
    const texts = await Promise.all(lists.map(async (path) => (await here.fetch(path)).text()))
    return lists.filter((_, at) => /quokka(<\/mark>)? is seen|\/quokka</.test(texts[at]!))
  }
  assert.deepEqual(await shown(), [])
  assert.equal((await here.fetch('/2026/11/24/quokka')).status, 404)
  here.at(now + 3_600_000)
  assert.deepEqual(await shown(), lists)
  assert.equal((await here.fetch('/2026/11/24/quokka')).status, 200)
})

test('a killed story answers with its notice and is in no list, only its withdrawal is in feeds and log', async () => {
  await using here = await world()
  const story = await out(here.newsroom, quokka)
  await here.act(kill(here.newsroom, { ...story, by: 'piet', notice: 'It was a cat.' }))
  const gone = await here.fetch('/2026/11/24/quokka')
  const text = await gone.text()
  assert.equal(gone.status, 410)
  assert.match(text, /It was a cat\./)
  assert.match(text, /<meta name="robots" content="noindex">/)
  assert.doesNotMatch(text, /quokka is seen|was seen on Tuesday/)
  for (const path of lists) {
    const list = await (await here.fetch(path)).text()
    assert.doesNotMatch(list, /quokka is seen|was seen on Tuesday/, path)
    if (/rss|atom|feed/.test(path)) assert.match(list, /It was a cat\./, path)
  }
  assert.match(await (await here.fetch('/corrections')).text(), /It was a cat\./)
})

test('every former slug leads to where the story is now', async () => {
  await using here = await world()
  const first = await out(here.newsroom, quokka)
  const second = await here.act(
    update(here.newsroom, {
      ...first,
      by: 'piet',
      draft: { ...quokka, slug: 'quokka-quay', headline: 'Quokka caught' },
    }),
  )
  await here.act(
    correct(here.newsroom, {
      ...second,
      by: 'piet',
      draft: { ...quokka, slug: 'quay', headline: 'Quokka let go' },
      corrections: [{ wrong: 'caught', right: 'let go', grave: true }],
    }),
  )
  for (const slug of ['quokka', 'quokka-quay']) {
    const moved = await here.fetch(`/2026/11/24/${slug}`)
    assert.deepEqual([moved.status, moved.headers.get('location')], [301, 'https://halyard.example/2026/11/24/quay'])
  }
  const page = await (await here.fetch('/2026/11/24/quay')).text()
  assert.ok(
    page.indexOf('class="mend first"') < page.indexOf('class="copy"'),
    'a grave correction stands above the copy',
  )
})

test('page, Open Graph, JSON-LD and feeds say the same headline and the same dates', async () => {
  const { fetch, pages } = await sharedWorld()
  const page = await (await fetch(pages.story)).text()
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!) as Record<
    string,
    unknown
  >
  const property = (name: string) => new RegExp(`<meta property="${name}" content="([^"]*)">`).exec(page)?.[1]
  const times = [...page.matchAll(/<dd><time datetime="([^"]+)"/g)].map(([, time]) => time)
  const headline = /<h1>(.*?)<\/h1>/.exec(page)![1]
  const feed = (await (await fetch('/feed.json')).json()) as { items: Record<string, string>[] }
  const item = feed.items.find(({ title }) => title === headline)!
  assert.deepEqual([data['headline'], property('og:title'), item['title']], [headline, headline, headline])
  assert.deepEqual([data['dateModified'], property('article:modified_time')], [times[0], times[0]])
  assert.deepEqual([data['datePublished'], property('article:published_time')], [times[2], times[2]])
  assert.equal(Date.parse(item['date_published']!), Date.parse(times[2]!))
  assert.equal(Date.parse(item['date_modified']!), Date.parse(times[0]!))
  assert.match(
    page,
    /<link rel="alternate" hreflang="ar" href="https:\/\/halyard\.example\/2026\/11\/24\/ostra-dam-ar">/,
  )
})

test('whatever a field holds, a page shows it as words', async () => {
  await using here = await world()
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;'
  const words = ostra('2026-11-24', [])
  const draft = JSON.parse(
    JSON.stringify({ ...words, slug: 'evil', urgency: 1 }, (key, value: unknown) =>
      ['text', 'headline', 'standfirst', 'name', 'place', 'title', 'label', 'organisation', 'provider'].includes(key) &&
      typeof value === 'string'
        ? value + evil
        : value,
    ),
  ) as typeof words
  await out(here.newsroom, { ...draft, keywords: [evil], notes: { public: [evil], desk: [] } })
  const marks = encodeURIComponent(evil)
  for (const path of [
    '/2026/11/24/evil',
    '/',
    '/land-sea',
    '/archive/2026/11/24',
    '/search?q=Ostra',
    `/search?q=${marks}&place=${marks}`,
    `/${marks}`,
  ]) {
    const text = await (await here.fetch(path)).text()
    assert.doesNotMatch(text, /<script>alert|<img src=x/, path)
  }
})

test('no address, however odd, makes a fault', async () => {
  const { fetch } = await sharedWorld()
  const odd = [
    '/search?page=999999',
    '/search?page=-1&year=x&sort=y',
    `/search?q=${'a+'.repeat(5000)}`,
    '/search?q=%00%ff%22%22%27%3B--',
    '/search?q=%22&place=%00',
  ]
  const days = [
    '/archive/2026/13',
    '/archive/2026/02/30',
    '/archive/0000',
    '/archive/2999',
    '/archive/2026/11/25',
    '/corrections?month=2026-99',
  ]
  const others = [
    '/%E0%A4%A',
    '/2026/11/24/%00',
    '//',
    '/land-sea?before=garbage',
    '/land-sea?before=2026-99-99T00:00:00Z~x',
    '/ar/nowhere',
    '/people/%FF',
    '/sitemap/2026-13.xml',
    '/pictures/x.jpg',
  ]
  for (const path of [...odd, ...days, ...others]) {
    const { status } = await fetch(path)
    assert.ok(status === 200 || status === 404, `${path}: ${status}`)
  }
  assert.match(await (await fetch('/search?q=dam&year=x')).text(), /could not be understood/)
})

test('who asks for the head alone gets it, who has the page is told so', async () => {
  const { fetch, pages } = await sharedWorld()
  const whole = await fetch(pages.story)
  const head = await fetch(pages.story, { method: 'HEAD' })
  assert.deepEqual([head.status, await head.text(), head.headers.get('etag')], [200, '', whole.headers.get('etag')])
  const again = await fetch(pages.story, { headers: { 'If-None-Match': whole.headers.get('etag')! } })
  assert.equal(again.status, 304)
  assert.match(whole.headers.get('content-security-policy')!, /default-src 'none'/)
  assert.equal(whole.headers.get('cache-control'), 'no-cache')
})

test('a picture is kept by its reader alone, who asks each time whether it still stands, and health tells no secret', async () => {
  const { fetch, pages } = await sharedWorld()
  const address = /src="(\/pictures\/[0-9a-f]{64}\/\d+\.jpg)"/.exec(await (await fetch(pages.story)).text())![1]!
  const picture = await fetch(address)
  assert.equal(picture.headers.get('content-type'), 'image/jpeg')
  assert.equal(picture.headers.get('cache-control'), 'private, no-cache')
  assert.equal(picture.headers.get('x-content-type-options'), 'nosniff')
  const health = (await (await fetch('/health')).json()) as object
  assert.deepEqual(Object.keys(health), ['database', 'journal', 'version'])
  assert.match(await (await fetch('/robots.txt')).text(), /Sitemap: https:\/\/halyard\.example\/sitemap\.xml/)
})
