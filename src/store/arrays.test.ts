import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '../../test/database.ts'

test('lists of texts, numbers and instants go to the database and come back', async () => {
  await using database = await testDatabase()
  const { sql } = database
  const texts = fc.array(
    fc.option(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      { nil: null },
    ),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (texts) => {
      const [row] = await sql<{ back: unknown; length: number }[]>`
        select ${texts}::text[] as back, cardinality(${texts}::text[]) as length`
      assert.deepEqual({ ...row }, { back: texts, length: texts.length })
    }),
    { numRuns: 100 },
  )
  const [row] = await sql`
    select ${[1, 2]}::int[] as i, array_agg(n::bigint) as b, array['2026-11-25T10:00Z'::timestamptz] as t, array[true, null] as o
    from generate_series(1, 3) n`
  assert.deepEqual({ ...row }, { i: [1, 2], b: [1, 2, 3], t: ['2026-11-25T10:00:00.000Z'], o: [true, null] })
})
