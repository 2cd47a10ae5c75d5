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

test('words to leave out are something to look for, signs alone are not', () => {
  assert.equal(asks(read('q=-minister')), true)
  assert.equal(asks(read('q=... !!')), false)
  assert.equal(asks(read('section=world')), true)
})

test('the name of a field before a colon looks there alone, in any language of the furniture', () => {
  assert.deepEqual(read('q=by:Ana headline:"second gate" -place:Ostra von:Jonas 場所：大阪').terms, [
    { text: 'Ana', phrase: false, not: false, field: 'by' },
    { text: 'second gate', phrase: true, not: false, field: 'headline' },
    { text: 'Ostra', phrase: false, not: true, field: 'place' },
    { text: 'Jonas', phrase: false, not: false, field: 'by' },
    { text: '大阪', phrase: false, not: false, field: 'place' },
  ])
})

test('a name that is no field is a word like the next, and a field without a word is left aside', () => {
  assert.deepEqual(read('q=budget:2027').terms, [{ text: 'budget 2027', phrase: false, not: false }])
  assert.deepEqual(read('q=dam by:').terms, [{ text: 'dam', phrase: false, not: false }])
  assert.deepEqual(read('q=dam by:').odd, ['field'])
})

test('more words than anybody types are not looked for', () => {
  const { terms, odd } = read(`q=${Array.from({ length: 40 }, (_, n) => `w${n}`).join(' ')}`)
  assert.deepEqual([terms.length, odd], [32, ['too-many']])
})

test('an address made from a query is read back as the same query', () => {
  const query = read('q="second+gate"+-minister&section=land-sea&year=2026&sort=best&page=3')
  const entries = Object.entries(parametersOf(query)).flatMap(([name, value]) => (value ? [[name, value]] : []))
  assert.deepEqual(readQuery(new URLSearchParams(entries)), query)
  assert.equal(parametersOf(query, { page: undefined }).page, undefined)
})
