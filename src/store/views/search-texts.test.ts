import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evenly } from './search-texts.ts'

test('texts that are short together stay whole, one long one among them too', () => {
  const texts = ['dam', 'x'.repeat(150), '']
  assert.deepEqual(evenly(texts, 200), texts)
})

test('of texts too long together the longest are cut to an even share, and none changes its place', () => {
  const cut = evenly(['x'.repeat(90), 'short', 'y'.repeat(70)], 65)
  assert.deepEqual(
    cut.map(({ length }) => length),
    [30, 5, 30],
  )
  assert.equal(cut[1], 'short')
})
