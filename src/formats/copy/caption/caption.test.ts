import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from '../lexicon/lexicon.ts'
import { captionFrom } from './caption.ts'

const en = lexicon('en')

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
