import assert from 'node:assert/strict'
import { test } from 'node:test'
import { captionFrom } from './caption/caption.ts'
import { creditsOf } from './credit/credits.ts'
import { datelineOf } from './dateline/dateline.ts'
import { furnitureOf, isRangeName } from './furniture/furniture.ts'
import { lexicon } from './lexicon/lexicon.ts'
import { timestampOf } from './moment/timestamp.ts'

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

test('a moment has a zone only when one was printed', () => {
  const published = (text: string) => timestampOf(text, en)?.published
  assert.equal(published('May 4, 2021 / 9:15 AM / 2 years ago'), '2021-05-04T09:15:00')
  assert.equal(published('Tue May 4, 2021 9:15pm EDT'), '2021-05-04T21:15:00-04:00')
  assert.equal(published('LONDON | Tue May 4, 2021 9:15am BST'), '2021-05-04T09:15:00+01:00')
  assert.equal(published('May 4, 2021 - 0:0'), '2021-05-04')
  assert.equal(timestampOf('The strike began on May 4, 2021 and went on for a year.', en), null)
})

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

test('a caption gives up its place, its day, its makers and its flags', () => {
  assert.deepEqual(
    captionFrom(
      'FILE PHOTO: A worker carries glass in Port Ellen, Scotland, May 3, 2021. REUTERS/Nils Holm/File Photo',
      en,
    ),
    {
      text: 'A worker carries glass in Port Ellen, Scotland, May 3, 2021.',
      place: 'Port Ellen, Scotland',
      date: '2021-05-03',
      credit: { agency: 'REUTERS', photographer: 'Nils Holm' },
      flags: ['file_photo'],
    },
  )
  assert.deepEqual(
    captionFrom('2 of 7 A worker rests, Monday, May 3, 2021, in Brno. (Jo Falk/Pool Photo via AP)', en),
    {
      text: 'A worker rests, Monday, May 3, 2021, in Brno.',
      place: 'Brno',
      date: '2021-05-03',
      credit: { agency: 'AP', photographer: 'Jo Falk' },
      flags: ['pool', 'via'],
      furniture: ['2 of 7'],
    },
  )
})

test('names of a layout are known by what they are made of', () => {
  for (const name of [
    'narrow-browser-and-phone',
    'above-portrait-tablet',
    'landscape-tablet-and-below',
    'small-screen-only',
  ])
    assert.ok(isRangeName(name), name)
  for (const word of ['right-to-left', 'above-average', 'well-known', 'large']) assert.ok(!isRangeName(word), word)
  assert.equal(furnitureOf('Share this article', en), 'words of the page')
  assert.equal(furnitureOf('The workers share the glass works.', en), null)
})
