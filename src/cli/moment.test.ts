import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instant } from '../story/moment.ts'
import { toMoment } from './moment.ts'

test('a moment is typed in the zone of the house, or with its own', () => {
  const at = (text: string) => instant(toMoment(text, 'Europe/Vienna', '--until'))
  assert.equal(at('2026-11-25T08:00'), '2026-11-25T07:00:00.000Z')
  assert.equal(at('2026-11-25 08:00'), '2026-11-25T07:00:00.000Z')
  assert.equal(at('2026-11-25T08:00[Asia/Tokyo]'), '2026-11-24T23:00:00.000Z')
  assert.equal(at('2026-11-25T08:00:00Z'), '2026-11-25T08:00:00.000Z')
})

test('what is no moment is said with the flag and the way to write one', () => {
  assert.throws(() => toMoment('tomorrow', 'UTC', '--until'), /--until: “tomorrow” is no moment; write 2026/)
  assert.throws(() => toMoment('2026-11-25', 'UTC', '--until'), /is no moment/)
  assert.throws(() => toMoment('2026-11-25T08:00[Mars]', 'UTC', '--until'), /“Mars” is no time zone/)
})
