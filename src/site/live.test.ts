import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { moment, story } from '../../test/build.ts'
import { plainHouse } from '../config/house.ts'
import { type StoryPage } from '../store/views/story.ts'
import { plain } from '../story/text.ts'
import { type LiveParts, live } from './live.ts'

const at = moment('2026-11-25 10:00')
const script = { path: '/assets/x.js', text: '' }
const about = {
  house: plainHouse,
  base: 'https://news.example',
  authority: 'news.example,2026',
  style: { story: '', slides: '', live: '', front: '', desk: '', lite: '' },
  scripts: { page: script, slides: script, live: script },
}

/** A running story whose public version is a number that the test sets, with as many entries; counts what is read of it. */
function dam() {
  const read = { pages: 0, looks: 0, ahead: [] as string[] }
  const ears = new Set<() => void>()
  let version = 1
  const running = (upTo: number) => ({
    is: 'live' as const,
    given: upTo,
    entries: Array.from({ length: upTo }, (_, n) => ({
      anchor: `entry-${n + 1}`,
      at,
      copy: [{ is: 'paragraph' as const, text: plain(`entry ${n + 1}`.repeat(200)) }],
    })),
  })
  const page = (): StoryPage => ({
    story: {
      ...story('dam').with({ running: running(version) }),
      id: 'a',
      version,
      work: { is: 'none' },
      publication: { is: 'published', version, at, by: 'ana' },
      firstPublished: at,
      corrections: [],
    },
    path: '/2026/11/25/dam',
    soFar: [],
    related: [],
    translations: [],
    slots: {},
    people: {},
    shows: ['a'],
  })
  const views = {
    async versionsOf(ids: readonly string[]) {
      read.looks++
      return new Map(ids.includes('a') && version > 0 ? [['a', { path: '/2026/11/25/dam', version }]] : [])
    },
    runningIn: async (_story: string, of: number) => running(of),
    async atAddress() {
      read.pages++
      await pause(5)
      return { is: 'story' as const, page: page() }
    },
  } as unknown as LiveParts['views']
  const closing = new AbortController()
  const parts: LiveParts = {
    views,
    about: () => about,
    clock: () => Date.parse('2026-11-25T10:00:00Z'),
    news: { on: (heard) => (ears.add(heard), () => ears.delete(heard)) },
    ahead: (story) => void read.ahead.push(story),
    signal: closing.signal,
  }
  return {
    read,
    parts,
    ears,
    close: () => closing.abort(),
    tell(to: number) {
      version = to
      for (const heard of ears) heard()
    },
  }
}

/** Reads on until a message with data came; nothing when the stream has ended. */
async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | undefined> {
  for (let text = ''; ;) {
    const { value, done } = await reader.read()
    if (done) return undefined
    text += new TextDecoder().decode(value)
    if (text.includes('data:')) return text
  }
}

test('for all readers of a story one news is one look, one page read, and the same bytes', async () => {
  const { read, parts, tell, ears } = dam()
  const door = live(parts)
  const readers = await Promise.all(
    Array.from({ length: 200 }, async () => (await door.open('a', { since: 1, method: 'GET' })).body!.getReader()),
  )
  await pause(30)
  const before = { ...read }
  tell(2)
  const got = await Promise.all(readers.map(nextOf))
  assert.equal(new Set(got.map((text) => text?.replace('retry: 3000\n\n', ''))).size, 1)
  assert.match(got[0] ?? '', /id: 2\ndata: /)
  assert.equal(read.pages - before.pages, 1)
  assert.ok(read.looks - before.looks <= 2, `${read.looks - before.looks} looks`)
  assert.equal(ears.size, 1)
  for (const reader of readers) await reader.cancel()
  assert.equal(ears.size, 0, 'when nobody reads, nobody listens')
})

test('the page is dropped before a stream brings what is newer, though nothing was told', async () => {
  const { read, parts, tell } = dam()
  tell(2)
  const door = live(parts)
  const up = (await door.open('a', { since: 2, method: 'GET' })).body!.getReader()
  await pause(30)
  assert.deepEqual(read.ahead, [], 'who has the newest is brought nothing')
  const behind = (await door.open('a', { since: 1, method: 'GET' })).body!.getReader()
  assert.match((await nextOf(behind)) ?? '', /id: 2/)
  assert.deepEqual(read.ahead, ['a'])
  for (const reader of [up, behind]) await reader.cancel()
})

test('beyond the limit a reader is told to come later, and a place that was left is free again', async () => {
  const { parts } = dam()
  const door = live({ ...parts, limits: { streams: 1 } })
  const first = await door.open('a', { since: 1, method: 'GET' })
  const second = await door.open('a', { since: 1, method: 'GET' })
  assert.equal(second.status, 503)
  assert.equal(second.headers.get('retry-after'), '60')
  await first.body?.cancel()
  const third = await door.open('a', { since: 1, method: 'GET' })
  assert.equal(third.status, 200)
  await third.body?.cancel()
  assert.equal((await door.open('b', { since: 1, method: 'GET' })).status, 404)
  assert.equal((await door.open('a', { since: 1, method: 'HEAD' })).body, null)
})

test('one address has so many streams and no more, and whoever it is, others are let in', async () => {
  const { parts } = dam()
  const door = live({ ...parts, limits: { each: 2 } })
  const open = (client?: string) => door.open('a', { since: 1, method: 'GET', client })
  const [first, second] = [await open('203.0.113.7'), await open('203.0.113.7')]
  const refused = await open('203.0.113.7')
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '60'])
  assert.match(await refused.text(), /2 streams open already/)
  const others = [await open('203.0.113.8'), await open(), await open(), await open()]
  assert.deepEqual([...new Set(others.map(({ status }) => status))], [200])
  await first.body?.cancel()
  const third = await open('203.0.113.7')
  assert.equal(third.status, 200)
  assert.equal((await open('203.0.113.7')).status, 429)
  for (const { body } of [second, third, ...others]) await body?.cancel()
})

test(
  'who says that he has a version that is not out yet is brought what comes all the same',
  { timeout: 20_000 },
  async () => {
    const { parts, tell } = dam()
    const reader = (await live(parts).open('a', { since: 99, method: 'GET' })).body!.getReader()
    await pause(20)
    tell(2)
    assert.match((await nextOf(reader)) ?? '', /id: 2\ndata: /)
    await reader.cancel()
  },
)

test('who takes nothing is let go and keeps nothing waiting, and a withdrawn story ends every stream', async () => {
  const { parts, tell } = dam()
  const door = live({ ...parts, limits: { waiting: 5000 } })
  const slow = (await door.open('a', { since: 1, method: 'GET' })).body!.getReader()
  for (let version = 2; version < 12; version++) {
    tell(version)
    await pause(20)
  }
  let bytes = 0
  for (;;) {
    const { value, done } = await slow.read()
    if (done) break
    bytes += value.length
  }
  assert.ok(bytes < 20_000, `${bytes} bytes had waited`)

  const reader = (await door.open('a', { since: 11, method: 'GET' })).body!.getReader()
  tell(0)
  assert.match((await nextOf(reader)) ?? '', /event: withdrawn\ndata: \n\n$/)
  assert.equal(await nextOf(reader), undefined)
})
