import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { codes, done, on, testNewsroom } from '../../test/newsroom.ts'
import { entriesAfter } from '../store/entries.ts'
import { versionOf } from '../store/lookup.ts'
import { claim } from './claim.ts'
import { correct } from './correct.ts'
import { edit } from './edit.ts'
import { kill } from './kill.ts'
import { refile } from './refile.ts'
import { update } from './update.ts'

const two = story('QUAKE-CHILE').in('world').saying('Two dead.')
const three = two.saying('Three dead.')
const corrections = [{ wrong: 'Two people died.', right: 'Three people died.', where: 'paragraph 1', grave: true }]

test('a correction is one act: version, moment, journal, public log and search', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(two)
  room.later(600)
  const outcome = done(await correct(room, { ...on(quake, 'ben'), draft: three, corrections }))
  assert.deepEqual(outcome, { story: quake.id, version: 3, entry: 2 })
  const now = await room.now(quake)
  assert.deepEqual(now.corrected, room.clock())
  assert.deepEqual(now.firstPublished, quake.firstPublished)
  assert.equal(now.updated, undefined)
  assert.deepEqual(now.corrections, [{ ...corrections[0], version: 3, at: room.clock(), by: 'ben' }])
  const { sql } = room.database
  const [line] = await sql`select story, version, wrong, "right", place, grave, by from correction`
  assert.deepEqual(
    { ...line },
    {
      story: quake.id,
      version: 3,
      wrong: 'Two people died.',
      right: 'Three people died.',
      place: 'paragraph 1',
      grave: true,
      by: 'ben',
    },
  )
  assert.equal((await sql`select from search where body @@ to_tsquery('english', 'three')`).count, 1)
  assert.equal((await sql`select from search where body @@ to_tsquery('english', 'two')`).count, 0)
  assert.deepEqual(
    (await entriesAfter(room.database, 1)).map(({ what }) => what),
    ['corrected'],
  )
  assert.deepEqual((await versionOf(room.database, quake.id, 2))?.copy, two.copy)
})

test('a correction says what was wrong and what is right, and changes what readers read', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(two)
  const base = { ...on(quake), draft: three }
  assert.deepEqual(codes(await correct(room, { ...base, corrections: [] })), ['correction.missing'])
  assert.deepEqual(await correct(room, { ...base, corrections: [{ wrong: 'Two.', right: ' ' }] }), {
    refused: [{ code: 'correction.missing', path: 'corrections[0].right' }],
  })
  for (const draft of [two, two.with({ urgency: 1, keywords: ['quake'], notes: { public: [], desk: ['x'] } })])
    assert.deepEqual(codes(await correct(room, { ...base, draft, corrections })), ['correction.text-unchanged'])
  assert.deepEqual(await room.now(quake), quake)
})

test('a correction may send what was edited before, and every later one joins the earlier', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(two)
  done(await claim(room, on(quake)))
  done(await edit(room, { ...on(await room.now(quake)), draft: three }))
  done(await correct(room, { ...on(await room.now(quake)), corrections }))
  done(await correct(room, { ...on(await room.now(quake)), corrections, draft: two.saying('Four dead.') }))
  const now = await room.now(quake)
  assert.deepEqual(
    now.corrections.map(({ version }) => version),
    [4, 5],
  )
  assert.equal((await room.database.sql`select from correction`).count, 2)
})

test('an update and a refile have moments of their own', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(two)
  room.later(60)
  done(await update(room, { ...on(quake), draft: three }))
  const updated = await room.now(quake)
  assert.deepEqual(updated.updated, room.clock())
  room.later(60)
  done(await refile(room, on(updated)))
  const refiled = await room.now(quake)
  assert.deepEqual(
    [refiled.firstPublished, refiled.updated, refiled.corrected],
    [quake.firstPublished, updated.updated, undefined],
  )
  assert.deepEqual(
    (await entriesAfter(room.database, 0)).map(({ what }) => what),
    ['published', 'updated', 'refiled'],
  )
})

test('a new slug gives a new address on the old day, and the old one stays the story’s own', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(two.with({ formerAddresses: ['https://old.example/a?id=7', 'news/b.html'] }))
  room.at(moment('2026-11-27 09:00'))
  done(await update(room, { ...on(quake), draft: two.with({ slug: 'three-dead' }) }))
  const addresses = async () =>
    Object.fromEntries(
      (
        await room.database.sql<{ path: string; current: boolean }[]>`select path, current from address order by path`
      ).map(({ path, current }) => [path, current]),
    )
  const former = { '/a?id=7': false, '/news/b.html': false }
  assert.deepEqual(await addresses(), { ...former, '/2026/11/25/quake-chile': false, '/2026/11/25/three-dead': true })

  room.at(moment('2026-11-25 23:00'))
  assert.equal((await room.published(two)).slug, 'quake-chile-2')
  done(await update(room, { ...on(await room.now(quake)), draft: two }))
  assert.equal((await room.now(quake)).slug, 'quake-chile')
  const after = await addresses()
  assert.equal(after['/2026/11/25/quake-chile'], true)
  assert.equal(after['/2026/11/25/three-dead'], false)
})

test('what was edited since a story went out is not what is killed', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(two)
  done(await claim(room, on(quake)))
  done(await edit(room, { ...on(await room.now(quake)), draft: two.saying('Not for publication.') }))
  done(await kill(room, { ...on(await room.now(quake)), notice: 'It did not happen.' }))
  const killed = await room.now(quake)
  assert.deepEqual([killed.version, killed.copy], [4, two.copy])
})

test('the database itself refuses to change or lose a version or a journal entry', async () => {
  await using room = await testNewsroom()
  await room.published(two)
  const { sql } = room.database
  for (const statement of [
    `update version set content = '{}'`,
    `delete from version`,
    `truncate version`,
    `update journal set what = 'killed'`,
    `delete from journal`,
    `truncate journal`,
  ])
    await assert.rejects(sql.unsafe(statement), /is kept for ever/, statement)
  await sql.begin(async (sql) => {
    await sql`set local dateline.expunge = 'on'`
    assert.equal((await sql`update version set content = '{}', expunged = now() where number = 1`).count, 1)
    await assert.rejects(
      sql.savepoint((sql) => sql`delete from version`),
      /is kept for ever/,
    )
  })
})
