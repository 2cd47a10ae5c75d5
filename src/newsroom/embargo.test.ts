import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { codes, done, on, type TestNewsroom, testNewsroom } from '../../test/newsroom.ts'
import { entriesAfter } from '../store/entries.ts'
import { correctionsView } from '../store/views/corrections.ts'
import { instant } from '../story/moment.ts'
import { correct } from './correct.ts'
import { claim } from './claim.ts'
import { edit } from './edit.ts'
import { hold } from './hold.ts'
import { kill } from './kill.ts'
import { pass } from './pass.ts'
import { releaseDue } from './release-due.ts'
import { update } from './update.ts'

// The clock of a test newsroom stands at ten.
const noon = moment('2026-11-25 12:00')
const noonUtc = '2026-11-25T12:00:00.000Z'
const secret = story('QUAKE-CHILE').in('world').saying('Two dead.').embargoedUntil(noon)
const twoHours = 7200

test('copy under embargo goes to those who may have it, and is public from the moment on', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(secret)
  assert.deepEqual(await told(room), [['published', 2, noonUtc]])
  assert.deepEqual(quake.firstPublished, noon)
  assert.deepEqual(await face(room), { public_version: 2, public_from: noonUtc, path: '/2026/11/25/quake-chile' })
  const [listed] = await room.database.sql`
    select search.public_from as search, in_section.public_from as section from search join in_section using (story)`
  assert.deepEqual({ ...listed }, { search: noonUtc, section: noonUtc })

  room.later(twoHours - 1)
  assert.deepEqual(await releaseDue(room, room.database), [])
  room.later(1)
  assert.deepEqual(await releaseDue(room, room.database), [{ done: { story: quake.id, version: 2, entry: 2 } }])
  assert.deepEqual(await told(room), [
    ['published', 2, noonUtc],
    ['released', 2],
  ])
  assert.deepEqual(await releaseDue(room, room.database), [])
})

test('what fell due while nobody was running goes out once, whoever starts first', async () => {
  await using room = await testNewsroom()
  for (let n = 0; n < 5; n++) await room.published(secret)
  room.later(3 * 24 * 3600)
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => releaseDue(room, room.database)))
  assert.equal(outcomes.flat().length, 5)
  assert.equal((await entriesAfter(room.database, 0)).filter(({ what }) => what === 'released').length, 5)
  assert.equal((await face(room)).public_from, noonUtc)
})

test('a correction under embargo stays under it, and the public never hears of the mistake as news', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(secret)
  const corrections = [{ wrong: 'Two dead.', right: 'Three dead.' }]
  done(await correct(room, { ...on(quake), draft: secret.saying('Three dead.'), corrections }))
  assert.deepEqual(await told(room), [
    ['published', 2, noonUtc],
    ['corrected', 3, noonUtc],
  ])
  const now = await room.now(quake)
  assert.equal(now.corrected, undefined)
  assert.equal(now.corrections.length, 1)
  room.later(twoHours)
  await releaseDue(room, room.database)
  assert.deepEqual((await told(room)).at(-1), ['released', 3])
  assert.equal((await face(room)).public_version, 3)
})

test('an embargo that is lifted early tells those who had it what was done, and everybody else that it is out', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(secret)
  room.later(60)
  const { embargo: _, ...open } = secret
  done(await update(room, { ...on(quake), draft: open }))
  assert.deepEqual(await told(room), [
    ['published', 2, noonUtc],
    ['updated', 3, noonUtc],
    ['released', 3],
  ])
  const now = await room.now(quake)
  assert.deepEqual(now.firstPublished, room.clock())
  assert.equal(now.updated, undefined)
  assert.equal((await face(room)).public_from, '2026-11-25T10:01:00.000Z')
  room.later(twoHours)
  assert.deepEqual(await releaseDue(room, room.database), [])
})

test('an embargo may be moved', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(secret)
  const tomorrow = moment('2026-11-26 08:00')
  done(await update(room, { ...on(quake), draft: secret.embargoedUntil(tomorrow) }))
  room.later(twoHours)
  assert.deepEqual(await releaseDue(room, room.database), [])
  assert.deepEqual((await face(room)).path, '/2026/11/26/quake-chile')
  room.at(tomorrow)
  assert.equal((await releaseDue(room, room.database)).length, 1)
})

test('a kill under embargo tells only those who had the copy, and leaves the public no trace', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(secret)
  done(await kill(room, { ...on(quake), notice: 'It did not happen.' }))
  assert.deepEqual((await told(room)).at(-1), ['killed', 3, noonUtc])
  const [row] = await room.database.sql`select public_from, gone_from from story`
  assert.deepEqual({ ...row }, { public_from: null, gone_from: null })
  room.later(twoHours)
  assert.deepEqual(await releaseDue(room, room.database), [])
  assert.equal((await room.database.sql`select from search`).count, 0)
})

test('an act just after the moment comes behind the release, though nobody had noticed yet', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(secret)
  room.later(twoHours)
  done(await kill(room, { ...on(quake), notice: 'It did not happen.' }))
  assert.deepEqual(await told(room), [
    ['published', 2, noonUtc],
    ['released', 2],
    ['killed', 3],
  ])
  const [row] = await room.database.sql`select gone_from from story`
  assert.equal(row?.['gone_from'], noonUtc)
})

test('an embargoed update leaves the public with what it had, until the moment', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(story('QUAKE-CHILE').saying('Two dead.'))
  room.later(60)
  done(await update(room, { ...on(quake), draft: secret.headed('Quake kills three').with({ slug: 'three-dead' }) }))
  assert.deepEqual(await told(room), [
    ['published', 2],
    ['updated', 3, noonUtc],
  ])
  const before = await face(room)
  assert.deepEqual(before, {
    public_version: 2,
    public_from: '2026-11-25T10:00:00.000Z',
    path: '/2026/11/25/quake-chile',
  })
  const [shown] = await room.database.sql`select headline, updated from story`
  assert.deepEqual({ ...shown }, { headline: 'Quake chile', updated: null })
  room.later(twoHours)
  done((await releaseDue(room, room.database))[0])
  assert.equal((await face(room)).public_version, 3)
  const [later] = await room.database.sql`select headline, updated from story`
  assert.deepEqual({ ...later }, { headline: 'Quake kills three', updated: noonUtc })
  assert.equal((await room.database.sql`select from search where headline @@ to_tsquery('english', 'kill')`).count, 1)
})

test('an embargo that came with copy and is past binds nobody; one that is set now must lie ahead', async () => {
  await using room = await testNewsroom()
  const past = story('QUAKE-CHILE').embargoedUntil(moment('2026-11-25 09:00'))
  await room.published(past)
  assert.deepEqual(await told(room), [['published', 2]])
  const other = await room.filed(story('FLOOD'))
  assert.deepEqual(codes(await edit(room, { ...on(other), draft: past })), ['story.embargo.past'])
  done(await edit(room, { ...on(other), draft: secret }))
})

test('a held story goes out by itself at its moment, late when nobody was running, and once', async () => {
  await using room = await testNewsroom()
  const quake = await held(room)
  assert.deepEqual(await told(room), [])
  assert.equal((await room.database.sql`select from search`).count, 0)
  assert.deepEqual(await releaseDue(room, room.database), [])
  room.later(2 * twoHours)
  const outcomes = await Promise.all([1, 2, 3].map(() => releaseDue(room, room.database)))
  assert.deepEqual(outcomes.flat(), [{ done: { story: quake, version: 2, entry: 1 } }])
  const now = await room.now(quake)
  assert.deepEqual(now.publication, { is: 'published', version: 2, at: room.clock(), by: 'ana' })
  assert.deepEqual(now.firstPublished, room.clock())
})

test('what is held can be edited and goes out as edited; it must stay fit to go out', async () => {
  await using room = await testNewsroom()
  const quake = await held(room)
  const now = await room.now(quake)
  assert.deepEqual(codes(await edit(room, { ...on(now, 'ben'), draft: story('X').with({ headline: '' }) })), [
    'story.headline.missing',
  ])
  done(await edit(room, { ...on(now, 'ben'), draft: story('QUAKE-CHILE').headed('Quake kills three') }))
  room.later(twoHours)
  done((await releaseDue(room, room.database))[0])
  assert.equal((await room.now(quake)).headline, 'Quake kills three')
})

test('what is held is taken back, or killed, and then nothing goes out', async () => {
  await using room = await testNewsroom()
  const [one, two] = [await held(room), await held(room)]
  done(await claim(room, on(await room.now(one))))
  done(await kill(room, { ...on(await room.now(two), 'ben'), notice: 'No.' }))
  room.later(twoHours)
  assert.deepEqual(await releaseDue(room, room.database), [])
  assert.deepEqual(await told(room), [])
})

test('nothing is held until a moment that is past or none', async () => {
  await using room = await testNewsroom()
  const { id } = await room.filed(story('QUAKE-CHILE'))
  done(await claim(room, on(await room.now(id))))
  const now = await room.now(id)
  assert.deepEqual(codes(await hold(room, { ...on(now), until: room.clock() })), ['story.hold.past'])
  assert.deepEqual(codes(await hold(room, { ...on(now), until: moment('noon') })), ['story.moment.shape'])
})

test('an update that is held while its story is under embargo loses neither', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(secret)
  done(await claim(room, on(quake)))
  done(await edit(room, { ...on(await room.now(quake)), draft: secret.saying('Three dead.') }))
  done(await hold(room, { ...on(await room.now(quake)), until: moment('2026-11-25 14:00') }))
  room.later(twoHours)
  done((await releaseDue(room, room.database))[0])
  room.later(twoHours)
  done((await releaseDue(room, room.database))[0])
  assert.deepEqual(await told(room), [
    ['published', 2, noonUtc],
    ['released', 2],
    ['updated', 4],
  ])
})

async function held(room: TestNewsroom): Promise<string> {
  const { id } = await room.filed(story('QUAKE-CHILE').saying('Two dead.'))
  done(await claim(room, on(await room.now(id))))
  done(await pass(room, { ...on(await room.now(id)), to: 'ready' }))
  done(await hold(room, { ...on(await room.now(id)), until: noon }))
  return id
}

/** What the journal tells, in order: what, which version, and until when only some may know. */
async function told({ database }: TestNewsroom): Promise<unknown[][]> {
  const entries = await entriesAfter(database, 0)
  return entries.map(({ what, version, embargoedUntil }) => [
    what,
    version,
    ...(embargoedUntil ? [embargoedUntil] : []),
  ])
}

async function face({ database }: TestNewsroom): Promise<Record<string, unknown>> {
  const [row] = await database.sql`select public_version, public_from, path from story limit 1`
  return { ...row }
}

test('of several embargoed changes to a public story none shows before the moment, and then all are told', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(story('QUAKE-CHILE').saying('Two dead.'))
  const corrections = [{ wrong: 'Two dead.', right: 'Three dead.' }]
  done(await correct(room, { ...on(quake), draft: secret.saying('Three dead.'), corrections }))
  done(await update(room, { ...on(await room.now(quake)), draft: secret.saying('Three dead.', 'More to come.') }))
  const before = await room.now(quake)
  assert.deepEqual([before.updated, before.corrected], [undefined, undefined])
  const log = () =>
    correctionsView(room.database.sql).corrections({ now: instant(room.clock()), zone: 'UTC', limit: 9 })
  assert.deepEqual(await log(), [])
  room.later(twoHours)
  done((await releaseDue(room, room.database))[0])
  const after = await room.now(quake)
  assert.deepEqual([after.updated, after.corrected], [noon, noon])
  assert.deepEqual(after.firstPublished, quake.firstPublished)
  assert.equal((await log()).length, 1)
})
