import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from '../lexicon/lexicon.ts'
import { peopleOf } from './people.ts'

const read = (text: string, code: string) =>
  peopleOf(text, lexicon(code)).map(({ name, place }) => (place ? `${name} @${place}` : name))

test('the Arabic letter for "and" is cut from the next name, but not from a name of its own', () => {
  assert.deepEqual(read('نهى سمير وطارق عزمي من القاهرة', 'ar'), ['نهى سمير @القاهرة', 'طارق عزمي @القاهرة'])
  assert.deepEqual(read('منى وليد', 'ar'), ['منى وليد'])
})

test('a Hebrew place is written onto its preposition and goes to the names before it', () => {
  assert.deepEqual(read('נועה שגב ואיתי ברק בחיפה', 'he'), ['נועה שגב @חיפה', 'איתי ברק @חיפה'])
})

test('a Turkish place is known by its case, whether it stands before or after the name', () => {
  assert.deepEqual(read("Jale Korkut Londra'da", 'tr'), ['Jale Korkut @Londra'])
  assert.deepEqual(read("Ankara'dan Ozan Tuna", 'tr'), ['Ozan Tuna @Ankara'])
})

test('a Hindi place before a name is hers alone', () => {
  assert.deepEqual(read('कविता नायर, दिल्ली में विकास गुप्ता', 'hi'), ['कविता नायर', 'विकास गुप्ता @दिल्ली'])
})
