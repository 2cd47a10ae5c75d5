import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextTurn } from './turn.ts'

const turn = (at: string, zone: string) => new Date(nextTurn(Date.parse(at), zone)).toISOString()

test('a page is good until midnight of the house, or until its clocks are changed', () => {
  assert.equal(turn('2026-11-25T10:00:00Z', 'Europe/Vienna'), '2026-11-25T23:00:00.000Z')
  assert.equal(turn('2026-11-25T23:00:00Z', 'Europe/Vienna'), '2026-11-26T23:00:00.000Z')
  assert.equal(turn('2026-10-25T00:10:00Z', 'Europe/Vienna'), '2026-10-25T01:00:00.000Z')
  assert.equal(turn('2026-10-25T01:00:00Z', 'Europe/Vienna'), '2026-10-25T23:00:00.000Z')
  assert.equal(turn('2026-11-25T10:00:00Z', 'Asia/Kathmandu'), '2026-11-25T18:15:00.000Z')
  assert.equal(turn('2026-11-25T10:00:00Z', '-05:00'), '2026-11-26T05:00:00.000Z')
})
