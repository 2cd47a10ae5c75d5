import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asks, parametersOf, readQuery } from './query.ts'

const read = (address: string) => readQuery(new URLSearchParams(address))

test('quotation marks of any language keep words together and a minus leaves a word out', () => {
  assert.deepEqual(read('q=ostra “second gate” -minister „à la“ −"old news"').terms, [
    { text: 'ostra', phrase: false, not: false },
    { text: 'second gate', phrase: true, not: false },
    { text: 'minister', phrase: false, not: true },
    { text: 'à la', phrase: true, not: false },
    { text: 'old news', phrase: true, not: true },
  ])
})

test('a hyphen inside a word is no minus, and a quotation that is not closed runs to the end', () => {
  assert.deepEqual(read('q=al-Maliki "led by').terms, [
    { text: 'al-Maliki', phrase: false, not: false },
    { text: 'led by', phrase: true, not: false },
  ])
})

test('a query that cannot be understood is left aside in part and never refused whole', () => {
  const query = read(`q=${'a'.repeat(400)}&year=next&page=0&sort=best-of&section=world`)
  assert.deepEqual(query.odd, ['too-long', 'year', 'page', 'sort'])
  assert.equal(query.text.length, 300)
  assert.equal(query.year, undefined)
  assert.equal(query.page, 1)
  assert.equal(query.section, 'world')
})

test('control characters and broken surrogates do not reach the database', () => {
  const query = readQuery(new URLSearchParams({ q: 'a\0b\ud800', place: 'Port\0Ellery' }))
  assert.equal(query.text, 'a b\ufffd')
  assert.equal(query.place, 'Port Ellery')
})

test('nothing but words to leave out is nothing to look for', () => {
  assert.deepEqual(read('q=-minister').odd, ['only-left-out'])
  assert.equal(asks(read('q=-minister')), false)
  assert.equal(asks(read('q=... !!')), false)
  assert.equal(asks(read('section=world')), true)
})

test('an address made from a query is read back as the same query', () => {
  const query = read('q="second+gate"+-minister&section=land-sea&year=2026&sort=best&page=3')
  const entries = Object.entries(parametersOf(query)).flatMap(([name, value]) => (value ? [[name, value]] : []))
  assert.deepEqual(readQuery(new URLSearchParams(entries)), query)
  assert.equal(parametersOf(query, { page: undefined }).page, undefined)
})
