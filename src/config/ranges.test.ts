import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RangeName, customMedia, mediaQuery, names, ranges } from './ranges.ts'

test('the five ranges tile every width without gap or overlap', () => {
  assert.equal(ranges[0].from, 0)
  assert.equal(ranges.at(-1)?.to, Infinity)
  for (const [at, range] of ranges.slice(1).entries()) assert.equal(range.from, ranges[at]?.to)
})

test('there are fourteen names: each range alone and nine unions of neighbours', () => {
  const all = Object.keys(names) as RangeName[]
  assert.equal(all.length, 14)
  assert.equal(customMedia().match(/@custom-media --[a-z-]+ \(/g)?.length, 14)
  for (const [at, { name }] of ranges.entries()) assert.deepEqual(names[name], [at + 1])
  for (const name of all) {
    const own: readonly number[] = names[name]
    assert.deepEqual(
      own,
      [...own.keys()].map((step) => own[0]! + step),
    )
  }
})

test('a media query is made from the edges of its ranges', () => {
  assert.equal(mediaQuery('narrow-browser-and-phone'), '(width < 40em)')
  assert.equal(mediaQuery('medium-browser-and-landscape-tablet'), '(40em <= width < 72em)')
  assert.equal(mediaQuery('above-phone'), '(40em <= width)')
})
