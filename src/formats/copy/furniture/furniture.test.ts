import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from '../lexicon/lexicon.ts'
import { furnitureOf, isRangeName } from './furniture.ts'

const en = lexicon('en')

test('names of a layout are known by what they are made of', () => {
  for (const name of [
    'narrow-browser-and-phone',
    'above-portrait-tablet',
    'landscape-tablet-and-below',
    'small-screen-only',
  ])
    assert.ok(isRangeName(name), name)
  for (const word of ['right-to-left', 'above-average', 'well-known', 'large']) assert.ok(!isRangeName(word), word)
  assert.equal(furnitureOf('Share this article', en), 'words of the page')
  assert.equal(furnitureOf('The workers share the glass works.', en), null)
})
