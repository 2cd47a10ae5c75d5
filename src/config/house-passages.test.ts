import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HouseError, toHouse } from './house-file.ts'
import { fromHouse } from './house-template.ts'
import { passagesIn, saidIn, sectionIn } from './house.ts'

const yaml = `
languages: [de, fr]
standards:
  de:
    - { title: Wer es sagt, text: "Jede Aussage hat einen Namen." }
  fr:
    - { title: Qui le dit, text: "Chaque phrase a un nom." }
corrections: Wir berichtigen offen.
ownership: { en: We own ourselves. }
`

test('the standards of a house are said in the language of the reader, or else in its own, and it is known which', () => {
  const { house } = toHouse(yaml)
  assert.equal(passagesIn(house, 'standards', 'fr').passages[0]?.heading, 'Qui le dit')
  assert.equal(passagesIn(house, 'standards', 'fr-CA').language, 'fr')
  assert.deepEqual(passagesIn(house, 'standards', 'ar'), { passages: house.standards, language: 'de' })
  assert.deepEqual(passagesIn(house, 'corrections', 'fr'), {
    passages: [{ heading: '', paragraphs: ['Wir berichtigen offen.'] }],
    language: 'de',
  })
  assert.equal(passagesIn(house, 'ownership', 'de').language, 'en')
})

test('what a house says of itself is the same after it was shown and set again', () => {
  const { house } = toHouse(yaml)
  assert.deepEqual(toHouse(JSON.stringify(fromHouse(house))).house, house)
})

test('a passage without a title in a list, and one under something that is no language, are said', () => {
  assert.throws(
    () => toHouse('standards: { "1": A }\ncorrections: { en: [{ text: B }] }\nownership: 3'),
    (error) => {
      assert.ok(error instanceof HouseError)
      assert.match(error.message, /standards\.1: must be a language/)
      assert.match(error.message, /corrections\.en\[0\]\.title: must be a text/)
      assert.match(error.message, /ownership: must be a text, or a list/)
      return true
    },
  )
})

test('a name that is not known in a language is said in the house’s own, and words without a language are too', () => {
  const house = { ...toHouse('languages: [de, ar]').house, sections: [{ slug: 'welt', name: { de: 'Welt' } }] }
  assert.deepEqual(sectionIn(house, 'welt', 'ar'), { text: 'Welt', language: 'de' })
  assert.deepEqual(sectionIn(house, 'gone', 'ar'), { text: 'gone', language: 'ar' })
  assert.deepEqual(saidIn('ar', house, { ar: 'خبر' }, 'Nachricht'), { text: 'خبر', language: 'ar' })
  assert.deepEqual(saidIn('fr', house, { ar: 'خبر' }, 'Nachricht'), { text: 'Nachricht', language: 'de' })
  assert.deepEqual(saidIn('fr', house, { en: 'News' }, 'News'), { text: 'News', language: 'en' })
  assert.equal(saidIn('fr', house), undefined)
})
