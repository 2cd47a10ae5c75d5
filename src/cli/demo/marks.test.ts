import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Copy } from '../../story/copy.ts'
import { plain } from '../../story/text.ts'
import { marked } from './marks.ts'

const copy: Copy = [
  { is: 'paragraph', text: plain('The board publishes its readings every hour.') },
  { is: 'quotation', paragraphs: [plain('The lake is falling.')] },
]

test('an editor links words, names who is quoted and sets an embed behind a paragraph', () => {
  const embed = { provider: 'Film', address: 'https://film.example/7', title: 'Film 7', fallback: 'A film' }
  const [first, second, third] = marked(copy, {
    links: { 'its readings': 'https://water.example/' },
    speaker: 'Hanne Oduya',
    embed: { after: 'The board', ...embed },
  })
  assert.deepEqual(first, {
    is: 'paragraph',
    text: [
      { text: 'The board publishes ' },
      { text: 'its readings', marks: [{ is: 'link', href: 'https://water.example/' }] },
      { text: ' every hour.' },
    ],
  })
  assert.deepEqual(second, { is: 'embed', ...embed })
  assert.deepEqual(third, { ...copy[1], speaker: plain('Hanne Oduya') })
})

test('words that stand nowhere cannot be marked', () => {
  assert.throws(() => marked(copy, { links: { 'no such words': 'https://water.example/' } }), /stands in no paragraph/)
})
