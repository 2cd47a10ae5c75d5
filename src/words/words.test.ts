import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from '../story/credit.ts'
import { type Words, counted, fill, joined, spoken, wordsFor } from './words.ts'

test('furniture is spoken in sixteen languages, and no sentence of it is left empty or in English', () => {
  assert.equal(spoken.length, 16)
  const english = sentences(wordsFor('en'))
  for (const language of spoken.filter((one) => one !== 'en')) {
    const said = sentences(wordsFor(language))
    assert.deepEqual(Object.keys(said), Object.keys(english), language)
    const same = Object.keys(said).filter((key) => !said[key] || (said[key] === english[key] && said[key].length > 18))
    assert.deepEqual(same, [], `${language} says these in English`)
  }
})

test('a sentence of another language has the same braces as the English one', () => {
  const braces = (text: string | undefined) => [...(text ?? '').matchAll(/\{\w+\}/g)].map(String).toSorted()
  const english = leaves(wordsFor('en'))
  for (const language of spoken)
    for (const [key, text] of Object.entries(leaves(wordsFor(language))))
      if (english[key] && !key.startsWith('counts'))
        assert.deepEqual(braces(text), braces(english[key]), `${language}: ${key}`)
})

test('every role but the byline has words in every language', () => {
  for (const language of spoken)
    assert.deepEqual(
      Object.keys(wordsFor(language).roles).toSorted(),
      roles.filter((role) => role !== 'byline').toSorted(),
      language,
    )
})

test('a regional tag gets its language, an unknown one the house’s', () => {
  assert.equal(wordsFor('pt-BR').language, 'pt')
  assert.equal(wordsFor('zh-Hant').language, 'zh')
  assert.equal(wordsFor('sw', 'fr').language, 'fr')
  assert.equal(wordsFor('sw').language, 'en')
})

test('numbers and names are said as the language says them', () => {
  assert.equal(counted(wordsFor('ru'), 'stories', 2), '2 сообщения')
  assert.equal(counted(wordsFor('ru'), 'stories', 5), '5 сообщений')
  assert.equal(counted(wordsFor('ar'), 'stories', 2), 'خبران')
  assert.equal(counted(wordsFor('en'), 'stories', 1234), '1,234 stories')
  assert.equal(joined(wordsFor('en'), ['A', 'B', 'C']), 'A, B and C')
  assert.equal(joined(wordsFor('de'), ['A', 'B']), 'A und B')
  assert.equal(fill('{a} of {b}', { a: 1 }), '1 of {b}')
})

/** What a page says in whole words; names, counts and joints are left out. */
function sentences({ page, story, running, gone, log, find, archive, objections }: Words): Record<string, string> {
  return leaves({ page, story, running, gone, log, find, archive, objections })
}

function leaves(value: object, at = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner
        ? Object.entries(leaves(inner, `${at}${key}.`))
        : [[`${at}${key}`, String(inner)]],
    ),
  )
}
