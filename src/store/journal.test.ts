import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { story } from '../../test/build.ts'
import { done, on, testNewsroom } from '../../test/newsroom.ts'
import { publish } from '../newsroom/publish.ts'
import { update } from '../newsroom/update.ts'
import { openDatabase } from './database.ts'
import { entriesAfter, journalHead } from './entries.ts'
import { eventsAfter } from './events.ts'
import { transact } from './transact.ts'

const long = process.env['DATELINE_LONG'] === '1'

test('eight publishers at once: a follower never sees a number before all the numbers under it', async (t) => {
  await using room = await testNewsroom()
  await using publishers = openDatabase({ connect: room.database.connect, max: 16 })
  const rounds = long ? 100 : 12
  const working = new AbortController()
  let snapshots = 0

  const follower = (async () => {
    let cursor = 0
    const seen: number[] = []
    while (!working.signal.aborted || cursor < (await journalHead(room.database))) {
      const [whole] = await room.database.sql<{ entries: number; newest: number }[]>`
        select count(*) as entries, coalesce(max(number), 0) as newest from journal`
      assert.equal(whole?.entries, whole?.newest, 'there is a hole in the journal')
      snapshots++
      for (const { number } of await entriesAfter(room.database, cursor)) {
        assert.equal(number, cursor + 1, 'the follower stepped over a number')
        cursor = number
        seen.push(number)
      }
    }
    return seen
  })()

  const slowly = { ...room, transact: delayed(transact(publishers)) }
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let n = 0; n < rounds; n++) {
        const quake = await room.filed(story('QUAKE-CHILE'))
        done(await publish(slowly, on(quake)))
        done(await update(slowly, { ...on(await room.now(quake)), draft: story('QUAKE-CHILE').saying('Three dead.') }))
      }
    }),
  )
  working.abort()
  assert.equal((await follower).length, 8 * rounds * 2)
  const entries = await entriesAfter(room.database, 0, { limit: 10_000 })
  for (const { story, version, what } of entries) assert.equal(version, what === 'published' ? 2 : 3, story)
  t.diagnostic(`${entries.length} entries by eight publishers, ${snapshots} looks at the journal, no hole`)
})

test('what fails at the last moment leaves no hole', async () => {
  await using room = await testNewsroom()
  const { id } = await room.published(story('QUAKE-CHILE'))
  const entry = { what: 'refiled', story: id, version: 2, at: room.clock(), by: 'ana' } as const
  await assert.rejects(
    room.transact(async ({ journal, addresses }) => {
      journal.append(entry)
      // Whether there is such a story is asked at COMMIT, when the number is taken already.
      await addresses.give([{ story: 'nobody', path: '/2026/11/25/nothing' }], '2026-11-25T10:00:00Z')
    }),
    /foreign key/,
  )
  await room.transact(async ({ journal }) => journal.append(entry))
  assert.deepEqual(
    (await entriesAfter(room.database, 0)).map(({ number }) => number),
    [1, 2],
  )
})

test('one act may make several entries, in its order, and desk events are numbered apart', async () => {
  await using room = await testNewsroom()
  const { id } = await room.published(story('QUAKE-CHILE'))
  const { entries } = await room.transact(async ({ journal }) => {
    for (const what of ['updated', 'released'] as const)
      journal.append({ what, story: id, version: 2, at: room.clock(), by: 'ana' })
  })
  assert.deepEqual(
    entries.map(({ number, what }) => [number, what]),
    [
      [2, 'updated'],
      [3, 'released'],
    ],
  )
  assert.deepEqual(await eventsAfter(room.database, 0), [
    { number: 1, what: 'filed', story: id, version: 1, at: room.clock(), by: 'ana' },
  ])
})

/** The counter is held a little longer, and unevenly, so that commits come in another order than beginnings. */
function delayed(inner: ReturnType<typeof transact>): ReturnType<typeof transact> {
  return (act) =>
    inner(async (writers) => {
      const result = await act(writers)
      await sleep(Math.random() * 8)
      return result
    })
}

test('an act that is on disk is done, even when this process cannot be told', async () => {
  await using room = await testNewsroom()
  const deaf = {
    ...room,
    transact: transact(room.database, () => {
      throw new Error('no memory left')
    }),
  }
  const quake = await room.filed(story('QUAKE-CHILE'))
  done(await publish(deaf, on(quake)))
  assert.equal(await journalHead(room.database), 1)
})
