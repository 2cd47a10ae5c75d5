import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { codes, done, on, testNewsroom } from '../../test/newsroom.ts'
import { versionOf } from '../store/lookup.ts'
import { type Copy } from '../story/copy.ts'
import { replaceWords } from '../story/replace.ts'
import { mostEntries } from '../story/running.ts'
import { plain } from '../story/text.ts'
import { addEntry, addEntryToNewest } from './add-entry.ts'
import { claim } from './claim.ts'
import { correct } from './correct.ts'
import { edit } from './edit.ts'
import { kill } from './kill.ts'

const dam = story('OSTRA-DAM').in('world').saying('What we know.')
const says = (text: string): Copy => [{ is: 'paragraph', text: plain(text) }]

test('the first entry makes a running story of a published one, and each goes out as an update', async () => {
  await using room = await testNewsroom()
  const out = await room.published(dam)
  room.later(60)
  const first = done(
    await addEntry(room, { ...on(out, 'ben'), entry: { headline: 'Gate open', copy: says('Siren.') } }),
  )
  assert.deepEqual(first, { story: out.id, version: 3, entry: 2 })
  const now = await room.now(out)
  assert.deepEqual(now.running, {
    is: 'live',
    given: 1,
    entries: [{ anchor: 'entry-1', at: room.clock(), headline: 'Gate open', copy: says('Siren.') }],
  })
  assert.deepEqual(now.updated, room.clock())
  assert.deepEqual(now.copy, dam.copy)
  assert.deepEqual(
    room.went.map(({ what }) => what),
    ['published', 'updated'],
  )
})

test('an entry needs a published story and words, and keeps to the order of time', async () => {
  await using room = await testNewsroom()
  const filed = await room.filed(dam)
  const entry = { copy: says('Siren.') }
  assert.deepEqual(codes(await addEntry(room, { ...on(filed), entry })), ['story.not-published'])
  const out = await room.published(dam.with({ slug: 'other' }))
  assert.deepEqual(codes(await addEntry(room, { ...on(out), entry: { copy: says('  ') } })), ['running.entry-empty'])
  assert.deepEqual(codes(await addEntry(room, { ...on(out), close: true })), ['running.not-running'])
  const link: Copy = [{ is: 'paragraph', text: [{ text: 'x', marks: [{ is: 'link', href: 'javascript:1' }] }] }]
  assert.deepEqual(codes(await addEntry(room, { ...on(out), entry: { copy: link } })), ['story.link.scheme'])
  const later = { ...entry, at: moment('2026-11-25 12:00') }
  assert.deepEqual(codes(await addEntry(room, { ...on(out), entry: later })), ['running.moment'])
  done(await addEntry(room, { ...on(out), entry: { ...entry, at: moment('2026-11-25 09:00') } }))
  const before = { ...entry, at: moment('2026-11-25 08:00') }
  assert.deepEqual(codes(await addEntry(room, { ...on(await room.now(out)), entry: before })), ['running.moment'])
})

test('a closed story takes no entry until it is reopened', async () => {
  await using room = await testNewsroom()
  const out = await room.published(dam)
  done(await addEntry(room, { ...on(out), entry: { copy: says('Over.') }, close: true }))
  let now = await room.now(out)
  assert.deepEqual(now.running?.is === 'closed' && now.running.at, room.clock())
  const entry = { copy: says('Not over.') }
  assert.deepEqual(codes(await addEntry(room, { ...on(now), entry })), ['running.closed'])
  done(await addEntry(room, { ...on(now), entry, reopen: true }))
  now = await room.now(out)
  assert.equal(now.running?.is, 'live')
  assert.deepEqual(
    now.running?.entries.map(({ anchor }) => anchor),
    ['entry-1', 'entry-2'],
  )
})

test('words that wait to go out do not slip out beside an entry', async () => {
  await using room = await testNewsroom()
  const out = await room.published(dam)
  done(await claim(room, on(out)))
  done(await edit(room, { ...on(await room.now(out)), draft: { ...dam, headline: 'Half writ' } }))
  const refused = await addEntry(room, { ...on(await room.now(out)), entry: { copy: says('Siren.') } })
  assert.deepEqual(codes(refused), ['story.edits-waiting'])
  const claimed = await addEntry(room, { ...on(await room.now(out), 'ben'), entry: { copy: says('Siren.') } })
  assert.deepEqual(codes(claimed), ['work.claimed-by-other'])
})

test('many who add at once lose nothing, and anchors count without a gap', async () => {
  await using room = await testNewsroom()
  const out = await room.published(dam)
  const names = Array.from({ length: 24 }, (_, n) => `entry of ${n}`)
  const outcomes = await Promise.all(
    names.map((name) =>
      addEntryToNewest(room, { ...on(out), entry: { copy: says(name) } }, async () => (await room.now(out)).version),
    ),
  )
  for (const outcome of outcomes) done(outcome)
  const entries = (await room.now(out)).running?.entries ?? []
  assert.deepEqual(
    entries.map(({ anchor }) => anchor),
    names.map((_, at) => `entry-${at + 1}`),
  )
  const said = entries.map(({ copy }) => (copy[0]?.is === 'paragraph' ? copy[0].text[0]?.text : ''))
  assert.deepEqual(new Set(said), new Set(names))
  assert.equal(room.went.length, 25)
})

test('a correction mends an entry, an anchor is never given twice, and a kill takes all entries', async () => {
  await using room = await testNewsroom()
  const out = await room.published(dam)
  done(await addEntry(room, { ...on(out), entry: { headline: '18 million', copy: says('18 million went.') } }))
  const wrong = await room.now(out)
  const corrections = [{ wrong: '18 million', right: '1.8 million' }]
  const draft = replaceWords(wrong, [['18 million', '1.8 million']])
  done(await correct(room, { ...on(wrong), draft, corrections }))
  const mended = await room.now(out)
  assert.equal(mended.running?.entries[0]?.headline, '1.8 million')
  assert.deepEqual(mended.running?.entries[0]?.copy, says('1.8 million went.'))
  const without = { ...mended, running: { ...mended.running, entries: [] } }
  done(await correct(room, { ...on(mended), draft: without, corrections }))
  done(await addEntry(room, { ...on(await room.now(out)), entry: { copy: says('Siren.') } }))
  const now = await room.now(out)
  assert.equal(now.running?.entries[0]?.anchor, 'entry-2')
  done(await kill(room, { ...on(now), notice: 'Wrong.' }))
  const killed = await addEntry(room, { ...on(await room.now(out)), entry: { copy: says('More.') } })
  assert.deepEqual(codes(killed), ['story.killed'])
  assert.equal((await versionOf(room.database, out.id, 3))?.running?.entries.length, 1)
})

test('a story that is full says that another one carries it on', async () => {
  await using room = await testNewsroom()
  const at = moment('2026-11-25 09:00')
  const entries = Array.from({ length: mostEntries }, (_, n) => ({ anchor: `entry-${n + 1}`, at, copy: says('x') }))
  const out = await room.published(dam.with({ running: { is: 'live', given: mostEntries, entries }, copy: [] }))
  assert.deepEqual(codes(await addEntry(room, { ...on(out), entry: { copy: says('y') } })), ['running.full'])
})
