import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { story } from '../../test/build.ts'
import { done, on, type TestNewsroom, testNewsroom } from '../../test/newsroom.ts'
import { entriesAfter } from '../store/entries.ts'
import { momentAt } from '../story/moment.ts'
import { claim } from './claim.ts'
import { hold } from './hold.ts'
import { keepReleasing } from './release-due.ts'

test('what is held and what is embargoed goes out at its moment by itself, once, in whichever process', async (t) => {
  await using room = await testNewsroom()
  const live = { ...room, clock: () => momentAt(Date.now(), 'UTC') }
  await using one = keepReleasing(live, room.database)
  await using two = keepReleasing(live, room.database)
  assert.notEqual(one, two)
  await sleep(200)
  const due = Date.now() + 700
  const { id } = await room.filed(story('HELD'))
  done(await claim(live, on(await room.now(id))))
  done(await hold(live, { ...on(await room.now(id)), until: momentAt(due, 'UTC') }))
  await sleep(10)
  assert.deepEqual(await entriesAfter(room.database, 0), [])
  await until(room, 1)
  const late = Date.now() - due
  t.diagnostic(`went out ${late} ms after its moment`)
  assert.ok(late >= 0 && late < 1500)

  room.at(momentAt(Date.now(), 'UTC'))
  await room.published(story('EMBARGOED').embargoedUntil(momentAt(Date.now() + 400, 'UTC')))
  await until(room, 3)
  await sleep(300)
  assert.deepEqual(
    (await entriesAfter(room.database, 0)).map(({ what }) => what),
    ['published', 'published', 'released'],
  )
})

test('what fell due while the database was away goes out when it is back', async () => {
  await using room = await testNewsroom()
  const live = { ...room, clock: () => momentAt(Date.now(), 'UTC') }
  await using _ = keepReleasing(live, room.database)
  room.at(momentAt(Date.now(), 'UTC'))
  await room.published(story('EMBARGOED').embargoedUntil(momentAt(Date.now() + 300, 'UTC')))
  for (let n = 0; n < 5; n++) {
    await room.database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    await sleep(100)
  }
  await until(room, 2)
})

async function until({ database }: TestNewsroom, count: number): Promise<void> {
  // The connection that asks may be among those that were cut.
  const known = () => entriesAfter(database, 0).catch(() => [])
  for (const end = Date.now() + 10_000; (await known()).length < count; await sleep(5))
    if (Date.now() > end) throw new Error('waited 10 seconds in vain')
}
