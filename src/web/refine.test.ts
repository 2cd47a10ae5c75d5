import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { PageCache } from './cache.ts'
import { keep } from './keep.ts'
import { respond } from './respond.ts'

const words = Array.from({ length: 3000 }, (_, n) => `word${(n * n) % 997} of ${n % 31}`).join('\n')

test('a page that is wanted again is sent in fewer bytes, the same word for word, with its tag and its true length', async () => {
  const cache = new PageCache({
    render: async (asked) => keep(await respond(asked, { body: words, type: 'text/html' }), {}),
    limit: 10_000_000,
    clock: () => 1000,
    isFresh: () => true,
  })
  const get = async (encoding: string) => {
    const response = await cache.fetch(new Request('http://localhost/', { headers: { 'Accept-Encoding': encoding } }))
    const bytes = Buffer.from(await response.arrayBuffer())
    assert.equal(response.headers.get('content-length'), String(bytes.length))
    return { bytes, tag: response.headers.get('etag') }
  }
  const first = await get('br')
  const whole = await get('identity')
  await get('identity')
  let later = await get('br')
  for (let turn = 0; turn < 200 && later.bytes.length === first.bytes.length; turn++) {
    await wait(20)
    later = await get('br')
  }
  assert.ok(later.bytes.length < first.bytes.length, `${later.bytes.length} of ${first.bytes.length} bytes`)
  assert.equal(brotliDecompressSync(later.bytes).toString(), words)
  assert.equal(later.tag, first.tag)
  const body = cache.find('/', 'br')?.body
  assert.equal(body?.buffer.byteLength, body?.length, 'no piece of a larger memory')
  assert.equal((await get('identity')).bytes.length, whole.bytes.length)
})
