import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHouse } from '../../src/config/house.ts'
import { makeKey } from '../../src/delivery/keys.ts'
import { routes } from '../../src/site/routes.ts'
import { testAgency } from '../agency.ts'
import { story } from '../build.ts'
import { heldBy } from '../held.ts'

const twoTongues = { ...plainHouse, languages: ['en', 'ar'] }

test('whatever letters an address is made of, it is answered and never with a fault', async () => {
  await using agency = await testAgency({ house: twoTongues })
  const one = await agency.published(story('QUAKE-CHILE'))
  const path = (await agency.pathOf(one.id)) ?? ''
  const odd = [
    '%00',
    'x%00',
    '%2500',
    '%FF',
    '%E4rger',
    '%ED%A0%80',
    '%C0%AF',
    '%',
    '%zz',
    'e%CC%81',
    '%F0%9F%9A%80',
    "'--",
  ]
  const long = ['a', '%C3%A9', '%00', '/'].map((part) => part.repeat(Math.ceil(65_536 / part.length)))
  const faults: string[] = []
  const ask = async (address: string, headers?: Record<string, string>) => {
    const { status } = await agency.get(address, headers)
    if (status >= 500) faults.push(`${status} ${address.slice(0, 80)} (${address.length})`)
    if (/%00|\0/.test(address.split('?')[0] ?? '')) assert.equal(status, 404, address.slice(0, 80))
  }
  const known = [...Object.values(routes), '/topics/20000161-:name', '/:section/rss']
  for (const route of known)
    for (const part of [...odd, ...long]) {
      const filled = route.replace(/:\w+(\{(?:[^{}]|\{\d+\})*\})?|[*]/g, part)
      const more = part.length > 100 ? [] : [`${filled}${part}`, `${filled}/${part}`]
      for (const address of new Set([filled, `/ar${filled}`, ...more])) await ask(address)
    }
  const names = [
    'before',
    'q',
    'section',
    'year',
    'language',
    'place',
    'sort',
    'page',
    'until',
    'month',
    'since',
    'utm',
    '%00',
  ]
  const pages = [
    '/',
    '/world',
    '/search',
    '/corrections',
    '/archive/2026/11/25',
    '/topics/20000161',
    '/nowhere',
    `/live/${one.id}`,
    path,
  ]
  for (const page of pages)
    for (const part of [...odd, ...long]) {
      await ask(`${page}?${names.map((name) => `${name}=${part}`).join('&')}`)
      await ask(`${page}?${part}`)
      await ask(`${page}${part}?since=1`)
    }
  const made = await makeKey(agency.database, { name: 'Daily Mirror', scopes: ['wire'], embargoed: false })
  const authorization = `Bearer ${'key' in made ? made.key : ''}`
  for (const part of [...odd, ...long])
    for (const at of [`items/${part}`, part, `items?after=${part}`, `items?limit=${part}&format=${part}`])
      await ask(`/wire/v1/${at}`, { authorization })
  assert.deepEqual(faults, [])
})

test('a story has one address: with NUL in it nothing stands there', async () => {
  await using agency = await testAgency()
  const path = (await agency.pathOf((await agency.published(story('QUAKE-CHILE'))).id)) ?? ''
  assert.equal((await agency.get(path)).status, 200)
  for (const odd of [`${path}%00%00`, path.replace('quake', 'qu%00ake'), `/lite${path}%00`])
    assert.equal((await agency.get(odd)).status, 404, odd)
})

test('an address of an older site leads on though its letters are in no encoding of ours', async () => {
  await using agency = await testAgency()
  const one = await agency.published(story('AERGER').with({ formerAddresses: ['/artikel/%E4rger.html'] }))
  const got = await agency.get('/artikel/%E4rger.html')
  assert.deepEqual(
    [got.status, got.headers.get('location')],
    [301, `https://news.example${await agency.pathOf(one.id)}`],
  )
})

test('addresses made up without end, of every kind, take no more memory than pages may, and what people read stays', async () => {
  const limit = 2_000_000
  await using agency = await testAgency({ house: twoTongues, pageCache: limit })
  const path = (await agency.pathOf((await agency.published(story('QUAKE-CHILE'))).id)) ?? ''
  const read = [path, '/', '/world', '/ar']
  for (const page of read) await agency.get(page)
  await agency.get('/topics/20000161-words')
  const letters = 'a'.repeat(15_000)
  const kinds: Record<string, (n: number, letters: string) => string> = {
    'words behind a topic': (n, more) => `/topics/20000161-${n}-${more}`,
    'slashes at the end': (n, more) => `/archive/2026/11/25${'/'.repeat(more.length + n)}`,
    'slashes within': (n, more) => `${'/'.repeat(more.length + n)}world`,
    'NUL in a story': (n, more) => `${path}${'%00'.repeat(more.length / 3 + n)}`,
    'a query that is known': (n, more) => `/world?before=${n}${more}`,
    'a query that is unknown': (n, more) => `${path}?${n}${more}`,
    'escapes that need not be': (n, more) => `/w%6Frld?${n}${more}`,
    nothing: (n, more) => `/people/${n}${more}`,
  }
  for (const [kind, address] of Object.entries(kinds)) {
    const before = await heldBy()
    // On a busy machine the process may lose sight of the journal for a moment, and begins anew then: once more.
    let made = 1
    for (let turn = 0; turn < 3 && made > 0; turn++) {
      for (const page of read) await agency.get(page)
      for (const more of [letters, letters.slice(0, 1500)])
        for (let n = 0; n < 120; n++) {
          await agency.get(address(n, more))
          if (n % 40 === 0) await agency.get(path)
        }
      const { rendered, bytes } = agency.pages.counts
      assert.ok(bytes <= limit, `${kind}: ${bytes} said`)
      for (const page of read) await agency.get(page)
      made = agency.pages.counts.rendered - rendered
    }
    assert.equal(made, 0, kind)
    const held = (await heldBy()) - before
    assert.ok(held <= limit, `${kind}: ${held} held`)
  }
})
