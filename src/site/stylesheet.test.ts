import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { names } from '../config/ranges.ts'
import { plainHouse } from '../config/house.ts'
import { compileStyle, writtenStyle } from './stylesheet.ts'

test('no file of the style asks how wide a window is but by one of the fourteen names', () => {
  const folder = new URL('css/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.css'))
  assert.equal(files.length, 13)
  const asked = files.flatMap((file) => [
    ...readFileSync(new URL(file, folder), 'utf8').matchAll(/@(media|container|supports)\s*([^{]*)\{/g),
  ])
  assert.ok(asked.length > 5)
  for (const [rule, kind, question = ''] of asked) {
    const of = /^\(--([a-z-]+)\)\s*$/.exec(question)?.[1]
    const known = of
      ? of in names
      : /^(print|\((prefers-[a-z-]+|forced-colors|scripting): [a-z-]+\))\s*$/.test(question)
    assert.ok(kind === 'media' && known, rule)
  }
})

test('the names are compiled away, and the edges of the ranges are the only widths that are left', async () => {
  for (const kind of ['story', 'slides', 'live', 'front', 'desk'] as const) {
    const style = await compileStyle(writtenStyle(kind, plainHouse))
    for (const name of Object.keys(names)) assert.ok(!style.includes(name), name)
    const widths = [...style.matchAll(/@media ([^{]*width[^{]*)\{/g)].map(([, query]) => query)
    assert.deepEqual(widths, [
      '(width<40em)',
      '(40em<=width<60em)',
      '(60em<=width<72em)',
      '(72em<=width<90em)',
      '(width>=90em)',
      ...(kind === 'live' ? ['(width>=72em)'] : []),
    ])
  }
})

test('a kind of page carries no token that it does not use', () => {
  const story = writtenStyle('story', plainHouse)
  assert.doesNotMatch(story, /--front|--row-|--desk/)
  assert.match(writtenStyle('front', plainHouse), /--row-bare: "title"/)
  for (const kind of ['story', 'slides', 'live', 'front', 'desk'] as const) {
    const style = writtenStyle(kind, plainHouse)
    const used = [...style.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!)
    assert.deepEqual(
      used.filter((name) => !style.includes(`${name}:`)),
      [],
      kind,
    )
  }
})

test('a house has its own accent, and what is no colour is not taken for one', async () => {
  const own = await compileStyle(
    writtenStyle('front', { ...plainHouse, colours: { day: '#0057b7', night: 'oklch(80% .1 250)' } }),
  )
  assert.match(own, /#0057b7/)
  const evil = writtenStyle('front', { ...plainHouse, colours: { day: 'red;} body{display:none', night: '#fff' } })
  assert.doesNotMatch(evil, /display:none/)
})

test('a house with a long name in any of its languages, and no other, carries the rules for one', () => {
  assert.doesNotMatch(writtenStyle('story', plainHouse), /\.long/)
  assert.match(writtenStyle('story', { name: 'Nordlicht Nachrichten' }), /\.long/)
  assert.match(writtenStyle('front', { name: 'ONE', names: { de: 'Nordwestdeutscher Pressedienst' } }), /\.long/)
})
