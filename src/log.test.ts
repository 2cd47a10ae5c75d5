import assert from 'node:assert/strict'
import { test } from 'node:test'
import { line, mask } from './log.ts'

test('a person on a terminal reads a sentence and its facts on one line', () => {
  const said = line(
    'warn',
    'The wire is slow.',
    { subscriber: 'Daily Mirror', seconds: 4 },
    'text',
    '2026-01-01T00:00:00.000Z',
  )
  assert.equal(said, 'Warning: The wire is slow.  subscriber=Daily Mirror  seconds=4')
  assert.equal(line('info', 'One\ntwo', {}, 'text', ''), 'One | two')
})

test('a program reads the same as one JSON object', () => {
  const said = line('error', 'It broke.', { error: new Error('why') }, 'json', '2026-01-01T00:00:00.000Z')
  const { error, ...rest } = JSON.parse(said) as Record<string, string>
  assert.deepEqual(rest, { time: '2026-01-01T00:00:00.000Z', level: 'error', message: 'It broke.' })
  assert.match(error ?? '', /^Error: why/)
})

test('no password of an address is ever written', () => {
  assert.equal(mask('at postgres://ana:s3cret@db/news'), 'at postgres://ana:***@db/news')
  for (const format of ['text', 'json'] as const)
    assert.doesNotMatch(line('info', 'Using it', { url: 'https://a:s3cret@b/' }, format, ''), /s3cret/)
  assert.equal(mask('http://localhost:8080/a@b'), 'http://localhost:8080/a@b')
})
