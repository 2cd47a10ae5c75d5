import assert from 'node:assert/strict'
import { test } from 'node:test'
import { story } from '../../../test/build.ts'
import { testNewsroom } from '../../../test/newsroom.ts'
import { storiesMeant } from './reference.ts'

test('a story is found by its id, its slug, its path and its whole address, and by nothing else', async () => {
  await using room = await testNewsroom()
  const { id } = await room.published(story('QUAKE-CHILE').saying('Two dead.'))
  await room.published(story('RATES').saying('They hold.'))
  const path = '/2026/11/25/quake-chile'
  for (const typed of [id, 'quake-chile', path, `https://news.example${path}`, path.replace('quake', '%71uake')])
    assert.deepEqual(
      (await storiesMeant(room.database, typed)).map((one) => one.id),
      [id],
      typed,
    )
  for (const typed of ['quake', '', '100%', '/2026/11/25/%', 'https://news.example/%E0'])
    assert.deepEqual(await storiesMeant(room.database, typed), [], typed)
})

test('a slug that was used twice means both stories, the newest first', async () => {
  await using room = await testNewsroom()
  const first = await room.filed(story('RATES').saying('They hold.'))
  room.later(60)
  const second = await room.filed(story('RATES').saying('They rise.'))
  assert.deepEqual(
    (await storiesMeant(room.database, first.slug)).map(({ id }) => id),
    [second.id, first.id],
  )
})
