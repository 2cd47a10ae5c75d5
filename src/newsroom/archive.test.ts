import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { moment, story } from '../../test/build.ts'
import { codes, done, on, testNewsroom } from '../../test/newsroom.ts'
import { entriesAfter } from '../store/entries.ts'
import { findLater } from '../store/find-later.ts'
import { keepFindable } from '../store/keep-findable.ts'
import { versionsOf } from '../store/lookup.ts'
import { archive } from './archive.ts'
import { correct } from './correct.ts'
import { file } from './file.ts'
import { kill } from './kill.ts'

const old = moment('1987-02-26T15:01', 'America/New_York')
const oldItem = (guid: string, slug = 'cocoa', version?: string) =>
  story(slug)
    .in('economy')
    .saying(`Cocoa of ${guid}.`)
    .printedAt(old)
    .sentBy('reuters', { guid, ...(version && { version }) })

test('an old story is published at its own moment, and nobody is alerted', async () => {
  await using room = await testNewsroom({ judge: () => [{ rule: 'any', says: 'No.', blocks: true }] })
  const draft = oldItem('1').with({ formerAddresses: ['/article/1'] })
  const [outcome] = await archive(room, { items: [{ draft, raw: new Uint8Array([1, 2]) }], by: 'ana' })
  const { story: id } = done(outcome)
  const now = await room.now(id)
  assert.deepEqual(now.firstPublished, old)
  assert.deepEqual(now.publication, { is: 'published', version: 1, at: old, by: 'ana' })
  assert.equal(now.archived, true)
  const [row] = await room.database.sql`select path, public_from from story`
  assert.deepEqual({ ...row }, { path: '/1987/02/26/cocoa', public_from: '1987-02-26T20:01:00.000Z' })
  assert.deepEqual(
    (await versionsOf(room.database, id)).map(({ what, unchecked }) => [what, unchecked]),
    [['archived', true]],
  )
  assert.deepEqual(await entriesAfter(room.database, 0), [])
  assert.deepEqual(await entriesAfter(room.database, 0, { archived: true }), [
    { number: 1, what: 'archived', story: id, version: 1, at: room.clock(), by: 'ana' },
  ])
  assert.equal((await room.database.sql`select from address where path = '/article/1' and not current`).count, 1)
  assert.equal((await room.database.sql`select from search where body @@ to_tsquery('english', 'cocoa')`).count, 1)
  assert.equal((await room.database.sql`select from in_section where archived`).count, 1)
})

test('running an import twice adds nothing', async () => {
  await using room = await testNewsroom()
  const items = ['1', '2', '3'].map((guid) => ({ draft: oldItem(guid) }))
  const first = await archive(room, { items, by: 'ana' })
  assert.deepEqual(first.map(codes), [[], [], []])
  const counts = await room.database.sql`
    select (select count(*) from story) s, (select count(*) from version) v, (select count(*) from refusal) r,
      (select number from journal_head) j`
  assert.deepEqual((await archive(room, { items, by: 'ana' })).flatMap(codes), Array(3).fill('story.duplicate'))
  assert.deepEqual(
    await room.database.sql`
      select (select count(*) from story) s, (select count(*) from version) v, (select count(*) from refusal) r,
        (select number from journal_head) j`,
    counts,
  )
})

test('one item three times in a batch is one story, its newest version the last that came', async () => {
  await using room = await testNewsroom()
  const items = ['1', '2', '1'].map((version) => ({ draft: oldItem('7', `cocoa-${version}`, version) }))
  const outcomes = await archive(room, { items, by: 'ana' })
  assert.deepEqual(outcomes.map(codes), [[], [], ['story.duplicate']])
  const { story: id, version } = done(outcomes[1])
  assert.deepEqual([id, version], [done(outcomes[0]).story, 2])
  assert.deepEqual((await room.now(id)).slug, 'cocoa-1')
})

test('stories of one slug on one day get addresses of their own', async () => {
  await using room = await testNewsroom()
  const batch = (from: number) =>
    Array.from({ length: 60 }, (_, n) => ({ draft: oldItem(String(from + n), 'quarterly-dividend') }))
  for (const from of [0, 100])
    assert.ok((await archive(room, { items: batch(from), by: 'ana' })).every((one) => 'done' in one))
  const rows = await room.database.sql<{ slug: string; path: string }[]>`select slug, path from story`
  assert.equal(new Set(rows.map(({ path }) => path)).size, 120)
  assert.ok(rows.some(({ slug }) => slug === 'quarterly-dividend-120'))
  assert.ok(rows.every(({ slug, path }) => path === `/1987/02/26/${slug}`))
})

test('an import of versions in any order, run again and again, keeps the newest and repeats none', async () => {
  for (const [a, b, again] of [
    ['2026-11-25T06:05:00.000Z', '2026-11-25T05:05:00.000Z', ['story.older']],
    [undefined, undefined, ['story.duplicate']],
  ] as const) {
    await using room = await testNewsroom()
    const draftA = oldItem('7', 'cocoa', a)
    const draftB = oldItem('7', 'cocoa', b).saying('Other words.')
    const outcomes = []
    for (const draft of [draftA, draftB, draftA, draftB])
      outcomes.push(...(await archive(room, { items: [{ draft }], by: 'ana' })).map(codes))
    assert.deepEqual(outcomes, [[], b ? ['story.older'] : [], ['story.duplicate'], again])
    const [row] = await room.database.sql`select id from story`
    assert.deepEqual((await room.now(String(row?.['id']))).copy, (b ? draftA : draftB).copy)
    const older = await room.database.sql`select from refusal where code = 'story.older' and version = ${b ?? ''}`
    assert.equal(older.count, b ? 2 : 0)
  }
})

test('two imports of one archive at once take each item once', async () => {
  await using room = await testNewsroom()
  const items = Array.from({ length: 12 }, (_, n) => ({ draft: oldItem(String(n)) }))
  const orders = [items, items.toReversed(), items.slice(6), [...items.slice(6), ...items.slice(0, 6)]]
  const outcomes = await Promise.all(orders.map((items) => archive(room, { items, by: 'ana' })))
  assert.deepEqual([...new Set(outcomes.flat().flatMap(codes))], ['story.duplicate'])
  assert.equal(outcomes.flat().filter((outcome) => 'done' in outcome).length, 12)
  assert.equal((await room.database.sql`select from story`).count, 12)
})

test('what only the database sees as the same is refused, and the rest of its batch goes in', async () => {
  await using room = await testNewsroom()
  const first = oldItem('1')
  done((await archive(room, { items: [{ draft: first }], by: 'ana' }))[0])
  const [row] = await room.database.sql`select content from source`
  const clash = oldItem('1', 'cocoa', String(row?.['content'])).saying('Other words.')
  const items = [{ draft: oldItem('2') }, { draft: clash }, { draft: oldItem('3') }]
  assert.deepEqual((await archive(room, { items, by: 'ana' })).map(codes), [[], ['story.duplicate'], []])
  assert.deepEqual(codes(await file(room, { draft: clash, by: 'ana' })), ['story.duplicate'])
})

test('what has no day, or no headline, is one line of the report; a headline alone is a story', async () => {
  await using room = await testNewsroom()
  const { printed: _, ...undated } = oldItem('1')
  const outcomes = await archive(room, {
    items: [
      { draft: undated },
      { draft: oldItem('2').with({ headline: '' }) },
      { draft: oldItem('3').with({ copy: [] }) },
      { draft: oldItem('4').with({ slug: '', headline: '!!!', copy: [] }) },
    ],
    by: 'ana',
  })
  assert.deepEqual(outcomes.map(codes), [['archive.moment-missing'], ['story.headline.missing'], [], []])
  assert.deepEqual((await archive(room, { items: [{ draft: oldItem('9') }], by: 'zoe' })).map(codes), [
    ['person.unknown'],
  ])
})

test('an archived story is corrected and killed like any other, and then its import brings nothing back', async () => {
  await using room = await testNewsroom()
  const items = [{ draft: oldItem('1') }]
  const { story: id } = done((await archive(room, { items, by: 'ana' }))[0])
  const corrections = [{ wrong: 'Cocoa.', right: 'Coffee.' }]
  done(await correct(room, { ...on(await room.now(id)), draft: oldItem('1').saying('Coffee.'), corrections }))
  assert.deepEqual(
    (await entriesAfter(room.database, 0)).map(({ what }) => what),
    ['corrected'],
  )
  const newer = [{ draft: oldItem('1').saying('Cocoa, written anew.') }]
  assert.deepEqual((await archive(room, { items: newer, by: 'ana' })).flatMap(codes), ['story.already-published'])
  done(await kill(room, { ...on(await room.now(id)), notice: 'No.' }))
  assert.deepEqual((await archive(room, { items: newer, by: 'ana' })).flatMap(codes), ['story.killed'])
  assert.equal((await room.database.sql`select from search`).count, 0)
})

test('a bulk import may be made findable afterwards, and what was killed meanwhile is not', async () => {
  await using room = await testNewsroom()
  const items = ['1', '2'].map((guid) => ({ draft: oldItem(guid) }))
  const [one] = await archive(room, { items, by: 'ana', unfound: true })
  assert.equal((await room.database.sql`select from search`).count, 0)
  done(await kill(room, { ...on(await room.now(done(one).story)), notice: 'No.' }))
  assert.equal(await findLater(room.database, 'UTC'), 1)
  assert.equal(await findLater(room.database, 'UTC'), 0)
  assert.equal((await room.database.sql`select from search`).count, 1)
})

test('a story that is killed while its words are put in does not come back', async () => {
  await using room = await testNewsroom()
  const { story: id } = done((await archive(room, { items: [{ draft: oldItem('1') }], by: 'ana', unfound: true }))[0])
  let finding: Promise<number> | undefined
  await room.database.transaction(async (sql) => {
    await sql`select from story where id = ${id} for update`
    finding = findLater(room.database, 'UTC')
    await sleep(200)
    await sql`update story set public_from = null where id = ${id}`
  })
  assert.equal(await finding, 0)
  assert.equal((await room.database.sql`select from search`).count, 0)
})

test('an import that is killed before its words are put in is made good by the next start', async () => {
  await using room = await testNewsroom()
  const items = Array.from({ length: 20 }, (_, n) => ({ draft: oldItem(String(n)) }))
  await archive(room, { items, by: 'ana', unfound: true })
  await using _ = keepFindable(room.database, () => 'UTC')
  await room.published(oldItem('live').sentBy('another'))
  for (const end = Date.now() + 10_000; ; await sleep(20)) {
    if ((await room.database.sql`select from search`).count === 21) break
    assert.ok(Date.now() < end, 'waited 10 seconds in vain')
  }
})
