import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerpt } from './extract.ts'

test('words in a script without spaces are marked where they stand', () => {
  assert.equal(excerpt('汐見崎の港に和船が戻った', ['和船', '港']), '汐見崎の\ue000港\ue001に\ue000和船\ue001が戻った')
})

test('a piece is cut round the first word, and dots say that there is more', () => {
  const cut = excerpt(`${'a '.repeat(200)}Ostra ${'b '.repeat(200)}`, ['ostra'])
  assert.match(cut, /^… [a ]+\ue000Ostra\ue001[ b]+ …$/)
})

test('what is marked already stays as it is', () => {
  assert.equal(excerpt(' the \ue000dam\ue001 ', ['the']), 'the \ue000dam\ue001')
})
