import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Credit } from '../story/credit.ts'
import { wordsFor } from '../words/words.ts'
import { bylineOf, creditsLine } from './credits.ts'

const credits: readonly Credit[] = [
  {
    role: 'additional reporting',
    people: [
      { name: 'Hassan Jamali', place: 'Tehran' },
      { name: 'Parvin Hamedi', place: 'Tehran' },
      { name: 'Noel Barton', place: 'Baghdad' },
    ],
  },
  { role: 'editing', people: [{ name: 'Raymond Willmott', person: 'rw' }] },
]
const words = (markup: unknown) =>
  String(markup)
    .replaceAll(/<[^>]*>/g, '')
    .trim()

test('credits are composed by role, person and place, those from one place together', () => {
  assert.equal(
    words(creditsLine(credits, wordsFor('en'), {})),
    'Additional reporting by Hassan Jamali and Parvin Hamedi in Tehran and Noel Barton in Baghdad; Editing by Raymond Willmott',
  )
  assert.equal(
    words(creditsLine(credits, wordsFor('de'), {})),
    'Mitarbeit: Hassan Jamali und Parvin Hamedi in Tehran und Noel Barton in Baghdad; Redaktion: Raymond Willmott',
  )
  assert.equal(
    words(creditsLine(credits, wordsFor('ja'), {})),
    '取材協力・Hassan Jamali、Parvin Hamedi（Tehran）、Noel Barton（Baghdad）　編集・Raymond Willmott',
  )
})

test('our own people are links, in credits and in the byline', () => {
  assert.match(
    String(creditsLine(credits, wordsFor('en'), { rw: 'raymond-willmott' })),
    /<a href="\/people\/raymond-willmott">Raymond Willmott<\/a>/,
  )
  const signed = {
    byline: ['By A and B'],
    credits: [{ role: 'byline' as const, people: [{ name: 'Ana', person: 'ana' }, { name: 'Ben' }, { name: 'Cy' }] }],
  }
  assert.match(
    String(bylineOf(signed, wordsFor('en'), { ana: 'ana' })),
    />By <a href="\/people\/ana" rel="author">Ana<\/a>, Ben and Cy</,
  )
})

test('a byline that nobody is credited for stands as it was printed, and none leaves nothing', () => {
  assert.equal(
    words(bylineOf({ byline: ['By our correspondent'], credits: [] }, wordsFor('en'), {})),
    'By our correspondent',
  )
  assert.equal(String(bylineOf({ byline: [], credits: [] }, wordsFor('en'), {})), '')
  assert.equal(String(creditsLine([{ role: 'editing', people: [] }], wordsFor('en'), {})), '')
})
