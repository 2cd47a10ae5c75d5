import assert from 'node:assert/strict'
import { test } from 'node:test'
import { story } from '../../../test/build.ts'
import { testNewsroom } from '../../../test/newsroom.ts'
import { views } from './views.ts'

test('a front has the newest of all and of each section, each list newest first and as long as asked', async () => {
  await using room = await testNewsroom()
  const { newestOfFront } = views(room.database)
  for (const [slug, ...sections] of [
    ['a', 'world'],
    ['b', 'world', 'economy'],
    ['c', 'sport'],
    ['d', 'world', 'sport'],
    ['e', 'culture'],
  ] as const) {
    await room.published(story(slug).in(...sections))
    room.later(60)
  }
  await room.published(story('f').in('world').written('ar'))
  await room.filed(story('g').in('world'))
  const ask = { tongues: { except: ['ar'] }, sections: ['world', 'economy', 'science'], limit: 3, each: 2 }
  const found = await newestOfFront({ ...ask, now: '2100-01-01T00:00:00Z' })
  const slugs = (teasers: readonly { headline: string; path: string }[]) =>
    teasers.map(({ path }) => path.split('/').at(-1))
  assert.deepEqual(slugs(found.newest), ['e', 'd', 'c'])
  assert.deepEqual(
    [...found.bySection].map(([section, teasers]) => [section, slugs(teasers)]),
    [
      ['world', ['d', 'b']],
      ['economy', ['b']],
      ['science', []],
    ],
  )
  const before = await newestOfFront({ ...ask, now: '2000-01-01T00:00:00Z' })
  assert.deepEqual([before.newest, [...before.bySection.values()].flat()], [[], []])
})
