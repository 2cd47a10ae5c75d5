import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { plainHouse } from '../config/house.ts'
import { moment, story } from '../../test/build.ts'
import { on, testNewsroom } from '../../test/newsroom.ts'
import { archive } from '../newsroom/archive.ts'
import { claim } from '../newsroom/claim.ts'
import { fixAuthority, loadHouse, saveHouse } from './house.ts'
import { watch } from './watch.ts'

test('a process hears what goes out from now on, desk events, and a changed house, each once and in order', async () => {
  await using room = await testNewsroom()
  await room.published(story('BEFORE'))
  const entries: number[] = []
  const events: string[] = []
  const houses: string[] = []
  await using eyes = await watch(room.database, {
    entries: (some) => void entries.push(...some.map(({ number }) => number)),
    events: (some) => void events.push(...some.map(({ what }) => what)),
    house: ({ name }) => void houses.push(name),
  })
  assert.equal(eyes.head(), 1)
  const quake = await room.filed(story('QUAKE-CHILE'))
  await claim(room, on(quake))
  const items = ['1', '2'].map((guid) => ({
    draft: story('OLD').printedAt(moment('1987-02-26T15:01')).sentBy('reuters', { guid }),
  }))
  await archive(room, { items, by: 'ana' })
  await room.published(story('FLOOD'))
  await saveHouse(room.database, { ...plainHouse, name: 'Halyard' }, '2026-11-25T10:00:00Z', 'ana')
  await until(() => entries.length === 3 && houses.length === 1 && events.length === 3)
  assert.deepEqual([entries, events, houses], [[2, 3, 4], ['filed', 'claimed', 'filed'], ['Halyard']])
  assert.equal((await loadHouse(room.database))?.name, 'Halyard')
})

test('news is heard within a tenth of a second of its commit', async (t) => {
  await using room = await testNewsroom()
  let heard = 0
  await using _ = await watch(room.database, { entries: () => void (heard = performance.now()) })
  await sleep(300)
  const delays: number[] = []
  for (let n = 0; n < 20; n++) {
    heard = 0
    await room.published(story(`S-${n}`))
    const committed = performance.now()
    await until(() => heard > 0)
    delays.push(heard - committed)
  }
  const sorted = delays.toSorted((a, b) => a - b)
  t.diagnostic(`heard after ${sorted[10]?.toFixed(1)} ms in the middle, ${sorted[19]?.toFixed(1)} ms at most`)
  assert.ok((sorted[10] ?? 1000) < 100)
})

test('a process that hears nothing for a second says so, and catches up before it says that all is well', async () => {
  await using room = await testNewsroom()
  const said: (string | number)[] = []
  let dead = false
  const cut = Object.assign(Object.create(room.database) as typeof room.database, {
    alone: (...args: Parameters<typeof room.database.alone>) => {
      if (dead) throw new Error('the network is down')
      return room.database.alone(...args)
    },
  })
  await using eyes = await watch(cut, {
    entries: (some) => void said.push(...some.map(({ number }) => number)),
    stale: () => void said.push('stale'),
    fresh: () => void said.push('fresh'),
  })
  await sleep(100)
  assert.ok(eyes.isFresh())
  dead = true
  await room.database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query like '%journal_head%'`
  await until(() => said.includes('stale'))
  assert.ok(!eyes.isFresh())
  await room.published(story('QUAKE-CHILE'))
  dead = false
  await until(() => said.includes('fresh'))
  assert.deepEqual(said, ['stale', 1, 'fresh'])
  assert.ok(eyes.isFresh())
})

test('who is told badly is told on', async () => {
  await using room = await testNewsroom()
  const seen: number[] = []
  await using _ = await watch(room.database, {
    entries: (some) => {
      seen.push(...some.map(({ number }) => number))
      throw new Error('out of memory')
    },
  })
  for (const slug of ['A', 'B']) {
    await room.published(story(slug))
    await until(() => seen.length === (slug === 'A' ? 1 : 2))
  }
})

test('the authority of permanent ids is fixed by whoever comes first', async () => {
  await using room = await testNewsroom()
  assert.equal(await fixAuthority(room.database, 'halyard.example,2026'), 'halyard.example,2026')
  assert.equal(await fixAuthority(room.database, 'other.example,2027'), 'halyard.example,2026')
})

test('an authority that was made up gives way to a real one, until something has gone out under it', async () => {
  await using room = await testNewsroom()
  const madeUp = 'a1b2c3d4e5.dateline.invalid,2026'
  assert.equal(await fixAuthority(room.database, madeUp), madeUp)
  assert.equal(await fixAuthority(room.database, 'ffffffffff.dateline.invalid,2026'), madeUp)
  assert.equal(await fixAuthority(room.database, 'halyard.example,2026'), 'halyard.example,2026')
  await using other = await testNewsroom()
  await fixAuthority(other.database, madeUp)
  await other.published(story('A'))
  assert.equal(await fixAuthority(other.database, 'halyard.example,2026'), madeUp)
})

async function until(is: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !is(); await sleep(2))
    if (Date.now() > end) throw new Error('waited 10 seconds in vain')
}
