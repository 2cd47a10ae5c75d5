import assert from 'node:assert/strict'
import { parseArgs } from 'node:util'
import { test } from 'node:test'
import { UsageError } from './command.ts'
import { changingPictures, picturesAsked } from './picture-flags.ts'

const asked = (...args: string[]) =>
  picturesAsked(parseArgs({ args, options: changingPictures, tokens: true }).tokens).map(({ value, words }) => ({
    value,
    ...words,
  }))

test('several pictures keep their order, and each the words that follow it', () => {
  assert.deepEqual(
    asked(
      '--picture',
      'a.jpg',
      '--alt',
      'A dam',
      '--picture=b.jpg',
      '--focus',
      '0,1',
      '--alt',
      'A lake',
      '--credit',
      'X/Y',
    ),
    [
      { value: 'a.jpg', alt: 'A dam' },
      { value: 'b.jpg', focus: '0,1', alt: 'A lake', credit: 'X/Y' },
    ],
  )
})

test('the words of one picture alone may stand before it', () => {
  assert.deepEqual(asked('--alt', 'A dam', '--picture', 'a.jpg'), [{ value: 'a.jpg', alt: 'A dam' }])
})

test('words that belong to no picture, or say a thing twice, are refused with the words', () => {
  const refused = (args: string[], says: RegExp) =>
    assert.throws(
      () => asked(...args),
      (error) => error instanceof UsageError && says.test(error.message),
    )
  refused(['--alt', 'A dam', '--picture', 'a.jpg', '--picture', 'b.jpg'], /“A dam” belongs to no picture/)
  refused(['--caption', 'A dam'], /“A dam” belongs to no picture/)
  refused(['--picture', 'a.jpg', '--alt', 'one', '--alt', 'two'], /a\.jpg has two --alt, “one” and “two”/)
  refused(['--of-picture', '2'], /--of-picture 2 says nothing new/)
  refused(['--picture', 'a.jpg', '--focus', 'left'], /--focus is X,Y/)
})
