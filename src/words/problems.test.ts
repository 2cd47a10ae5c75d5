import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemCodes } from '../story/codes.ts'
import { sentenceOf } from './problems.ts'

test('every problem has a sentence for a person, and no brace is left in it', () => {
  for (const code of problemCodes) {
    const sentence = sentenceOf({ code, path: 'slug' })
    assert.ok(sentence.length > 20 && /[.]$/.test(sentence) && !sentence.includes(code), `${code}: ${sentence}`)
    assert.doesNotMatch(sentence, /[{}[\]]/, sentence)
  }
})

test('a sentence says what it was about, and leaves out what is not known', () => {
  assert.equal(
    sentenceOf({ code: 'section.unknown', values: { section: 'wrold', sections: 'world, sport' } }),
    'The house has no section “wrold”; it has world, sport.',
  )
  assert.equal(
    sentenceOf({ code: 'section.unknown', values: { section: 'wrold' } }),
    'The house has no section “wrold”.',
  )
})
