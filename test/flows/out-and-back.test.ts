import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrangeFront } from '../../src/newsroom/arrange-front.ts'
import { correct } from '../../src/newsroom/correct.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { exportRaw, exportRows, type Exported, isEmpty, restoreRows } from '../../src/store/export.ts'
import { tables } from '../../src/store/tables.ts'
import { replaceWords } from '../../src/story/replace.ts'
import { draftOf } from '../../src/story/story.ts'
import { done, testAgency } from '../agency.ts'
import { story } from '../build.ts'
import { testDatabase } from '../database.ts'

test('an agency that was taken out and put back is the same to the letter, and goes on', async () => {
  await using agency = await testAgency()
  await agency.published(story('QUAKE-CHILE').by('Ana').saying('Two dead.').in('world'))
  const second = await agency.published(story('RATES').saying('Rates “hold”.').written('de'))
  const third = await agency.published(story('WRONG'))
  done(
    await correct(agency.newsroom, {
      story: second.id,
      basedOn: second.version,
      by: 'ana',
      draft: replaceWords(draftOf(second), [['hold', 'rise']]),
      corrections: [{ wrong: 'hold', right: 'rise' }],
    }),
  )
  done(await kill(agency.newsroom, { story: third.id, basedOn: third.version, by: 'ana', notice: 'No.' }))

  const front = { edition: 'en', section: '' }
  const arrangement = { lead: { story: second.id }, with: [], seconds: [], rows: ['world'] }
  await arrangeFront(agency.newsroom, { front, basedOn: 0, by: 'ana', arrangement })

  const out = await all(agency.database)
  assert.equal(out.lines.filter(({ table }) => table === 'front').length, 1)
  assert.ok(out.lines.length > 20)
  await using other = await testDatabase()
  assert.ok(await isEmpty(other))
  await restoreRows(other, each(out.lines), async (hash) => out.raw.get(hash))
  const again = await all(other)
  assert.deepEqual(again.lines, out.lines)
  assert.deepEqual(again.raw, out.raw)
})

test('every table is in an export, but for what belongs to the machine', async () => {
  await using database = await testDatabase()
  const found = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
  const left = found.map(({ name }) => name).filter((name) => !tables.some((table) => table.name === name))
  assert.deepEqual(left.toSorted(), ['cursor', 'migration'])
})

async function all(
  database: Parameters<typeof exportRows>[0],
): Promise<{ lines: Exported[]; raw: Map<string, Uint8Array> }> {
  const lines: Exported[] = []
  const raw = new Map<string, Uint8Array>()
  await exportRows(database, async (line) => void lines.push(line))
  await exportRaw(database, async (hash, bytes) => void raw.set(hash, bytes))
  return { lines, raw }
}

async function* each(lines: readonly Exported[]): AsyncGenerator<Exported> {
  yield* lines
}
