import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Credit } from '../story/credit.ts'
import { wordsFor } from '../words/words.ts'
import { bylineOf, creditsLine, peopleAt } from './credits.ts'

const credits: readonly Credit[] = [
  {
    role: 'additional reporting',
    people: [
      { name: 'Mina Rahal', place: 'Ostra' },
      { name: 'Sara Toman', place: 'Ostra' },
      { name: 'Paul Ebner', place: 'Kessary' },
    ],
  },
  { role: 'editing', people: [{ name: 'Ralf Winter', person: 'rw' }] },
]
const words = (markup: unknown) =>
  String(markup)
    .replaceAll(/<[^>]*>/g, '')
    .trim()

test('credits are composed by role, person and place, those from one place together', () => {
  assert.equal(
    words(creditsLine(credits, wordsFor('en'), {})),
    'Additional reporting by Mina Rahal and Sara Toman in Ostra and Paul Ebner in Kessary; Editing by Ralf Winter',
  )
  assert.equal(
    words(creditsLine(credits, wordsFor('de'), {})),
    'Mitarbeit: Mina Rahal und Sara Toman in Ostra und Paul Ebner in Kessary; Redaktion: Ralf Winter',
  )
  assert.equal(
    words(creditsLine(credits, wordsFor('ja'), {})),
    '取材協力・Mina Rahal、Sara Toman（Ostra）、Paul Ebner（Kessary）　編集・Ralf Winter',
  )
})

test('our own people are links, in credits and in the byline', () => {
  assert.match(
    String(creditsLine(credits, wordsFor('en'), peopleAt('', { rw: 'ralf-winter' }))),
    /<a href="\/people\/ralf-winter">Ralf Winter<\/a>/,
  )
  const signed = {
    byline: ['By A and B'],
    credits: [{ role: 'byline' as const, people: [{ name: 'Ana', person: 'ana' }, { name: 'Ben' }, { name: 'Cy' }] }],
  }
  assert.match(
    String(bylineOf(signed, wordsFor('en'), peopleAt('/ar', { ana: 'ana' }))),
    />By <a href="\/ar\/people\/ana" rel="author">Ana<\/a>, Ben and Cy</,
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
