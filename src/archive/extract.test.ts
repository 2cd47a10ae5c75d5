import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract, marked } from './extract.ts'

const shown = (text: string) => text.replaceAll('\ue000', '[').replaceAll('\ue001', ']')
const words = (...texts: string[]) => texts.map((text) => ({ text }))

test('words in a script without spaces are marked where they stand', () => {
  assert.equal(
    shown(marked('汐見崎の港に和船が戻った', words('和船', '港'), new Map())),
    '汐見崎の[港]に[和船]が戻った',
  )
})

test('a word is marked in every form that the index takes for the same, and a phrase as a whole', () => {
  const forms = new Map([
    ['miners', ['miner']],
    ['miner', ['miner']],
  ])
  assert.equal(shown(marked('Miners left the mine', words('miner'), forms)), '[Miners] left the mine')
  assert.equal(shown(marked('the old second gate', words('second gate'), forms)), 'the old [second gate]')
  assert.equal(shown(marked('the second old gate', words('second gate'), forms)), 'the second old gate')
})

test('a piece is cut where most of the words stand, and dots say that there is more', () => {
  const text = `Ostra ${'a '.repeat(200)}dam at Ostra ${'b '.repeat(200)}`
  assert.match(shown(extract(text, words('ostra', 'dam'), new Map())), /^… [a ]+\[dam\] at \[Ostra\][ b]+ …$/)
})

test('a text that carries the signs of the marks cannot open or close one', () => {
  assert.equal(shown(marked('a \ue000b\ue001 dam', words('dam'), new Map())), 'a  b  [dam]')
})
