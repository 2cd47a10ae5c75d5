import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heldBy } from '../../test/held.ts'
import { PageCache } from './cache.ts'
import { keep, storyKey } from './keep.ts'
import { respond } from './respond.ts'

const limit = 4_000_000

/** A cache before pages, and before redirects under `/moved`, that all say whatever comes in their address. */
function cacheOf() {
  const world = { made: 0 }
  const cache = new PageCache({
    async render(asked) {
      world.made++
      const { pathname } = new URL(asked.url)
      const words = pathname.split('/')
      if (words[1] === 'moved')
        return keep(new Response(null, { status: 301, headers: { Location: `https://news.example/${words[2]}` } }), {})
      const keys = words[1] === 'keys' ? Array.from({ length: 40 }, (_, n) => storyKey(`${words[2]}-${n}`)) : []
      return keep(await respond(asked, { body: 'A few words.', type: 'text/html' }), { keys, query: ['before'] })
    },
    limit,
    clock: () => 1000,
    isFresh: () => true,
  })
  const get = async (path: string, host = 'localhost') =>
    void (await (await cache.fetch(new Request(`http://${host}${path}`))).text())
  return { cache, get, world }
}

const [letters, short] = ['a'.repeat(15_000), 'a'.repeat(1500)]
const kinds: Record<string, (n: number) => [path: string, host?: string]> = {
  'long pages': (n) => [`/${n}-${letters}`],
  pages: (n) => [`/${n}-${short}`],
  'short pages': (n) => [`/${n}`],
  'long redirects': (n) => [`/moved/${n}-${letters}`],
  redirects: (n) => [`/moved/${n}-${short}`],
  'short redirects': (n) => [`/moved/${n}`],
  slashes: (n) => [`/${n}${'/'.repeat(1500)}`],
  NUL: (n) => [`/${n}${'%00'.repeat(500)}`],
  'long queries of one page': (n) => [`/?before=${n}${letters}`],
  'queries of one page': (n) => [`/?before=${n}${short}`],
  'long queries of many pages': (n) => [`/2026/11/25/story-${n}?${letters}`],
  'pages that show many stories': (n) => [`/keys/${n}`],
  'pages of a host with a long name': (n) => [
    `/2026/11/25/story-${n}`,
    `${letters.slice(0, 8000).replaceAll('aa', 'a.')}a`,
  ],
}

for (const [kind, address] of Object.entries(kinds))
  test(`memory has a bound, measured: ${kind}`, async () => {
    const { cache, get, world } = cacheOf()
    await get('/read')
    const before = await heldBy()
    for (let n = 0; n < 4000; n++) {
      await get(...address(n))
      if (n % 50 === 0) await get('/read')
    }
    const held = (await heldBy()) - before
    const { bytes } = cache.counts
    assert.ok(bytes <= limit, `${bytes} said`)
    assert.ok(held <= limit, `${held} held`)
    const { made } = world
    await get('/read')
    assert.equal(world.made, made)
  })
