import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentAt } from '../../story/moment.ts'
import { fill } from './placeholders.ts'

const tuesday = momentAt('2026-11-24T13:33:00Z', 'Europe/Berlin')

test('copy of a demonstration is dated on the day of its act, in the words of its language', () => {
  assert.equal(fill('KESSARY, {{date:MMM D}} –', tuesday, 'en'), 'KESSARY, Nov 24 –')
  assert.equal(fill('on {{weekday}}, {{weekday:-1}}', tuesday, 'en'), 'on Tuesday, Monday')
  assert.equal(fill('{{date:D MMMM YYYY:-30}}', tuesday, 'en'), '25 October 2026')
  assert.equal(fill('{{date:D MMMM}} {{weekday}}', tuesday, 'ar'), '24 نوفمبر الثلاثاء')
  assert.equal(fill('{{date:M月D日}} {{weekday}}', tuesday, 'ja'), '11月24日 火曜日')
})

test('a clock in copy is the wall clock of the house, rounded down to five minutes', () => {
  assert.equal(fill('{{clock}} {{clock:-40m}} {{clock:+10h}}', tuesday, 'en'), '14:30 13:50 00:30')
})

test('a placeholder that nobody knows is named', () => {
  assert.throws(() => fill('{{moon}}', tuesday, 'en'), /unknown placeholder \{\{moon\}\}/)
})
