import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Addresses, isMadeUp, namesNul } from './address.ts'

test('an address in its usual letters is what people read, any other spelling of it is made up', () => {
  for (const usual of [
    '/',
    '/2026/11/25/flood',
    '/ar',
    '/people/jos%C3%A9',
    '/2026/11/25/%D9%81%D9%8A%D8%B6',
    '/a,b;c=d',
  ])
    assert.equal(isMadeUp(usual), false, usual)
  for (const odd of [
    '/?a',
    '//world',
    '/world//',
    '/world/',
    '/w%6Frld', // a letter that needs no escape
    '/people/jos%c3%A9',
    '/people/jose%CC%81', // not NFC
    '/people/jos%E9', // not UTF-8
    '/%ED%A0%80',
    '/%C0%AF',
    '/a%00',
    '/%2541',
    '/%',
  ])
    assert.equal(isMadeUp(odd), true, odd)
})

test('NUL is found in a path in every spelling, and nowhere else', () => {
  for (const path of ['/a%00', '/%00/b', '/\0']) assert.equal(namesNul(path), true)
  for (const path of ['/a%2500', '/a%0', '/a%01', '/100%']) assert.equal(namesNul(path), false, path)
})

test('what is known of addresses has a bound in bytes, and what was learned first is forgotten first', () => {
  const addresses = new Addresses(20_000)
  const target = (n: number) => `/2026/11/25/${'a'.repeat(1000)}-${n}?utm=1`
  for (let n = 0; n < 100; n++) {
    addresses.learn(target(n), ['before'])
    assert.ok(addresses.bytes <= 20_000, `${addresses.bytes}`)
  }
  assert.equal(addresses.of(target(0)), undefined)
  assert.equal(addresses.of(target(99)), target(99).slice(0, -6))
  const { bytes } = addresses
  addresses.learn(target(99), [])
  addresses.learn(target(99), ['before'])
  assert.equal(addresses.bytes, bytes)
})

test('of what is longer than 2 kB, or made up, nothing is known or kept', () => {
  const addresses = new Addresses(1_000_000)
  const long = `/${'a'.repeat(2048)}`
  for (const path of [long, '//world', '/a%00']) addresses.learn(path, [])
  assert.equal(addresses.bytes, 0)
  assert.equal(addresses.of(long), undefined)
  addresses.learn('/list', ['before'])
  assert.equal(addresses.of(`/list?before=${'a'.repeat(2048)}`), undefined)
  assert.equal(addresses.of(`/list?utm=${'a'.repeat(5000)}`), '/list')
})
