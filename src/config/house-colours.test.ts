import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { contrast } from './house-colours.ts'
import { HouseError, toHouse } from './house-file.ts'

const complaint = (text: string) => {
  try {
    toHouse(text)
    return ''
  } catch (error) {
    assert.ok(error instanceof HouseError)
    return error.message
  }
}

test('a colour that nobody could read on the page is refused with the figure and the way to mend it', () => {
  assert.match(complaint('colours: { day: "#00aa55" }'), /#00aa55 cannot be read .*contrast 3\.1 to 1.*darker/)
  assert.match(complaint('colours: { night: "#111111" }'), /night: #111111 cannot be read .*lighter/)
  assert.deepEqual(toHouse('colours: { day: "#005577" }').house.colours, { day: '#005577' })
})

test('a colour for no time of the day is not passed over', () => {
  assert.match(complaint('colours: { main: "#005577" }'), /colours\.main: nobody knows this colour; one of day/)
})

test('black on white is 21 to 1, and the papers are those of the style', async () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  const style = await readFile('src/site/css/tokens.css', 'utf8')
  assert.match(style, /--paper:\s*light-dark\(#fff,\s*#121416\)/)
})

test('a language that the furniture of pages cannot be said in makes no edition', () => {
  assert.match(complaint('languages: [en, xx]'), /languages\[1\]: pages cannot be said in “xx”; one of ar, de, el, en/)
  assert.match(complaint('languages: [en, en]'), /languages\[1\]: “en” is there already/)
  assert.deepEqual(toHouse('languages: [pt-BR, zh]').house.languages, ['pt-BR', 'zh'])
})
