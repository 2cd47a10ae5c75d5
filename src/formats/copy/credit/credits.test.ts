import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from '../lexicon/lexicon.ts'
import { creditsOf } from './credits.ts'

const en = lexicon('en')

test('a shared place goes to each name of its group, and names keep their regions', () => {
  const people = (text: string) =>
    creditsOf(text, en)?.credits.flatMap(({ role, people }) =>
      people.map(({ name, place, org }) => [role, name, place, org].filter(Boolean).join('|')),
    )
  assert.deepEqual(
    people(
      '(Reporting by Ana Ruiz, Tom Okoro and Li Chen in Santa Fe, New Mexico, and Jo Falk in Brno; Editing by May Lind/Al Rey)',
    ),
    [
      'reporting|Ana Ruiz|Santa Fe, New Mexico',
      'reporting|Tom Okoro|Santa Fe, New Mexico',
      'reporting|Li Chen|Santa Fe, New Mexico',
      'reporting|Jo Falk|Brno',
      'editing|May Lind',
      'editing|Al Rey',
    ],
  )
  assert.deepEqual(
    people('Associated Press writers Ana Ruiz in Brno and Tom Okoro in Linz contributed to this report.'),
    ['contributing|Ana Ruiz|Brno|Associated Press', 'contributing|Tom Okoro|Linz|Associated Press'],
  )
  assert.equal(creditsOf('Reporting by committee is a habit that the owner dislikes.', en)?.names ?? false, false)
})
