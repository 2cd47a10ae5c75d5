import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCopy } from '../read.ts'

const captionIn = (raw: string, language = 'en') => {
  const [caption] = readCopy(raw, { as: 'caption', language }).captions
  return { text: caption?.text, place: caption?.place, ...caption?.credit }
}

test('a credit before the sentence, behind a bar or a long dash, or claimed as a copyright is read', () => {
  const text = 'Commuters cross a flooded pier in Bangkok, Thailand.'
  const place = 'Bangkok, Thailand'
  for (const raw of [
    `Photo by Wanda Pruitt—Getty Images. ${text}`,
    `${text} Wanda Pruitt—Getty Images`,
    `${text} | Wanda Pruitt/Getty Images`,
    `${text} (Wanda Pruitt/Getty Images) - Copyright Getty Images`,
    `${text} (Photo by Wanda Pruitt/Getty Images) (Photo by Wanda Pruitt/Getty Images)`,
  ])
    assert.deepEqual(captionIn(raw), { text, place, agency: 'Getty Images', photographer: 'Wanda Pruitt' }, raw)
})

test('the day and place that dpa sets before a scene are no part of the sentence', () => {
  assert.deepEqual(
    captionIn(
      'ARCHIV - 03.05.2025, Sachsen, Leipzig: Eine Straßenbahn fährt. Foto: Uwe Lange/dpa +++ dpa-Bildfunk +++',
      'de',
    ),
    { text: 'Eine Straßenbahn fährt.', place: 'Leipzig', agency: 'dpa', photographer: 'Uwe Lange' },
  )
})

test('a holiday or a month is no place', () => {
  assert.equal(
    captionIn('Workers rally in Pittsburgh, on Labor Day, Monday, Sept. 7, 2026. (AP Photo/Ada Neri)').place,
    'Pittsburgh',
  )
  assert.equal(captionIn('The senator and her dog in September. (AP Photo/Ada Neri)').place, undefined)
})
