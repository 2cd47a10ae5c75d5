import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { type CheckKey, type Key } from './door.ts'
import { keys, smallAgency } from './small-agency.test.ts'

/** Reads a stream until what came satisfies `enough`. */
async function heard(answer: Response, enough: (text: string) => boolean): Promise<string> {
  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  const reader = answer.body!.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const limit = pause(8000, 'late' as const, { ref: false })
  while (!enough(text)) {
    const next = await Promise.race([reader.read(), limit])
    if (next === 'late') assert.fail(`not heard: ${text}`)
    if (next.done) break
    text += decoder.decode(next.value, { stream: true })
  }
  await reader.cancel()
  return text
}

const idsOf = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map((found) => Number(found[1]))

test('a stream begins after the number it is given and goes on with what goes out', async () => {
  await using agency = await smallAgency()
  for (const slug of ['one', 'two', 'three']) await agency.published(slug)
  const answer = await agency.get('/wire/v1/stream', 'dl_daily', { 'Last-Event-ID': '1' })
  const hearing = heard(answer, (text) => text.includes('Copy of four'))
  await pause(100)
  await agency.published('four')
  assert.deepEqual(idsOf(await hearing), [2, 3, 4])
  const again = await agency.get('/wire/v1/stream?after=2&format=ninjs-2.2')
  assert.match(await heard(again, (text) => idsOf(text).length === 2 && text.endsWith('\n\n')), /"pubstatus":"usable"/)
})

test('a stream of a key that is revoked, or no longer for the wire, ends within a second and says why', async () => {
  for (const later of [undefined, keys['dl_other']]) {
    let known: Key | undefined = keys['dl_daily']
    const checkKey: CheckKey = async () => known
    await using agency = await smallAgency({ checkKey })
    const answer = await agency.get('/wire/v1/stream')
    const hearing = heard(answer, () => false)
    await pause(50)
    known = later
    const revoked = performance.now()
    assert.match(await hearing, /event: end\ndata: \{"code":"key.revoked"/)
    assert.ok(performance.now() - revoked < 1000)
  }
})

test('a stream shows that it lives, and ends with a sentence when the agency closes', async () => {
  const closing = new AbortController()
  await using agency = await smallAgency({ patience: { heartbeat: 50 }, signal: closing.signal })
  const hearing = heard(await agency.get('/wire/v1/stream'), () => false)
  await pause(200)
  closing.abort()
  const text = await hearing
  assert.match(text, /^: 0$/m)
  assert.match(text, /agency\.closing/)
})

test('a subscriber that takes nothing is cut, and what waits for it stays small', async () => {
  await using agency = await smallAgency({ patience: { slow: 300, bytes: 2000 } })
  const words = 'word '.repeat(1000)
  for (let at = 0; at < 40; at++) {
    await agency.published(`long-${at}`, { copy: [{ is: 'paragraph', text: [{ text: words }] }] })
  }
  const answer = await agency.get('/wire/v1/stream')
  await pause(900)
  const text = await heard(answer, () => false)
  assert.match(text, /"code":"stream.slow"/)
  assert.ok(idsOf(text).length <= 20, `${idsOf(text).length} items waited`)
})

test('asking for the head of a stream opens none', async () => {
  await using agency = await smallAgency({ limits: { requests: 100, streams: 1 } })
  const ask = { method: 'HEAD', headers: { Authorization: 'Bearer dl_daily' } }
  for (let at = 0; at < 3; at++) assert.equal((await agency.app.request('/wire/v1/stream', ask)).status, 200)
})

test('a key may keep so many streams open and no more', async () => {
  await using agency = await smallAgency({ limits: { requests: 100, streams: 1 } })
  const first = await agency.get('/wire/v1/stream')
  const second = await agency.get('/wire/v1/stream')
  assert.equal(second.status, 429)
  await first.body?.cancel()
  await pause(1200)
  const third = await agency.get('/wire/v1/stream')
  assert.equal(third.status, 200)
  await third.body?.cancel()
})
