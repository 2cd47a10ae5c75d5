import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UsageError } from './command.ts'
import { focusOf, withoutAlt } from './picture.ts'

test('the point that every crop keeps is given in parts of width and height', () => {
  assert.deepEqual(focusOf('0.5,0.3'), { x: 0.5, y: 0.3 })
  for (const typed of ['left', '50,30', '0.5', '0.5,0.3,0.1', '-0.1,0'])
    assert.throws(() => focusOf(typed), UsageError, typed)
})

test('alt text is asked for where a picture has none, and only there', () => {
  const image = { hash: 'ab'.repeat(32), width: 3, height: 2, type: 'image/jpeg' as const }
  const caption = { text: 'The dam.' }
  const asked = withoutAlt([
    { image, alt: 'A dam.', caption },
    { image, alt: '', caption },
    { alt: '', caption },
  ])
  assert.deepEqual(
    asked.map(({ number, problem: { code, path } }) => `${number} ${code} ${path}`),
    ['2 story.picture.alt pictures[1].alt'],
  )
})
