import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { codes, done, on, testNewsroom } from '../../test/newsroom.ts'
import { entriesAfter } from '../store/entries.ts'
import { versionsOf } from '../store/lookup.ts'
import { kill } from './kill.ts'
import { publish } from './publish.ts'

test('a published story has its moment, its address, its version and its journal entry', async () => {
  await using room = await testNewsroom()
  const quake = await room.filed(story('QUAKE-CHILE').by('Ana').in('world').saying('Two dead.'))
  const outcome = done(await publish(room, on(quake)))
  assert.deepEqual(outcome, { story: quake.id, version: 2, entry: 1 })

  const now = await room.now(quake)
  assert.deepEqual(now.work, { is: 'none' })
  assert.deepEqual(now.publication, { is: 'published', version: 2, at: room.clock(), by: 'ana' })
  assert.deepEqual(now.firstPublished, moment('2026-11-25 10:00:00+00:00'))
  assert.equal(now.updated ?? now.corrected, undefined)
  assert.deepEqual(await entriesAfter(room.database, 0), [
    { number: 1, what: 'published', story: quake.id, version: 2, at: room.clock(), by: 'ana' },
  ])
  assert.deepEqual(
    (await versionsOf(room.database, quake.id)).map(({ what }) => what),
    ['filed', 'published'],
  )
  const [row] = await room.database.sql`select path, public_version, public_from, slug from story`
  assert.deepEqual(
    { ...row },
    {
      path: '/2026/11/25/quake-chile',
      public_version: 2,
      public_from: '2026-11-25T10:00:00.000Z',
      slug: 'quake-chile',
    },
  )
  assert.deepEqual(
    (await room.database.sql`select section, story, archived from in_section`).map((row) => ({ ...row })),
    [{ section: 'world', story: quake.id, archived: false }],
  )
  assert.equal((await room.database.sql`select from credited where person = 'ana'`).count, 1)
  assert.equal((await room.database.sql`select from search where body @@ to_tsquery('english', 'die | dead')`).count, 1)
})

test('what was acknowledged was told to this process before', async () => {
  await using room = await testNewsroom()
  await room.published(story('QUAKE-CHILE'))
  assert.deepEqual(
    room.went.map(({ number, what }) => [number, what]),
    [[1, 'published']],
  )
})

test('copy without headline, slug, words or a known section stays in, with everything that is wrong', async () => {
  await using room = await testNewsroom()
  const poor = await room.filed(story('X').with({ headline: ' ', copy: [], sections: ['nowhere'], urgency: 12 }))
  assert.deepEqual(codes(await publish(room, on(poor))), [
    'story.headline.missing',
    'story.copy.empty',
    'story.urgency.range',
    'section.unknown',
  ])
  assert.equal((await room.now(poor)).publication.is, 'never')
  assert.deepEqual(await entriesAfter(room.database, 0), [])
})

test('what the house objects to stays in until somebody takes it upon himself with a reason', async () => {
  const says = 'Nobody is named as the source.'
  await using room = await testNewsroom({
    judge: () => [
      { rule: 'attribution', says, blocks: true },
      { rule: 'length', says: 'This is short.', blocks: false },
    ],
  })
  const quake = await room.filed(story('QUAKE-CHILE'))
  assert.deepEqual(await publish(room, on(quake)), {
    refused: [{ code: 'story.house-objects', values: { rule: 'attribution', says } }],
  })
  assert.deepEqual(codes(await publish(room, { ...on(quake), overrides: [{ rule: 'attribution', reason: ' ' }] })), [
    'story.house-objects',
  ])
  const overrides = [{ rule: 'attribution', reason: 'We saw it.' }]
  const outcome = await publish(room, { ...on(quake), overrides })
  assert.deepEqual('warnings' in outcome && outcome.warnings?.map(({ rule }) => rule), ['length'])
  assert.deepEqual((await versionsOf(room.database, quake.id)).at(-1)?.overrides, overrides)
})

test('an act on an older version is refused and says what has changed', async () => {
  await using room = await testNewsroom()
  const { edit } = await import('./edit.ts')
  const quake = await room.filed(story('QUAKE-CHILE').saying('Two dead.'))
  done(
    await edit(room, { ...on(quake), draft: story('QUAKE-CHILE').headed('Quake kills three').saying('Three dead.') }),
  )
  assert.deepEqual(await publish(room, on(quake)), {
    refused: [
      {
        code: 'story.outdated',
        path: 'basedOn',
        values: {
          basedOn: '1',
          version: '2',
          fields: 'headline, copy',
          words: 'headline: “Quake chile” is now “Quake kills three”; copy: “Two dead.” is now “Three dead.”',
          story: quake.id,
        },
      },
    ],
  })
})

test('nobody who is not on the staff, or has left, publishes', async () => {
  await using room = await testNewsroom()
  const quake = await room.filed(story('QUAKE-CHILE'))
  assert.deepEqual(codes(await publish(room, on(quake, 'zoe'))), ['person.unknown'])
  await room.database.sql`update person set left_at = now() where id = 'ben'`
  assert.deepEqual(codes(await publish(room, on(quake, 'ben'))), ['person.unknown'])
  assert.deepEqual(codes(await publish(room, { story: 'none', basedOn: 1, by: 'ana' })), ['story.unknown'])
})

test('two stories of one slug on one day stand at two addresses, and neither changes', async () => {
  await using room = await testNewsroom()
  const slugs = []
  for (let n = 0; n < 3; n++) slugs.push((await room.published(story('QUAKE-CHILE'))).slug)
  assert.deepEqual(slugs, ['quake-chile', 'quake-chile-2', 'quake-chile-3'])
  const paths = await room.database.sql<{ path: string }[]>`select path from story order by id`
  assert.deepEqual(
    paths.map(({ path }) => path),
    ['/2026/11/25/quake-chile', '/2026/11/25/quake-chile-2', '/2026/11/25/quake-chile-3'],
  )
})

test('a killed story is out of search, of sections and of reach, and stays killed', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(story('QUAKE-CHILE').in('world').by('Ana'))
  assert.deepEqual(codes(await kill(room, { ...on(quake), notice: ' ' })), ['kill.notice.missing'])
  done(await kill(room, { ...on(quake), notice: 'It did not happen.' }))
  const killed = await room.now(quake)
  assert.equal(killed.publication.is === 'killed' && killed.publication.notice, 'It did not happen.')
  const { sql } = room.database
  for (const table of ['search', 'in_section', 'credited', 'in_topic'])
    assert.equal((await sql`select from ${sql(table)}`).count, 0, table)
  const [row] = await sql`select public_from, gone_from is not null as gone, path from story`
  assert.deepEqual({ ...row }, { public_from: null, gone: true, path: '/2026/11/25/quake-chile' })
  assert.deepEqual(
    (await entriesAfter(room.database, 0)).map(({ what, version }) => [what, version]),
    [
      ['published', 2],
      ['killed', 3],
    ],
  )
  assert.deepEqual(codes(await publish(room, on(killed))), ['story.killed'])
  assert.deepEqual(codes(await kill(room, { ...on(killed), notice: 'Again.' })), ['story.killed'])
})
