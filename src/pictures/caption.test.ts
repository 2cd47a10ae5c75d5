import assert from 'node:assert/strict'
import { test } from 'node:test'
import { captionFrom, completed, rightsFrom } from './caption.ts'

test('a picture that comes with its fields brings caption, credit, place and day', () => {
  assert.deepEqual(
    captionFrom(
      {
        caption: 'A workboat on ground that was\nunder water a week ago.',
        credit: 'Halyard',
        creators: ['Maren Holt'],
        city: 'Ostra',
        country: 'Halvering',
        date: '2026-11-24',
        event: 'Drought',
        usageTerms: 'For news alone.',
        instructions: 'No archives.',
      },
      'en',
    ),
    {
      text: 'A workboat on ground that was under water a week ago.',
      credit: { agency: 'Halyard', photographer: 'Maren Holt' },
      place: 'Ostra, Halvering',
      date: '2026-11-24',
      event: 'Drought',
      restrictions: 'No archives.',
    },
  )
})

test('what the sentence says of day and credit stands before the fields, which are those of the transmission', () => {
  const { text, date, credit, place } = captionFrom(
    {
      caption: 'Shepherds wait at Westmark, November 23, 2026. Halyard/Joss Pellam',
      credit: 'WIRE',
      creators: ['DESK'],
      city: 'WESTMARK',
      date: '2026-11-25',
    },
    'en',
  )
  assert.match(text, /^Shepherds wait at Westmark/)
  assert.equal(date, '2026-11-23')
  assert.deepEqual(credit, { agency: 'Halyard', photographer: 'Joss Pellam' })
  assert.equal(place?.includes('WESTMARK') ?? false, false)
})

test('the fields name the photographer where the sentence runs on', () => {
  const caption = 'A boat at Ostra November 23, 2026. Halyard/Maren HoltMaren Holt'
  assert.equal(captionFrom({ caption, creators: ['MAREN HOLT'] }, 'en').credit?.photographer, 'Maren Holt')
})

test('a picture without words brings none, and a code is no place', () => {
  assert.deepEqual(captionFrom({}, 'en'), { text: '' })
  assert.deepEqual(captionFrom({ city: 'Pamplona', country: 'ESP' }, 'en'), { text: '', place: 'Pamplona' })
  assert.deepEqual(captionFrom({ credit: 'SANA', creators: ['SANA'] }, 'en'), { text: '', credit: { agency: 'SANA' } })
})

test('the caption that the desk wrote keeps its words, and gets what it left out', () => {
  const written = { text: 'The dam.', credit: { agency: 'Halyard' } }
  const brought = { text: 'DAM 1', place: 'Ostra', credit: { photographer: 'Maren Holt' } }
  assert.deepEqual(completed(written, brought), { ...written, place: 'Ostra' })
})

test('a picture says itself whose it is, on what terms, and where one reads and asks', () => {
  const page = 'https://licence.example/1'
  assert.deepEqual(
    rightsFrom({
      copyright: '© 2026 Maren Holt',
      usageTerms: 'For news alone.',
      rightsPage: page,
      instructions: 'No archives.',
      others: {
        CopyrightOwner: [{ CopyrightOwnerName: 'Maren Holt' }, { CopyrightOwnerName: 'Halyard' }],
        Licensor: [{ LicensorName: 'Halyard', LicensorURL: 'https://halyard.example/buy' }],
      },
    }),
    {
      holder: 'Maren Holt, Halyard',
      notice: '© 2026 Maren Holt',
      usageTerms: 'For news alone.',
      page,
      obtain: 'https://halyard.example/buy',
    },
  )
  assert.equal(rightsFrom({ caption: 'A dam.', credit: 'Halyard' }), undefined)
})
