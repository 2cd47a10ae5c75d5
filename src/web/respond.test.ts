import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { encodingOf, pageHeaders, respond } from './respond.ts'

const body = 'All of it, again and again. '.repeat(100)
const ask = (headers: Record<string, string> = {}) => new Request('http://localhost/', { headers })

test('who has a page already is told so, and gets it again when a word of it changed', async () => {
  const first = await respond(ask(), { body, type: 'text/html' })
  const tag = first.headers.get('etag') ?? ''
  const again = await respond(ask({ 'If-None-Match': `"other", ${tag}` }), { body, type: 'text/html' })
  assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', tag])
  const changed = await respond(ask({ 'If-None-Match': tag }), { body: `${body}!`, type: 'text/html' })
  assert.equal(changed.status, 200)
})

test('a notice of a kill is sent whole even to who has it', async () => {
  const gone = await respond(ask(), { body, type: 'text/html', status: 410 })
  const again = await respond(ask({ 'If-None-Match': gone.headers.get('etag') ?? '' }), {
    body,
    type: 'text/html',
    status: 410,
  })
  assert.equal(again.status, 410)
})

test('a date alone never says that somebody has it already, and none is sent', async () => {
  const feed = { body, type: 'application/rss+xml' }
  const dated = await respond(ask({ 'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' }), feed)
  assert.deepEqual([dated.status, dated.headers.get('last-modified')], [200, null])
})

test('a page is squeezed for who takes it and whole for who does not', async () => {
  const squeezed = await respond(ask({ 'Accept-Encoding': 'gzip, deflate, br' }), { body, type: 'text/html' })
  assert.equal(squeezed.headers.get('content-encoding'), 'br')
  assert.equal(brotliDecompressSync(await squeezed.bytes()).toString(), body)
  const zipped = await respond(ask({ 'Accept-Encoding': 'gzip, br;q=0' }), { body, type: 'text/html' })
  assert.equal(gunzipSync(await zipped.bytes()).toString(), body)
  const whole = await respond(ask({ 'Accept-Encoding': 'identity' }), { body, type: 'text/html' })
  assert.equal(await whole.text(), body)
  assert.equal(encodingOf('gzip;q=0.5'), 'gzip')
  assert.equal(encodingOf('deflate'), undefined)
})

test('what a client refuses by name it is not sent, whatever else it takes, and its own weights decide', () => {
  for (const [accepted, encoding] of [
    ['br;q=0, *', 'gzip'],
    ['*, br;q=0', 'gzip'],
    ['gzip;q=0, *', 'br'],
    ['br;q=0, gzip;q=0, *', undefined],
    ['identity, br;q=0, *;q=0.5', undefined], // rather whole than in gzip
    ['identity;q=0.2, br;q=0, *;q=0.5', 'gzip'],
    ['gzip;q=0.8, br;q=0.7', 'gzip'],
    ['gzip;q=0.8, *;q=0.1', 'gzip'],
    ['br;q=0.5, gzip;q=0.5', 'br'],
    ['gzip, br', 'br'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['BR;Q=0, GZIP', 'gzip'],
    ['br;q=0.000, gzip ; q=0.1', 'gzip'],
    ['br;q=much, gzip', 'gzip'],
    ['x-brotli, identity', undefined],
    ['', undefined],
  ] as const)
    assert.equal(encodingOf(accepted), encoding, accepted)
})

test('a page takes its own style and script and nothing else', () => {
  const policy = pageHeaders(['p{}'])['Content-Security-Policy'] ?? ''
  assert.match(policy, /default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}';/)
  assert.doesNotMatch(policy, /unsafe/)
})
