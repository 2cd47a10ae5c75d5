import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { createAgency } from '../../src/agency.ts'
import { openGround } from '../../src/ground.ts'
import { makeKey } from '../../src/delivery/keys.ts'
import { claim } from '../../src/newsroom/claim.ts'
import { correct } from '../../src/newsroom/correct.ts'
import { hold } from '../../src/newsroom/hold.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { publish } from '../../src/newsroom/publish.ts'
import { release } from '../../src/newsroom/release.ts'
import { update } from '../../src/newsroom/update.ts'
import { keepPicture } from '../../src/pictures/keep.ts'
import { openDatabase } from '../../src/store/database.ts'
import { type Image } from '../../src/story/picture.ts'
import { draftOf } from '../../src/story/story.ts'
import { plain } from '../../src/story/text.ts'
import { type TestAgency, done, testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'
import { type TestDatabase } from '../database.ts'
import { on } from '../newsroom.ts'

const original = ({ hash }: Image) => `/pictures/${hash}.jpg`
const addresses = ({ hash }: Image) => [
  `/pictures/${hash}.jpg`,
  `/pictures/${hash}/480.jpg`,
  `/pictures/${hash}/240-1x1.webp`,
]

test('a killed story’s picture is gone in every cut and every process, and one that another story shows stays', async (t) => {
  await using agency = await testAgency()
  await using other = await secondProcess(agency)
  const [one, two] = [await taken(agency, 'teal'), await taken(agency, 'maroon')]
  const quake = await agency.published(story('QUAKE').with({ pictures: [shown(one), shown(two)] }))
  const inCopy = [{ is: 'picture' as const, picture: shown(two) }]
  const flood = await agency.published(story('FLOOD').with({ copy: inCopy }))
  await sleep(300) // until the other process has heard of both
  const read = async (at: string) => [(await agency.get(at)).status, await other(at)]
  for (const at of [...addresses(one), ...addresses(two)])
    for (const _ of ['asked for', 'remembered']) assert.deepEqual(await read(at), [200, 200], at)

  done(await kill(agency.newsroom, { ...on(quake), notice: 'It was not so.' }))
  const acknowledged = performance.now()
  for (const at of addresses(one)) assert.equal((await agency.get(at)).status, 410, at)
  while ((await other(original(one))) === 200) await sleep(1)
  const took = performance.now() - acknowledged
  t.diagnostic(`gone from the other process ${took.toFixed(1)} ms after the acknowledgement`)
  assert.ok(took < 1000, `${took} ms`)
  for (const at of addresses(one)) assert.equal(await other(at), 410, at)
  for (const at of addresses(two)) assert.deepEqual(await read(at), [200, 200], at)

  done(await kill(agency.newsroom, { ...on(flood), notice: 'Nor was this.' }))
  assert.equal((await agency.get(original(two))).status, 410)
  const later = await agency.published(story('FLOOD-AGAIN').with({ pictures: [shown(two)] }))
  assert.equal((await agency.get(original(two))).status, 200)
  const draft = { ...draftOf(await agency.now(later)), pictures: [] }
  done(await update(agency.newsroom, { ...on(later), draft }))
  assert.equal((await agency.get(original(two))).status, 410, 'nobody shows it any more')
})

test('a picture of filed or held copy is nowhere until it is out, in running entries too', async () => {
  await using agency = await testAgency()
  const image = await taken(agency, 'teal')
  const status = async () => Promise.all(addresses(image).map(async (at) => (await agency.get(at)).status))
  assert.deepEqual(await status(), [404, 404, 404], 'nobody has it')
  const entry = {
    anchor: 'entry-1',
    at: moment('2026-11-25T10:00'),
    copy: [{ is: 'picture' as const, picture: shown(image) }],
  }
  const running = { is: 'live' as const, entries: [entry], given: 1 }
  const filed = await agency.filed(story('DAM').with({ running }))
  assert.deepEqual(await status(), [404, 404, 404], 'filed')
  const until = moment('2026-11-25T11:00')
  done(await claim(agency.newsroom, on(filed)))
  done(await hold(agency.newsroom, { ...on(await agency.now(filed)), until }))
  assert.deepEqual(await status(), [404, 404, 404], 'held')
  agency.later(3600)
  await release(agency.newsroom, filed.id)
  assert.deepEqual(await status(), [200, 200, 200], 'out')
})

test('a picture under embargo is for subscribers who may have it, and for everybody at its moment', async () => {
  await using agency = await testAgency()
  const [image, second] = [await taken(agency, 'teal'), await taken(agency, 'maroon')]
  const until = moment('2026-11-25T11:00')
  const rates = await agency.filed(
    story('RATES')
      .with({ pictures: [shown(image)] })
      .embargoedUntil(until),
  )
  done(await publish(agency.newsroom, on(rates)))
  const plainly = await agency.published(story('PLAIN'))
  const draft = { ...draftOf(plainly), copy: [{ is: 'picture' as const, picture: shown(second) }], embargo: { until } }
  done(await update(agency.newsroom, { ...on(plainly), draft }))
  const [trusted, other] = [await bearing(agency, true), await bearing(agency, false)]
  for (const at of [image, second].flatMap(addresses)) {
    assert.equal((await agency.get(at)).status, 404, at)
    assert.equal((await agency.get(at, other)).status, 404, at)
    const early = await agency.get(at, trusted)
    assert.deepEqual([early.status, early.headers.get('cache-control')], [200, 'private, no-store'], at)
  }
  agency.later(3599)
  assert.equal((await agency.get(original(image))).status, 404)
  agency.later(1)
  for (const at of addresses(image)) assert.equal((await agency.get(at)).status, 200, at)
})

test('who corrects a story keeps its picture, and who has the picture already is told so', async () => {
  await using agency = await testAgency()
  const image = await taken(agency, 'teal')
  const quake = await agency.published(story('QUAKE').with({ pictures: [shown(image)] }))
  const corrections = [{ wrong: 'It happened.', right: 'Three dead.', grave: false }]
  const draft = { ...draftOf(quake), copy: [{ is: 'paragraph' as const, text: plain('Three dead.') }] }
  done(await correct(agency.newsroom, { ...on(quake), draft, corrections }))
  for (const at of addresses(image)) {
    const { status, headers } = await agency.get(at)
    assert.deepEqual([status, headers.get('cache-control')], [200, 'private, no-cache'], at)
    const again = await agency.get(at, { 'if-none-match': headers.get('etag') ?? '' })
    assert.equal(again.status, 304)
    // Whoever looked into the table would wait for as long as it is locked.
    await agency.database.sql.begin(async (sql) => {
      await sql`lock table pictured in access exclusive mode`
      const unasked = await agency.get(at, { 'if-none-match': headers.get('etag') ?? '' })
      assert.equal(unasked.status, 304, 'answered from memory')
    })
  }
})

function shown(image: Image) {
  return { image, alt: 'A boat', caption: { text: 'A boat.' } }
}

/** A picture of one colour, whose bytes are kept. */
async function taken(agency: TestAgency, background: string): Promise<Image> {
  const one = sharp({ create: { width: 600, height: 400, channels: 3, background } })
  const kept = await keepPicture(agency.pictures, await one.jpeg().toBuffer())
  if ('refused' in kept) throw new Error(kept.refused.code)
  return kept.image
}

async function bearing(agency: TestAgency, embargoed: boolean): Promise<Record<string, string>> {
  const made = await makeKey(agency.database, { name: `paper ${embargoed}`, scopes: ['wire'], embargoed })
  return 'key' in made ? { authorization: `Bearer ${made.key}` } : {}
}

/** Another process of the same agency, as far as it hears of news: its status for a path. */
async function secondProcess(agency: TestAgency): Promise<AsyncDisposable & ((path: string) => Promise<number>)> {
  const open = new AsyncDisposableStack()
  const database = open.use(openDatabase({ connect: (agency.database as TestDatabase).connect, max: 4 }))
  const ground = open.use(await openGround(agency.config, { database, clock: agency.clock }))
  const other = open.use(await createAgency(ground))
  const read = async (path: string): Promise<number> => {
    const response = await other.fetch(new Request(agency.base + path))
    await response.body?.cancel()
    return response.status
  }
  return Object.assign(read, { [Symbol.asyncDispose]: () => open.disposeAsync() })
}
