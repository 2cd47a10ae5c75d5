import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from '../lexicon/lexicon.ts'
import { timestampOf } from './timestamp.ts'

const en = lexicon('en')

test('a moment has a zone only when one was printed', () => {
  const published = (text: string) => timestampOf(text, en)?.published
  assert.equal(published('May 4, 2021 / 9:15 AM / 2 years ago'), '2021-05-04T09:15:00')
  assert.equal(published('Tue May 4, 2021 9:15pm EDT'), '2021-05-04T21:15:00-04:00')
  assert.equal(published('LONDON | Tue May 4, 2021 9:15am BST'), '2021-05-04T09:15:00+01:00')
  assert.equal(published('May 4, 2021 - 0:0'), '2021-05-04')
  assert.equal(timestampOf('The strike began on May 4, 2021 and went on for a year.', en), null)
})
