import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from '../lexicon/lexicon.ts'
import { datelineOf } from './dateline.ts'

const en = lexicon('en')
const dateline = (text: string) => datelineOf(text, en)?.dateline

test('a dateline is read in the manners of many agencies', () => {
  const head = (text: string) => {
    const found = dateline(`${text}Two trains met on one track.`)
    return (
      found && [
        found.places.map(({ name, region }) => (region ? `${name}, ${region}` : name)).join('/'),
        found.date,
        found.source,
      ]
    )
  }
  assert.deepEqual(head('BRNO (Reuters) - '), ['BRNO', undefined, 'Reuters'])
  assert.deepEqual(head('BRNO/LINZ, Austria (AFP) -- '), ['BRNO/LINZ, Austria', undefined, 'AFP'])
  assert.deepEqual(head('DOVER, Del. May 4, Reuter - '), ['DOVER, Del.', '--05-04', 'Reuter'])
  assert.deepEqual(head('MINSK, May 4 /TASS/. '), ['MINSK', '--05-04', 'TASS'])
  assert.deepEqual(head('(ANSA) - PISA, 4 MAY - '), ['PISA', '--05-04', 'ANSA'])
  assert.deepEqual(head('OSLO, May 4 '), ['OSLO', '--05-04', null])
  assert.deepEqual(head('(Reuters) - '), ['', undefined, 'Reuters'])
})

test('a sentence with a bracket or capitals in it is no dateline', () => {
  for (const text of [
    'In Brno, spokeswoman Olga Brandt said:',
    'NATO Secretary General Tom Okoro spoke.',
    'The owner (GLS.N) - the largest on the island - said no.',
    'The Associated Press (AP) - which first reported it - said so.',
  ])
    assert.equal(dateline(text), undefined, text)
})
