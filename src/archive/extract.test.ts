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

test('a piece of a text without spaces begins and ends between signs, never within one', () => {
  for (let before = 120; before < 124; before++) {
    const piece = extract(`${'記'.repeat(before)}${'😀'.repeat(60)}港${'👩‍🚒'.repeat(60)}`, words('港'), new Map())
    assert.ok(piece.isWellFormed(), piece)
    assert.match(shown(piece), /^… 記*(😀)*\[港\](👩‍🚒)+ …$/u)
  }
})

test('a text that carries the signs of the marks cannot open or close one', () => {
  assert.equal(shown(marked('a \ue000b\ue001 dam', words('dam'), new Map())), 'a  b  [dam]')
})

test('long texts full of what was looked for are marked in one walk', () => {
  for (const [text, word] of [
    ['の水'.repeat(50_000), 'の'],
    ['dam water '.repeat(10_000), 'dam'],
  ] as const) {
    const { user } = process.cpuUsage()
    const seen = shown(extract(text, words(word), new Map()))
    marked(text, words(word), new Map())
    const seconds = (process.cpuUsage().user - user) / 1e6
    assert.ok(seen.startsWith(`[${word}]`), seen)
    assert.ok(seconds < 2, `${seconds} s of processor; once for each mark it would be ten and more`)
  }
})

test('of pieces with as many of the words the first is shown, and words far apart are not counted together', () => {
  const text = `dam ${'a '.repeat(300)}dam ${'a '.repeat(300)}dam ostra ${'b '.repeat(300)}ostra dam`
  assert.match(shown(extract(text, words('ostra', 'dam'), new Map())), /^… [a ]+\[dam\] \[ostra\][ b]+ …$/)
})
