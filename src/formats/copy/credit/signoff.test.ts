import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCopy } from '../read.ts'

const copy = (last: string) =>
  `Works to reopen on Monday\n\nOSTRA (Example) - The works will reopen, its owner said.\n\nThe strike lasted nine days, the union said. ${last}\n`

test('a sign-off that lost its bracket and its line is found behind the last sentence, and its number is not published', () => {
  const { body, credits, contact } = readCopy(
    copy('Reporting by Ann Bell, WhatsApp +1 212 555 1234; Editing by Bob Low'),
  )
  assert.equal(body.at(-1), 'The strike lasted nine days, the union said.')
  assert.deepEqual(
    credits.map(({ role, people }) => [role, people.map(({ name }) => name)]),
    [
      ['reporting', ['Ann Bell']],
      ['editing', ['Bob Low']],
    ],
  )
  assert.ok(JSON.stringify(contact).includes('+1 212 555 1234'))
})

test('a last sentence that begins with the word for a role is copy', () => {
  for (const last of [
    'Reporting by phone, the referee said he saw nothing.',
    'Editing by committee is a bad idea.',
    'Reporting by Ann Bell was praised; Editing by Bob Low was not, he said.',
  ]) {
    const { body, credits } = readCopy(copy(last))
    assert.ok(body.at(-1)?.endsWith(last), last)
    assert.deepEqual(credits, [])
  }
})
