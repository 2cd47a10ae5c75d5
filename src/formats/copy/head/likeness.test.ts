import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likeness } from './likeness.ts'

test('a headline has more words in common with its copy than the sections of the page', () => {
  const copy = 'Harbour pilots in Lisbon voted on Tuesday to end their strike after talks with the port.'
  assert.equal(likeness('Lisbon harbour pilots end strike', copy), 4)
  assert.equal(likeness('Business and markets', copy), 0)
})

test('scripts without spaces are compared by pairs of signs', () => {
  assert.ok(likeness('市議会、図書館の夜間開館を可決', '松山市議会は24日、図書館の夜間開館を認めた。') > 6)
})
