import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type Item } from '../formats/ninjs/shape.ts'
import { correct } from '../newsroom/correct.ts'
import { kill } from '../newsroom/kill.ts'
import { release } from '../newsroom/release.ts'
import { update } from '../newsroom/update.ts'
import { momentAt } from '../story/moment.ts'
import { done, draft, smallAgency } from './small-agency.test.ts'

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
  const extensions = items.map(
    ({ descriptions }) =>
      JSON.parse(descriptions?.find(({ role }) => role === 'dateline')?.value ?? '{}') as {
        corrections?: { right: string }[]
        updated?: object
        corrected?: object
      },
  )
  assert.equal(extensions[2]?.corrections?.[0]?.right, 'eleven')
  assert.deepEqual(
    extensions.map(({ updated, corrected }) => [updated !== undefined, corrected !== undefined]),
    [
      [false, false],
      [true, false],
      [true, true],
    ],
    'a version says nothing of what came later',
  )
})

test('an item is not linked to copy that is still under embargo', async () => {
  await using agency = await smallAgency()
  const budget = await agency.published('budget', { embargo })
  await agency.published('preview', { related: [budget.story] })
  assert.doesNotMatch(JSON.stringify(await agency.page()), /Headline of budget/)
  agency.sleepUntil('2026-11-24T18:00:01Z')
  await release(agency.newsroom, budget.story)
  assert.match(JSON.stringify((await agency.page()).items[0]), /Headline of budget/)
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
    [await agency.get('/wire/v1/items?limit=0'), 400, 'wire.query'],
    [await agency.get('/wire/v1/items?limit=501'), 400, 'wire.query'],
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
