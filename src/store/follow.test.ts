import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { on, type TestNewsroom, testNewsroom } from '../../test/newsroom.ts'
import { archive } from '../newsroom/archive.ts'
import { refile } from '../newsroom/refile.ts'
import { type Entry } from '../story/entry.ts'
import { cursorOf, follow } from './follow.ts'

const rounds = process.env['DATELINE_LONG'] === '1' ? 50 : 5

test('a follower is told everything in order, what was there and what comes, and knows its place next time', async () => {
  await using room = await testNewsroom()
  await publishSome(room, 3)
  const seen = await followUntil(room, 'alerts', 5, async () => await publishSome(room, 2))
  assert.deepEqual(seen, [1, 2, 3, 4, 5])
  await publishSome(room, 1)
  assert.deepEqual(await followUntil(room, 'alerts', 1), [6])
  assert.equal(await cursorOf(room.database, 'alerts'), 6)
  assert.deepEqual(await followUntil(room, 'another', 6), [1, 2, 3, 4, 5, 6])
})

test('a follower may begin at the head, and hears of an archive only when it asks', async () => {
  await using room = await testNewsroom()
  await publishSome(room, 2)
  const old = story('OLD').printedAt(moment('1987-02-26T15:01')).sentBy('reuters')
  const later = async () => {
    await archive(room, { items: [{ draft: old }], by: 'ana' })
    await publishSome(room, 1)
  }
  assert.deepEqual(await followUntil(room, 'new', 1, later, { from: 'head' }), [4])
  assert.deepEqual(await followUntil(room, 'all', 4, undefined, { archived: true }), [1, 2, 3, 4])
  assert.deepEqual(await followUntil(room, 'live', 3), [1, 2, 4])
})

test('an entry whose work failed comes again before the next one', async () => {
  await using room = await testNewsroom()
  await publishSome(room, 3)
  const ended = new AbortController()
  const tried: number[] = []
  await follow(
    room.database,
    'delivery',
    async ({ number }) => {
      tried.push(number)
      if (tried.filter((one) => one === 2).length === 1 && number === 2) throw new Error('the line is down')
      if (number === 3) ended.abort()
    },
    ended.signal,
  )
  assert.deepEqual(tried, [1, 2, 2, 3])
})

test('of two that follow under one name one works; when it goes, the other goes on from there', async () => {
  await using room = await testNewsroom()
  const [first, second] = [new AbortController(), new AbortController()]
  const seen: [string, number][] = []
  const both = [
    follow(room.database, 'delivery', async ({ number }) => void seen.push(['first', number]), first.signal),
    sleep(300).then(() =>
      follow(room.database, 'delivery', async ({ number }) => void seen.push(['second', number]), second.signal),
    ),
  ]
  await sleep(600)
  await publishSome(room, 3)
  await until(() => seen.length === 3)
  first.abort()
  await both[0]
  await publishSome(room, 2)
  await until(() => seen.length === 5)
  second.abort()
  await both[1]
  assert.deepEqual(seen, [
    ['first', 1],
    ['first', 2],
    ['first', 3],
    ['second', 4],
    ['second', 5],
  ])
})

test('a follower whose connection is cut goes on where it was', async () => {
  await using room = await testNewsroom()
  const ended = new AbortController()
  const seen: number[] = []
  const following = follow(room.database, 'delivery', async ({ number }) => void seen.push(number), ended.signal)
  for (let n = 1; n <= 4; n++) {
    await publishSome(room, 1)
    await until(() => seen.includes(n))
    await room.database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query not like 'select pg_terminate%'`
  }
  ended.abort()
  await following
  assert.deepEqual([...new Set(seen)], [1, 2, 3, 4])
})

test(`a follower that is killed at any line, ${rounds} times, does everything, in order, and little twice`, async (t) => {
  await using room = await testNewsroom()
  const folder = await mkdtemp(join(tmpdir(), 'dateline-follower-'))
  const file = join(folder, 'done')
  await writeFile(file, '')
  const program = new URL('../../test/durability/follower.ts', import.meta.url).pathname
  const start = (mortality: number) =>
    spawn(process.execPath, [program, JSON.stringify(room.database.connect), 'delivery', file, String(mortality)], {
      stdio: 'ignore',
    })
  const lines = async () => (await readFile(file, 'utf8')).split('\n').filter(Boolean)

  const publishing = new AbortController()
  const published = publishUntil(room, publishing.signal)
  for (let round = 0; round < rounds; round++) {
    const before = (await lines()).length
    // Half of them are killed from outside at any time, half kill themselves between the work and the cursor.
    const child = start(round % 2 ? 0 : 0.1)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    if (round % 2) await until(async () => (await lines()).length > before)
    if (round % 2) {
      await sleep(Math.random() * 40)
      child.kill('SIGKILL')
    }
    await gone
  }
  publishing.abort()
  const head = await published
  const last = start(0)
  await until(async () => (await lines()).some((line) => line.endsWith(` ${head}`)))
  last.kill('SIGTERM')

  const did = (await lines()).map((line) => line.split(' ').map(Number) as [number, number])
  let newest = 0
  let twice = 0
  for (const [at, [pid, number]] of did.entries()) {
    const begins = did[at - 1]?.[0] !== pid
    assert.ok(number === newest + 1 || (begins && number === newest), `after ${newest} came ${number}`)
    if (number === newest) twice++
    newest = number
  }
  assert.equal(newest, head)
  t.diagnostic(`${head} entries, killed ${rounds} times, ${twice} done twice, none left out`)
  await rm(folder, { recursive: true })
})

let stories = 0

async function publishSome(room: TestNewsroom, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await room.published(story(`STORY-${++stories}`))
}

async function publishUntil(room: TestNewsroom, signal: AbortSignal): Promise<number> {
  let { id } = await room.published(story('QUAKE-CHILE'))
  for (let n = 1; ; n++) {
    const { version } = await room.now(id)
    await refile(room, on({ ...(await room.now(id)), version }))
    if (n % 50 === 0) ({ id } = await room.published(story('QUAKE-CHILE')))
    await sleep(2)
    if (signal.aborted) return room.went.at(-1)?.number ?? 0
  }
}

async function followUntil(
  room: TestNewsroom,
  name: string,
  count: number,
  meanwhile?: () => Promise<void>,
  following: Parameters<typeof follow>[4] = {},
): Promise<number[]> {
  const ended = new AbortController()
  const seen: Entry[] = []
  const end = follow(
    room.database,
    name,
    async (entry) => {
      seen.push(entry)
      if (seen.length >= count) ended.abort()
    },
    ended.signal,
    following,
  )
  if (meanwhile) {
    await until(async () => (await cursorOf(room.database, name)) !== undefined)
    await meanwhile()
  }
  await end
  return seen.map(({ number }) => number)
}

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await is()); await sleep(10))
    if (Date.now() > end) throw new Error('waited 20 seconds in vain')
}
