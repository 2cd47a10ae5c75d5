import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epoch } from '../story/moment.ts'
import { type Moment } from '../story/moment.ts'
import { wordsFor } from '../words/words.ts'
import { clock, datelineDate, full, longDay, plainDate, shortDay, shortMoment, stampTime } from './dates.ts'

const en = wordsFor('en')
const moment: Moment = { local: '2008-04-07T11:21:00', zone: 'America/New_York', zoneFrom: 'source' }

test('a moment is said in its own zone, with the zone', () => {
  assert.equal(full(moment, en), '7 April 2008, 11:21 GMT-4')
  assert.equal(
    full({ local: '2026-11-24T14:30:00+01:00', zone: 'Europe/Vienna', zoneFrom: 'house' }, en),
    '24 November 2026, 14:30 CET',
  )
  assert.equal(
    full({ local: '2026-11-24T14:30:00', zone: '+03:30', zoneFrom: 'printed' }, en),
    '24 November 2026, 14:30 GMT+3:30',
  )
})

test('a date without a clock stays a date', () => {
  assert.equal(full({ local: '1987-02-26', zone: 'UTC', zoneFrom: 'house' }, en), '26 February 1987')
})

test('a list says the clock of the house, and the day where it is not today', () => {
  assert.equal(clock(moment, en, 'UTC'), '15:21')
  assert.equal(shortMoment(moment, en, 'UTC'), '7 Apr 2008, 15:21')
  assert.match(String(stampTime(moment, en, '2008-04-07', 'UTC', epoch(moment))), /data-age>15:21</)
  assert.match(String(stampTime(moment, en, '2008-04-09', 'UTC', epoch(moment))), /">7 April</)
  assert.match(String(stampTime(moment, en, '2026-04-09', 'UTC', epoch(moment))), /">7 April 2008</)
  assert.match(String(stampTime(moment, en, '2008-04-07', 'UTC', epoch(moment) + 7 * 86_400_000)), /">15:21</)
})

test('a day is said as each language says it, with Latin figures and the common calendar in Arabic', () => {
  assert.equal(longDay('2026-11-24', en), 'Tuesday 24 November 2026')
  assert.equal(shortDay('2026-11-24', '2026-01-01', en), 'Tuesday 24 November')
  assert.equal(longDay('2026-11-24', wordsFor('ar')), 'الثلاثاء، 24 نوفمبر 2026')
  assert.equal(longDay('2026-11-24', wordsFor('ja')), '2026年11月24日火曜日')
  assert.match(longDay('2026-11-24', wordsFor('fa')), /۲۰۲۶/)
})

test('as much of a date is said as is known', () => {
  assert.equal(plainDate('2026-11', en), 'November 2026')
  assert.equal(plainDate('--11-03', en), '3 November')
  assert.equal(plainDate('2026', en), '2026')
  assert.equal(plainDate('2026', wordsFor('fa')), '۲۰۲۶')
  assert.equal(plainDate('in spring', en), 'in spring')
  assert.equal(plainDate('2026-99-99', en), '2026-99-99')
  assert.equal(datelineDate('2026-11-24', en), 'Nov 24')
  assert.equal(datelineDate('---25', wordsFor('ja')), '25日')
  assert.equal(datelineDate('yesterday', en), 'yesterday')
})
