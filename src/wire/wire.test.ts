import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { testDatabase } from '../../test/database.ts'
import { plainHouse } from '../config/house.ts'
import { type Publisher } from '../formats/format.ts'
import { type Item } from '../formats/ninjs/shape.ts'
import { correct } from '../newsroom/correct.ts'
import { file } from '../newsroom/file.ts'
import { kill } from '../newsroom/kill.ts'
import { type Newsroom, type Outcome } from '../newsroom/newsroom.ts'
import { publish } from '../newsroom/publish.ts'
import { release } from '../newsroom/release.ts'
import { update } from '../newsroom/update.ts'
import { transact } from '../store/transact.ts'
import { wireView } from '../store/views/wire.ts'
import { momentAt } from '../story/moment.ts'
import { type Draft, emptyDraft } from '../story/story.ts'
import { type CheckKey, type Key } from './door.ts'
import { type WireParts, wire } from './wire.ts'

const keys: Record<string, Key> = {
  dl_daily: { id: 'daily', name: 'Daily Mirror', scopes: ['wire'], embargoed: false },
  dl_early: { id: 'early', name: 'Early Bird', scopes: ['wire'], embargoed: true },
  dl_other: { id: 'other', name: 'Other', scopes: ['desk'], embargoed: false },
}

const publisher: Publisher = {
  name: 'Kessary',
  base: 'https://kessary.example',
  authority: 'kessary.example,2026',
  zone: 'UTC',
  language: 'en',
}

type PageOf<T> = {
  items: T[]
  entries: { number: number; what: string; embargoedUntil?: string }[]
  next: number
  head: number
}

/** An agency as small as can be: a database, the verbs, and the wire on them. */
async function smallAgency(parts: Partial<WireParts> = {}) {
  const database = await testDatabase()
  await database.sql`insert into person (id, name, slug, created) values ('ana', 'Ana Ruiz', 'ana', now())`
  const heard = new Set<() => void>()
  let now = Date.parse('2026-11-24T12:00:00Z')
  let ids = 0
  const newsroom: Newsroom = {
    transact: transact(database, () => heard.forEach((hear) => hear())),
    clock: () => momentAt((now += 1000), 'UTC'),
    newId: () => `story-${++ids}`,
    judge: () => [],
    house: () => plainHouse,
  }
  const app = wire({
    view: wireView(database.sql),
    news: {
      on(hear) {
        heard.add(hear)
        return () => heard.delete(hear)
      },
    },
    checkKey: async (key) => keys[key],
    publisher: () => publisher,
    clock: () => now,
    ...parts,
  })
  const get = (path: string, key = 'dl_daily', headers: Record<string, string> = {}) =>
    Promise.resolve(app.request(path, { headers: { Authorization: `Bearer ${key}`, ...headers } }))
  return {
    newsroom,
    app,
    get,
    sleepUntil: (instant: string) => void (now = Date.parse(instant)),
    page: async (query = '', key?: string) =>
      (await (await get(`/wire/v1/items?${query}`, key)).json()) as PageOf<Item>,
    async published(slug: string, over: Partial<Draft> = {}) {
      const filed = done(await file(newsroom, { draft: draft(slug, over), by: 'ana' }))
      return done(await publish(newsroom, { story: filed.story, basedOn: filed.version, by: 'ana' }))
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

function draft(slug: string, over: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft('en', 'ltr'),
    slug,
    headline: `Headline of ${slug}`,
    copy: [{ is: 'paragraph', text: [{ text: `Copy of ${slug}.` }] }],
    notes: { public: [], desk: ['SECRET-NOTE'] },
    contact: ['SECRET-CONTACT'],
    source: { provider: 'SECRET-SOURCE', format: 'copy', guid: slug },
    ...over,
  }
}

function done(outcome: Outcome | undefined): { story: string; version: number } {
  if (!outcome || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.done
}

const embargo = { until: momentAt('2026-11-24T18:00:00Z', 'UTC'), reason: 'Budget' }

test('a subscriber reads the whole journal from 0, page by page, in order and without a gap', async () => {
  await using agency = await smallAgency()
  for (let at = 1; at <= 7; at++) await agency.published(`story-${at}`)
  const numbers: number[] = []
  let after = 0
  for (;;) {
    const page = await agency.page(`after=${after}&limit=3`)
    if (!page.items.length) break
    numbers.push(...page.entries.map(({ number }) => number))
    after = page.next
  }
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7])
  const answer = await agency.get('/wire/v1/items?limit=3')
  assert.equal(
    answer.headers.get('link'),
    '<https://kessary.example/wire/v1/items?after=3&limit=3&format=ninjs-3.1>; rel="next"',
  )
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})

test('updates and corrections come as new versions of the same item, each as it was', async () => {
  await using agency = await smallAgency()
  const first = await agency.published('bridge')
  const longer = draft('bridge', {
    headline: 'Bridge open',
    copy: [{ is: 'paragraph', text: [{ text: 'Ten days.' }] }],
  })
  const second = done(
    await update(agency.newsroom, { story: first.story, basedOn: first.version, by: 'ana', draft: longer }),
  )
  const mended = { ...longer, copy: [{ is: 'paragraph' as const, text: [{ text: 'Eleven days.' }] }] }
  done(
    await correct(agency.newsroom, {
      story: second.story,
      basedOn: second.version,
      by: 'ana',
      draft: mended,
      corrections: [{ wrong: 'ten', right: 'eleven', where: 'paragraph 1' }],
    }),
  )
  const { items, entries } = await agency.page()
  assert.deepEqual(
    entries.map(({ what }) => what),
    ['published', 'updated', 'corrected'],
  )
  assert.equal(new Set(items.map(({ uri }) => uri)).size, 1)
  assert.deepEqual(
    items.map(({ version, bodies }) => [version, bodies?.[1]?.value]),
    [
      ['2', 'Copy of bridge.'],
      ['3', 'Ten days.'],
      ['4', 'Eleven days.'],
    ],
  )
  const extension = JSON.parse(items[2]?.descriptions?.find(({ role }) => role === 'dateline')?.value ?? '{}') as {
    corrections: { right: string }[]
  }
  assert.equal(extension.corrections[0]?.right, 'eleven')
})

test('a kill comes as canceled with its notice, and the older versions are no longer replayed', async () => {
  await using agency = await smallAgency()
  const { story, version } = await agency.published('bridge')
  done(await kill(agency.newsroom, { story, basedOn: version, by: 'ana', notice: 'The bridge is shut.' }))
  const { items, entries } = await agency.page()
  assert.deepEqual(
    entries.map(({ what }) => what),
    ['published', 'killed'],
  )
  for (const item of items) {
    assert.equal(item.pubStatus, 'canceled')
    assert.equal(item.edNote, 'The bridge is shut.')
    assert.ok(!JSON.stringify(item).includes('Copy of'))
  }
  assert.deepEqual(
    items.map((item) => item.version),
    ['2', '3'],
  )
  const one = await agency.get(`/wire/v1/items/${story}`)
  assert.equal(one.status, 410)
  assert.equal(((await one.json()) as Item).pubStatus, 'canceled')
})

test('embargoed copy goes at once to keys that may have it, marked, and to others when it is released', async () => {
  await using agency = await smallAgency()
  await agency.published('open')
  const { story } = await agency.published('budget', { embargo })
  const early = await agency.page('', 'dl_early')
  assert.deepEqual(
    early.items.map((item) => item.embargoedUntil),
    [undefined, '2026-11-24T18:00:00.000Z'],
  )
  const before = await agency.page()
  assert.deepEqual(
    before.entries.map(({ number }) => number),
    [1],
  )
  assert.equal(before.next, 2, 'the number is stepped over')
  assert.equal((await agency.get(`/wire/v1/items/${story}`)).status, 404)
  assert.equal((await agency.get(`/wire/v1/items/${story}`, 'dl_early')).status, 200)

  agency.sleepUntil('2026-11-24T18:00:01Z')
  await release(agency.newsroom, story)
  const after = await agency.page(`after=${before.next}`)
  assert.deepEqual(
    after.entries.map(({ number, what }) => [number, what]),
    [[3, 'released']],
  )
  assert.match(after.items[0]?.bodies?.[1]?.value ?? '', /Copy of budget/)
  assert.equal(after.items[0]?.embargoedUntil, undefined)
})

test('a kill under embargo is told to nobody who never had the story', async () => {
  await using agency = await smallAgency()
  const { story, version } = await agency.published('budget', { embargo })
  done(await kill(agency.newsroom, { story, basedOn: version, by: 'ana', notice: 'Withdrawn.' }))
  assert.deepEqual((await agency.page()).entries, [])
  assert.deepEqual(
    (await agency.page('', 'dl_early')).entries.map(({ what }) => what),
    ['published', 'killed'],
  )
})

test('nothing of the desk leaves with an item', async () => {
  await using agency = await smallAgency()
  await agency.published('bridge')
  for (const format of ['ninjs-3.1', 'ninjs-2.2']) {
    assert.ok(!JSON.stringify(await agency.page(`format=${format}`, 'dl_early')).includes('SECRET'))
  }
})

test('what is sent is valid ninjs, in both versions', async () => {
  await using agency = await smallAgency()
  const first = await agency.published('first')
  await agency.published('second', { related: [first.story], embargo })
  await agency.published('third', { related: [first.story], translationOf: first.story, updateOf: first.story })
  const killed = await agency.published('fourth')
  done(await kill(agency.newsroom, { story: killed.story, basedOn: killed.version, by: 'ana', notice: 'No.' }))
  for (const version of ['3.1', '2.2']) {
    const schema = (name: string) =>
      JSON.parse(readFileSync(new URL(`../formats/ninjs/schema/${name}`, import.meta.url), 'utf8')) as Record<
        string,
        unknown
      >
    const { $schema: _draft, ...geo } = schema('GeoJSON.json')
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema(geo, 'https://geojson.org/schema/GeoJSON.json')
    const valid = ajv.compile(schema(`ninjs-schema_${version}.json`))
    const { items } = await agency.page(`format=ninjs-${version}`, 'dl_early')
    assert.equal(items.length, 5)
    for (const item of items) assert.ok(valid(item), JSON.stringify(valid.errors))
  }
  const third = (await agency.page()).items.find(({ slugline }) => slugline === 'third')
  assert.deepEqual(
    third?.associations?.map(({ rel, name }) => [rel, name]),
    [
      ['related', 'Headline of first'],
      ['updateOf', 'Headline of first'],
      ['translationOf', 'Headline of first'],
    ],
  )
})

test('a long poll answers as soon as something goes out, and with nothing at the end of its wait', async () => {
  await using agency = await smallAgency()
  const began = performance.now()
  const waiting = agency.page('after=0&wait=10')
  await pause(50)
  await agency.published('bridge')
  assert.equal((await waiting).items.length, 1)
  assert.ok(performance.now() - began < 5000)
  const empty = await agency.page('after=1&wait=1')
  assert.deepEqual([empty.items.length, empty.next, empty.head], [0, 1, 1])
})

test('whoever has no key, a revoked one, or one for something else is told so in a sentence', async () => {
  await using agency = await smallAgency()
  const answers = [
    [await agency.app.request('/wire/v1/items'), 401, 'key.unknown'],
    [await agency.get('/wire/v1/items', 'dl_wrong'), 401, 'key.unknown'],
    [await agency.get('/wire/v1/stream', 'dl_other'), 403, 'key.scope'],
    [await agency.get('/wire/v1/items?after=x&format=nitf'), 400, 'wire.query'],
    [await agency.get('/wire/v1/items/none'), 404, 'story.unknown'],
    [await agency.get('/wire/v1/elsewhere'), 404, 'wire.unknown'],
  ] as const
  for (const [answer, status, code] of answers) {
    assert.equal(answer.status, status)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    const problem = (await answer.json()) as { code: string; detail: string }
    assert.equal(problem.code, code)
    assert.match(problem.detail, /^\S.*[.…"]$/)
  }
})

test('a key that asks too often is asked to wait', async () => {
  await using agency = await smallAgency({ limits: { requests: 2, streams: 1 } })
  await agency.page()
  await agency.page()
  const answer = await agency.get('/wire/v1/items')
  assert.equal(answer.status, 429)
  assert.ok(Number(answer.headers.get('retry-after')) > 0)
  assert.equal((await agency.get('/wire/v1/items', 'dl_early')).status, 200, 'others are not slowed')
})

test('the wire says what it is to whoever asks without a key', async () => {
  await using agency = await smallAgency()
  const answer = (await (await agency.app.request('/wire/v1/')).json()) as { formats: string[]; head: number }
  assert.deepEqual(answer.formats, ['ninjs-3.1', 'ninjs-2.2'])
})

/** Reads a stream until what came satisfies `enough`. */
async function heard(answer: Response, enough: (text: string) => boolean): Promise<string> {
  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  const reader = answer.body!.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const limit = pause(8000, 'late' as const, { ref: false })
  while (!enough(text)) {
    const next = await Promise.race([reader.read(), limit])
    if (next === 'late') assert.fail(`not heard: ${text}`)
    if (next.done) break
    text += decoder.decode(next.value, { stream: true })
  }
  await reader.cancel()
  return text
}

const idsOf = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map((found) => Number(found[1]))

test('a stream begins after the number it is given and goes on with what goes out', async () => {
  await using agency = await smallAgency()
  for (const slug of ['one', 'two', 'three']) await agency.published(slug)
  const answer = await agency.get('/wire/v1/stream', 'dl_daily', { 'Last-Event-ID': '1' })
  const hearing = heard(answer, (text) => text.includes('Copy of four'))
  await pause(100)
  await agency.published('four')
  assert.deepEqual(idsOf(await hearing), [2, 3, 4])
  const again = await agency.get('/wire/v1/stream?after=2&format=ninjs-2.2')
  assert.match(await heard(again, (text) => idsOf(text).length === 2 && text.endsWith('\n\n')), /"pubstatus":"usable"/)
})

test('a stream of a revoked key ends within a second, and says why', async () => {
  let known: Key | undefined = keys['dl_daily']
  const checkKey: CheckKey = async () => known
  await using agency = await smallAgency({ checkKey })
  const answer = await agency.get('/wire/v1/stream')
  const hearing = heard(answer, () => false)
  await pause(50)
  known = undefined
  const revoked = performance.now()
  assert.match(await hearing, /event: end\ndata: \{"code":"key.revoked"/)
  assert.ok(performance.now() - revoked < 1000)
})

test('a stream shows that it lives, and ends with a sentence when the agency closes', async () => {
  const closing = new AbortController()
  await using agency = await smallAgency({ patience: { heartbeat: 50 }, signal: closing.signal })
  const hearing = heard(await agency.get('/wire/v1/stream'), () => false)
  await pause(200)
  closing.abort()
  const text = await hearing
  assert.match(text, /^: 0$/m)
  assert.match(text, /agency\.closing/)
})

test('a subscriber that takes nothing is cut, and what waits for it stays small', async () => {
  await using agency = await smallAgency({ patience: { slow: 300, bytes: 2000 } })
  const words = 'word '.repeat(1000)
  for (let at = 0; at < 40; at++) {
    await agency.published(`long-${at}`, { copy: [{ is: 'paragraph', text: [{ text: words }] }] })
  }
  const answer = await agency.get('/wire/v1/stream')
  await pause(900)
  const text = await heard(answer, () => false)
  assert.match(text, /"code":"stream.slow"/)
  assert.ok(idsOf(text).length <= 20, `${idsOf(text).length} items waited`)
})

test('a key may keep so many streams open and no more', async () => {
  await using agency = await smallAgency({ limits: { requests: 100, streams: 1 } })
  const first = await agency.get('/wire/v1/stream')
  const second = await agency.get('/wire/v1/stream')
  assert.equal(second.status, 429)
  await first.body?.cancel()
  await pause(1200)
  const third = await agency.get('/wire/v1/stream')
  assert.equal(third.status, 200)
  await third.body?.cancel()
})
