import assert from 'node:assert/strict'
import { createServer, request } from 'node:http'
import { type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { type Behind, PageCache } from './cache.ts'
import { type Keep, keep, storyKey } from './keep.ts'
import { listener } from './listener.ts'
import { respond } from './respond.ts'

/** A cache before pages that say how often they were made, and wait for `gate` when there is one. */
function kept(how: Keep | ((path: string) => Keep | undefined), more: Partial<Behind> = {}) {
  const world = { now: 1000, isFresh: true, made: 0, gate: Promise.resolve(), status: 200, size: 10 }
  const cache = new PageCache({
    async render(asked) {
      const body = `${++world.made} ${'x'.repeat(world.size)}`
      await world.gate
      const response = await respond(asked, { body, type: 'text/html', status: world.status })
      const said = typeof how === 'function' ? how(new URL(asked.url).pathname) : how
      return said ? keep(response, said) : response
    },
    limit: 1_000_000,
    clock: () => world.now,
    isFresh: () => world.isFresh,
    ...more,
  })
  const get = async (path = '/', headers: Record<string, string> = {}) => {
    const response = await cache.fetch(new Request(`http://localhost${path}`, { headers }))
    const text = await response.text()
    return { status: response.status, number: Number(text.split(' ')[0]), headers: response.headers }
  }
  return Object.assign(world, { cache, get, number: async (path?: string) => (await get(path)).number })
}

test('a page is kept until something that it shows is told, and one that names nothing until anything is', async () => {
  const { cache, number } = kept((path) => (path === '/story' ? { keys: [storyKey('a'), storyKey('b')] } : {}))
  assert.deepEqual([await number('/story'), await number('/'), await number('/story'), await number('/')], [1, 2, 1, 2])
  cache.drop([storyKey('c')])
  assert.deepEqual([await number('/story'), await number('/')], [1, 3])
  cache.drop([storyKey('b')])
  assert.deepEqual([await number('/story'), await number('/')], [4, 5])
  cache.clear()
  assert.deepEqual([await number('/story'), await number('/')], [6, 7])
})

test('a page that was being made when news came is not kept, and nobody who asks after the news gets it', async () => {
  const world = kept({ keys: [storyKey('a')] })
  const gate = Promise.withResolvers<void>()
  world.gate = gate.promise
  const before = world.number()
  await Promise.resolve()
  world.cache.drop([storyKey('a')])
  world.cache.drop([storyKey('c')])
  const after = world.number()
  gate.resolve()
  assert.deepEqual([await before, await after, await world.number()], [1, 2, 2])
  world.cache.clear()
  const alone = world.number()
  world.cache.drop([storyKey('a')])
  assert.deepEqual([await alone, await world.number()], [3, 4])
})

test('news of something else does not spoil a page that is being made', async () => {
  const world = kept({ keys: [storyKey('a')] })
  const gate = Promise.withResolvers<void>()
  world.gate = gate.promise
  const one = world.number()
  await Promise.resolve()
  world.cache.drop([storyKey('b')])
  gate.resolve()
  assert.deepEqual([await one, await world.number()], [1, 1])
})

test('a page ends by the clock, and all of them when something becomes public', async () => {
  const world = kept((path) => (path === '/short' ? { until: 1500 } : { keys: [] }))
  world.cache.opens(2000)
  assert.deepEqual([await world.number('/short'), await world.number('/')], [1, 2])
  world.now = 1499
  assert.deepEqual([await world.number('/short'), await world.number('/')], [1, 2])
  world.now = 1500
  assert.deepEqual([await world.number('/short'), await world.number('/')], [3, 2])
  world.now = 2000
  assert.equal(await world.number('/'), 4)
})

test('a process that hears no news answers nothing from memory', async () => {
  const world = kept({})
  assert.deepEqual([await world.number(), await world.number()], [1, 1])
  world.isFresh = false
  assert.equal(world.cache.find('/', undefined), undefined)
  assert.deepEqual([await world.number(), await world.number()], [2, 3])
})

test('what nobody allowed to be kept is not, nor what a subscriber asks with his key', async () => {
  const never = kept(() => undefined)
  assert.deepEqual([await never.number(), await never.number()], [1, 2])
  const world = kept({})
  await world.get()
  assert.equal((await world.get('/', { authorization: 'Bearer x' })).number, 2)
})

test('only the parameters that a page knows make another page', async () => {
  const { number } = kept((path) => (path === '/list' ? { query: ['before'] } : {}))
  assert.equal(await number('/list?utm=1'), 1)
  assert.equal(await number('/list?utm=2'), 1)
  assert.equal(await number('/list'), 1)
  assert.equal(await number('/list?before=x&utm=3'), 2)
  assert.equal(await number('/list?utm=4&before=x'), 2)
  assert.deepEqual([await number('/other?a=1'), await number('/other?a=1')], [3, 4])
})

test('memory has a bound: the pages that are read stay, and addresses that are made up drive out each other', async () => {
  const world = kept({ keys: [], query: ['q'] }, { limit: 200_000 })
  world.size = 4000
  await world.get('/read')
  for (let n = 0; n < 300; n++) await world.get(`/?q=${n}`)
  world.status = 404
  for (let n = 0; n < 300; n++) await world.get(`/none-${n}`)
  assert.ok(world.cache.counts.bytes <= 200_000, `${world.cache.counts.bytes}`)
  assert.equal(await world.number('/read'), 1)
  world.status = 200
  for (let n = 0; n < 300; n++) {
    await world.get(`/page-${n}`)
    if (n % 10 === 0) assert.equal(await world.number('/read'), 1)
  }
  assert.ok(world.cache.counts.bytes <= 200_000, `${world.cache.counts.bytes}`)
})

test('a cache in front is told what a page shows and for how long it holds; of an outdated page it is told nothing', async () => {
  const world = kept({ keys: [storyKey('a b')], until: 9000 }, { surrogate: true })
  const told = (headers: Headers) => [headers.get('surrogate-key'), headers.get('surrogate-control')]
  assert.deepEqual(told((await world.get()).headers), ['all story:a_b', 'max-age=8'])
  world.now = 4500
  assert.deepEqual(told((await world.get()).headers), ['all story:a_b', 'max-age=4'])
  world.cache.opens(6000)
  assert.deepEqual(told((await world.get()).headers), ['all story:a_b', 'max-age=1'])
  const gate = Promise.withResolvers<void>()
  world.cache.clear()
  world.gate = gate.promise
  const late = world.get()
  await Promise.resolve()
  world.cache.drop([storyKey('a b')])
  gate.resolve()
  assert.equal((await late).headers.get('surrogate-control'), null)
})

test('a cache in front keeps a page for a minute at most, and nothing while it cannot be told of news', async () => {
  let isTold = true
  const world = kept({ keys: [storyKey('a')] }, { surrogate: true, isTold: () => isTold })
  const allowed = async () => (await world.get()).headers.get('surrogate-control')
  assert.equal(await allowed(), 'max-age=60')
  isTold = false
  assert.equal(await allowed(), null)
  isTold = true
  assert.equal(await allowed(), 'max-age=60')
})

test('what is kept is sent without being made into a request, the same to the byte', async () => {
  const world = kept({})
  const first = await world.get('/', { 'accept-encoding': 'br' })
  const server = createServer(listener(world.cache, () => Promise.reject(new Error('it went on'))))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask = (headers: Record<string, string>) =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      request({ port, host: '127.0.0.1', headers }, (response) => {
        let text = ''
        response.on('data', (part: Buffer) => (text += part.toString('latin1')))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      })
        .on('error', reject)
        .end()
    })
  const sent = await ask({ 'accept-encoding': 'br' })
  assert.equal(sent.status, 200)
  for (const [name, value] of first.headers) assert.equal(sent.headers[name], value, name)
  const again = await ask({ 'accept-encoding': 'br', 'if-none-match': `"other", ${first.headers.get('etag')}` })
  assert.deepEqual([again.status, again.text, again.headers['content-length']], [304, '', undefined])
  server.close()
  server.closeAllConnections()
})
