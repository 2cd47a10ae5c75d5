import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Caption } from '../story/picture.ts'
import { wordsFor } from '../words/words.ts'
import { leadPictures } from './figure.ts'

const image = { hash: 'a'.repeat(64), width: 3, height: 2, type: 'image/jpeg' as const }

test('a caption that says its place and its day says them once', () => {
  const credit = { agency: 'HOUSE', photographer: 'Ana Ruiz' }
  assert.equal(
    says({
      text: 'Crowds in Basra, south of Baghdad April 4, 2008.',
      place: 'Basra, south of Baghdad',
      date: '2008-04-04',
      credit,
    }),
    'Crowds in Basra, south of Baghdad April 4, 2008. HOUSE/Ana Ruiz',
  )
  assert.equal(
    says({ text: 'Crowds on Friday, Nov. 3.', date: '--11-03', credit }),
    'Crowds on Friday, Nov. 3. HOUSE/Ana Ruiz',
  )
  assert.equal(
    says({ text: 'حشود في 4 أبريل ٢٠٠٨.', date: '2008-04-04', credit }, 'ar'),
    'حشود في 4 أبريل ٢٠٠٨. HOUSE/Ana Ruiz',
  )
})

test('what the sentence leaves out stands behind it', () => {
  assert.equal(says({ text: 'A boat.', place: 'Ostra', date: '2026-11-23' }), 'A boat. Ostra, 23 November 2026.')
  assert.equal(
    says({ text: 'Four boats in 2026.', place: 'Ostra', date: '2026-11-23' }),
    'Four boats in 2026. Ostra, 23 November 2026.',
  )
})

test('a picture too long for AVIF and WebP is offered as what can be made of it', () => {
  const types = (width: number, height: number) => {
    const long = { image: { ...image, width, height }, alt: '', caption: { text: '' } }
    return [...String(leadPictures([long], wordsFor('en'))).matchAll(/image\/(avif|webp)|<img /g)].map(([all]) => all)
  }
  assert.deepEqual(types(1, 20_000), ['<img '])
  assert.deepEqual(types(1, 16_384), ['image/avif', '<img '])
  assert.deepEqual(types(3000, 30_000), ['<img '], 'in its widest width')
  assert.deepEqual(types(3, 2), ['image/avif', 'image/webp', '<img '])
})

function says(caption: Caption, language = 'en'): string {
  const markup = String(leadPictures([{ image, alt: '', caption }], wordsFor(language)))
  return /<figcaption>(.*)<\/figcaption>/s.exec(markup)?.[1]?.replaceAll(/<[^>]+>/g, '') ?? ''
}
