import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { bareDatabase } from '../../test/database.ts'
import { type Sql } from './database.ts'
import { migrate, migrationFiles } from './migrate.ts'

const run = promisify(execFile)

test('a schema is made once, however often it is asked for', async () => {
  await using database = await bareDatabase()
  const names = (await migrationFiles()).map(({ name }) => name)
  assert.ok(names.length > 0)
  assert.deepEqual(await migrate(database), names)
  assert.deepEqual(await migrate(database), [])
})

test('two processes that start at once make it together, each migration once', async () => {
  await using database = await bareDatabase()
  const script = `
    import { openDatabase } from ${JSON.stringify(new URL('./database.ts', import.meta.url).href)}
    import { migrate } from ${JSON.stringify(new URL('./migrate.ts', import.meta.url).href)}
    await using database = openDatabase({ connect: ${JSON.stringify(database.connect)} })
    console.log(JSON.stringify(await migrate(database)))`
  const start = () => run(process.execPath, ['--input-type=module-typescript', '-e', script])
  const ran = (await Promise.all([start(), start()])).map(({ stdout }) => JSON.parse(stdout) as string[])
  const names = (await migrationFiles()).map(({ name }) => name)
  assert.deepEqual(
    ran.toSorted((a, b) => a.length - b.length),
    [[], names],
  )
})

test('a migration that fails leaves nothing behind, and the next start runs it whole', async () => {
  await using database = await bareDatabase()
  const broken = { number: 900, name: '900-broken.sql', text: async () => 'create table half (x int); select nothing' }
  const files = await migrationFiles()
  await assert.rejects(migrate(database, Promise.resolve([...files, broken])))
  const [{ tables } = { tables: -1 }] = await database.sql<{ tables: number }[]>`
    select count(*) as tables from pg_tables where schemaname = 'public'`
  assert.equal(tables, 0)
  const mended = { ...broken, text: async () => 'create table half (x int)' }
  assert.deepEqual((await migrate(database, Promise.resolve([...files, mended]))).at(-1), '900-broken.sql')
})

test('an older program does not touch a newer database', async () => {
  await using database = await bareDatabase()
  await migrate(database)
  await database.sql`insert into migration (number, name) values (999, '999-later.sql')`
  await assert.rejects(migrate(database), /written by a newer Dateline/)
})

test('pictures of stories that were out before are known as theirs, wherever in the story they stand', async () => {
  await using database = await bareDatabase()
  const files = await migrationFiles()
  await migrate(database, Promise.resolve(files.filter(({ number }) => number < 6)))
  const { sql } = database
  const [lead, inCopy, inEntry, older] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64))
  const content = {
    pictures: [{ image: { hash: lead } }, { caption: { text: 'without bytes' } }],
    copy: [{ is: 'picture', picture: { image: { hash: inCopy } } }],
    running: { entries: [{ copy: [{ is: 'picture', picture: { image: { hash: inEntry } } }] }] },
  }
  await keptBefore(sql, { pictures: [{ image: { hash: older } }] }, content)
  await migrate(database)
  const found = await sql<{ hash: string }[]>`select hash from pictured where story = 'dam' order by hash`
  assert.deepEqual(
    found.map(({ hash }) => hash),
    [lead, inCopy, inEntry],
  )
})

test('what other pages need of versions that were kept before is ready, wherever in them it stands', async () => {
  await using database = await bareDatabase()
  const files = await migrationFiles()
  await migrate(database, Promise.resolve(files.filter(({ number }) => number < 7)))
  const picture = { image: { hash: 'a'.repeat(64) }, alt: 'A lake' }
  const slot = (story: string) => [{ is: 'slot', story }]
  await keptBefore(
    database.sql,
    {
      headline: 'Dam opens',
      standfirst: 'At noon.',
      related: ['rain'],
      dateline: { places: [{ name: 'KESSARY' }] },
      pictures: [{ caption: { text: 'without bytes' } }, picture],
      credits: [
        { people: [{ person: 'ana' }, { name: 'Stringer' }] },
        { people: [{ person: 'ana' }, { person: 'ben' }] },
      ],
      copy: slot('live'),
      running: { is: 'live', entries: [{ copy: slot('order') }] },
    },
    {
      headline: 'Dam shuts',
      copy: [{ is: 'subhead' }, { is: 'paragraph', text: [{ text: 'It was ' }, { text: 'shut.' }] }],
    },
  )
  await migrate(database)
  const rows = await database.sql<{ teaser: object; named: string[]; people: string[] }[]>`
    select teaser, array_to_json(stories_named) as named, array_to_json(people_named) as people from version order by number`
  const [first, second] = rows
  const nothing = { standfirst: null, opening: null, place: null, running: null, picture: null, pictures: 0 }
  const full = { standfirst: 'At noon.', opening: null, place: 'KESSARY', running: 'live', picture, pictures: 1 }
  assert.deepEqual(first?.teaser, { headline: 'Dam opens', ...full })
  assert.deepEqual(first?.named, ['rain', 'live', 'order'])
  assert.deepEqual(first?.people.toSorted(), ['ana', 'ben'])
  assert.deepEqual(second?.teaser, { ...nothing, headline: 'Dam shuts', opening: 'It was shut.' })
  assert.deepEqual([second?.named, second?.people], [[], []])
})

/** A story that is out, with these versions, as a database held it before a migration. */
async function keptBefore(sql: Sql, ...versions: readonly object[]): Promise<void> {
  const newest = versions.length
  await sql`
    insert into story (id, version, work, publication, public_version, slug, headline, language, direction, urgency, created, saved)
    values ('dam', ${newest}, '{"is":"none"}', '{"is":"published"}', ${newest}, 'dam', 'Dam', 'en', 'ltr', 5, now(), now())`
  for (const [at, words] of versions.entries())
    await sql`
      insert into version (story, number, content, what, at, moment, by)
      values ('dam', ${at + 1}, ${JSON.stringify(words)}::text::jsonb, 'published', now(), '{}', 'ana')`
}
