import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { codes, done, on, type TestNewsroom, testNewsroom } from '../../test/newsroom.ts'
import { versionsOf } from '../store/lookup.ts'
import { rawBytes } from '../store/raw.ts'
import { claim } from './claim.ts'
import { file } from './file.ts'
import { kill } from './kill.ts'
import { compareVersions } from './same-item.ts'

const bytes = new TextEncoder().encode('SANTIAGO, Nov 25 - Two dead.\r\n')
const item = (version: string, words = 'Two dead.') =>
  story('QUAKE-CHILE').saying(words).sentBy('kessary', { guid: 'urn:k:1', version })

test('what is filed waits for a desk, with the bytes as they came', async () => {
  await using room = await testNewsroom()
  const draft = story('').headed('Quake: Chile’s north shakes').sentBy('kessary')
  const { story: id, version } = done(await file(room, { draft, by: 'ana', desk: 'world', raw: bytes }))
  const now = await room.now(id)
  assert.equal(version, 1)
  assert.deepEqual(now.work, { is: 'filed', by: 'ana', desk: 'world' })
  assert.equal(now.slug, 'quake-chiles-north-shakes')
  assert.deepEqual(new Uint8Array((await rawBytes(room.database, now.source?.raw ?? '')) ?? []), bytes)
  assert.equal(now.publication.is, 'never')
})

test('the same item twice is filed once, with the sender’s id or without, and the second is remembered', async () => {
  await using room = await testNewsroom()
  const first = done(await file(room, { draft: item('1'), by: 'ana' }))
  const again = await file(room, { draft: item('1'), by: 'ben' })
  assert.deepEqual(again, {
    refused: [{ code: 'story.duplicate', path: 'source', values: { story: first.story, version: '1' } }],
  })
  const bare = story('FLOOD').saying('It  rains.').sentBy('kessary')
  done(await file(room, { draft: bare, by: 'ana' }))
  assert.deepEqual(codes(await file(room, { draft: bare.saying('It rains. '), by: 'ana' })), ['story.duplicate'])
  done(await file(room, { draft: bare.sentBy('another'), by: 'ana' }))
  done(await file(room, { draft: bare.saying('It pours.'), by: 'ana' }))
  assert.deepEqual(await refusals(room), [
    ['story.duplicate', '1', 'ben'],
    ['story.duplicate', null, 'ana'],
  ])
  assert.equal((await room.database.sql`select from story`).count, 4)
})

test('bytes of no known sender are told apart by their words, and our own copy never is', async () => {
  await using room = await testNewsroom()
  done(await file(room, { draft: story('A'), by: 'ana', raw: bytes }))
  assert.deepEqual(codes(await file(room, { draft: story('A'), by: 'ana', raw: bytes })), ['story.duplicate'])
  done(await file(room, { draft: story('A'), by: 'ana' }))
  done(await file(room, { draft: story('A'), by: 'ana' }))
})

test('an older version than we have is refused and remembered; a newer one goes into the story', async () => {
  await using room = await testNewsroom()
  const { story: id } = done(await file(room, { draft: item('9'), by: 'ana' }))
  assert.deepEqual(codes(await file(room, { draft: item('8', 'One dead.'), by: 'ana' })), ['story.older'])
  assert.deepEqual(done(await file(room, { draft: item('10', 'Three dead.'), by: 'ana' })), { story: id, version: 2 })
  assert.deepEqual((await room.now(id)).copy, item('10', 'Three dead.').copy)
  assert.deepEqual(await refusals(room), [['story.older', '8', 'ana']])
})

test('a version that was ever taken is a duplicate, and one older than any is older, however often they come', async () => {
  await using room = await testNewsroom()
  const [a, b, unnumbered] = [item('9'), item('8', 'One dead.'), story('Q').sentBy('kessary', { guid: 'urn:k:1' })]
  const outcomes = []
  for (const draft of [a, b, a, b, unnumbered, b, a, unnumbered])
    outcomes.push(...codes(await file(room, { draft, by: 'ana' })), '/')
  assert.equal(
    outcomes.join(' '),
    '/ story.older / story.duplicate / story.older / / story.older / story.duplicate / story.duplicate /',
  )
  assert.equal((await refusals(room)).length, 6)
  const plain = ['Two dead.', 'One dead.', 'Two dead.', 'One dead.'].map((words) =>
    story('FLOOD').saying(words).sentBy('kessary', { guid: 'urn:k:2' }),
  )
  const codesOf = []
  for (const draft of plain) codesOf.push(codes(await file(room, { draft, by: 'ana' })))
  assert.deepEqual(codesOf, [[], [], ['story.duplicate'], ['story.duplicate']])
})

test('two doors that bring two versions at once leave the newer one, and neither ends in a fault', async () => {
  await using room = await testNewsroom()
  const doors = ['9', '8', '9', '10', '8'].map((version) => file(room, { draft: item(version, version), by: 'ana' }))
  const found = (await Promise.all(doors)).flatMap(codes)
  assert.ok(found.every((code) => code === 'story.duplicate' || code === 'story.older'))
  const [row] = await room.database.sql`select id from story`
  assert.deepEqual((await room.now(String(row?.['id']))).copy, item('10', '10').copy)
})

test('a newer version of a published story waits at the desk; the public keeps what it has', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(item('1').in('world'))
  done(await file(room, { draft: item('2', 'Three dead.').with({ slug: 'other' }), by: 'ana' }))
  const now = await room.now(quake)
  assert.equal(now.work.is, 'filed')
  assert.equal(now.publication.is === 'published' && now.publication.version, 2)
  assert.deepEqual([now.version, now.slug, now.sections], [3, 'quake-chile', ['world']])
  const [row] = await room.database.sql`select public_version from story`
  assert.equal(row?.['public_version'], 2)
})

test('a newer version never writes over what somebody is at work on: it becomes a story that carries the other on', async () => {
  await using room = await testNewsroom()
  const quake = await room.filed(item('1'))
  done(await claim(room, on(quake)))
  const next = done(await file(room, { draft: item('2', 'Three dead.'), by: 'ben' }))
  assert.notEqual(next.story, quake.id)
  assert.equal((await room.now(next.story)).updateOf, quake.id)
  assert.deepEqual((await room.now(quake)).copy, quake.copy)
})

test('a killed story stays killed, whatever arrives later', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(item('1'))
  done(await kill(room, { ...on(quake), notice: 'It did not happen.' }))
  assert.deepEqual(codes(await file(room, { draft: item('2', 'Three dead.'), by: 'ana' })), ['story.killed'])
  assert.equal((await room.now(quake)).publication.is, 'killed')
  assert.deepEqual(await refusals(room), [['story.killed', '2', 'ana']])
})

test('doors that bring the same item at once file it once', async () => {
  await using room = await testNewsroom()
  for (let n = 1; n <= 10; n++) {
    const draft = item('1').sentBy('kessary', { guid: `urn:k:${n}` })
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => file(room, { draft, by: 'ana' })))
    assert.equal(outcomes.filter((outcome) => 'done' in outcome).length, 1)
    assert.equal((await room.database.sql`select from story`).count, n)
    assert.equal((await refusals(room)).length, 3 * n)
  }
})

test('signs that no database takes are replaced, and the rest of the copy is kept', async () => {
  await using room = await testNewsroom()
  const { id } = await room.filed(story('ODD').saying('Two\0 dead. \ud83d'))
  assert.deepEqual((await room.now(id)).copy, story('ODD').saying('Two\ufffd dead. \ufffd').copy)
  assert.deepEqual(
    (await versionsOf(room.database, id)).map(({ what, at }) => [what, at]),
    [['filed', room.clock()]],
  )
})

test('versions of a sender are told apart by size, time or figures', () => {
  for (const [older, newer] of [
    ['2', '10'],
    ['9', '20251125103000000000001'],
    ['2026-11-25T10:00:00+01:00', '2026-11-25T09:30:00Z'],
    ['v2', 'v10'],
    ['A', 'B'],
  ] as const) {
    assert.ok(compareVersions(older, newer) < 0, `${older} < ${newer}`)
    assert.ok(compareVersions(newer, older) > 0, `${newer} > ${older}`)
  }
  assert.equal(compareVersions('007', '7'), 0)
  assert.equal(moment('2026-11-25').zone, 'UTC')
})

async function refusals({ database }: TestNewsroom): Promise<unknown[][]> {
  const rows = await database.sql`select code, version, by from refusal order by id`
  return rows.map(({ code, version, by }) => [code, version, by])
}
