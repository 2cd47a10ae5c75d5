import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf, epoch, hasClock, instant, isMoment, isoOf, isZone, type Moment, momentAt } from './moment.ts'

const runs = process.env['DATELINE_LONG'] === '1' ? 20_000 : 1000
const zones = Intl.supportedValuesOf('timeZone')
const zone = fc.constantFrom(...zones, '+05:30', '-05:00')
const at = (local: string, zone: string): Moment => ({ local, zone, zoneFrom: 'printed' })

test(`an instant comes back from every zone of the world (${zones.length} zones)`, () => {
  const ms = fc.integer({ min: Date.UTC(1851, 0), max: Date.UTC(2100, 0) })
  fc.assert(
    fc.property(zone, ms, (zone, ms) => {
      assert.equal(epoch(momentAt(ms, zone)), ms)
    }),
    { numRuns: runs },
  )
  for (const zone of zones)
    assert.equal(instant(momentAt('2008-04-07T07:21:00.000Z', zone)), '2008-04-07T07:21:00.000Z')
})

test('a clock without its offset is read so that the clock on that wall showed it', () => {
  const ms = fc
    .integer({ min: Date.UTC(1973, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
    .map((minutes) => minutes * 60_000)
  fc.assert(
    fc.property(zone, ms, (zone, ms) => {
      const local = momentAt(ms, zone).local.slice(0, 19)
      const read = epoch(at(local, zone))
      assert.equal(momentAt(read, zone).local.slice(0, 19), local)
    }),
    { numRuns: runs },
  )
})

test('the hour that autumn repeats is the first one unless the offset says otherwise', () => {
  assert.equal(instant(at('2026-10-25T02:30', 'Europe/Vienna')), '2026-10-25T00:30:00.000Z')
  assert.equal(instant(at('2026-10-25T02:30+01:00', 'Europe/Vienna')), '2026-10-25T01:30:00.000Z')
  assert.equal(instant(at('2026-11-01T01:15', 'America/New_York')), '2026-11-01T05:15:00.000Z')
  assert.equal(instant(at('2026-04-05T01:45', 'Australia/Lord_Howe')), '2026-04-04T14:45:00.000Z')
})

test('the hour that spring leaves out is read as if the clock had gone on', () => {
  assert.equal(instant(at('2026-03-29T02:30', 'Europe/Vienna')), '2026-03-29T01:30:00.000Z')
  assert.equal(momentAt('2026-03-29T01:30:00Z', 'Europe/Vienna').local, '2026-03-29T03:30:00+02:00')
  assert.equal(instant(at('2026-03-29T01:59:59', 'Europe/Vienna')), '2026-03-29T00:59:59.000Z')
  assert.equal(instant(at('2026-03-29T03:00', 'Europe/Vienna')), '2026-03-29T01:00:00.000Z')
})

test('zones of half and quarter hours, and days that never were, are known', () => {
  assert.equal(instant(at('2008-04-07T11:21', 'Asia/Tehran')), '2008-04-07T06:51:00.000Z')
  assert.equal(instant(at('2026-01-01T05:45', 'Asia/Kathmandu')), '2026-01-01T00:00:00.000Z')
  assert.equal(momentAt('2011-12-30T10:00:00Z', 'Pacific/Apia').local, '2011-12-31T00:00:00+14:00')
  assert.equal(instant(at('1987-02-26T15:01:01.79', '-05:00')), '1987-02-26T20:01:01.790Z')
})

test('a date is the first minute of its day in its zone, and stays a date', () => {
  const day = at('2008-04-07', 'Asia/Tehran')
  assert.equal(instant(day), '2008-04-06T19:30:00.000Z')
  assert.equal(hasClock(day), false)
  assert.equal(isoOf(day), '2008-04-07')
  assert.equal(dayOf(day, 'America/New_York'), '2008-04-07')
  assert.equal(dayOf(at('2026-11-24T23:30', 'America/New_York'), 'Europe/Vienna'), '2026-11-25')
  assert.equal(dayOf(at('2026-11-24T23:30', 'America/New_York')), '2026-11-24')
})

test('what is no moment is known as such', () => {
  for (const [local, zone] of [
    ['', 'UTC'],
    ['yesterday', 'UTC'],
    ['2026-13-01', 'UTC'],
    ['2026-02-30', 'UTC'],
    ['2026-11-24T25:00', 'UTC'],
    ['2026-11-24T12', 'UTC'],
    ['2026-11-24', 'Mars/Olympus'],
    ['2026-11-24', ''],
  ] as const)
    assert.equal(isMoment(at(local, zone)), false, `${local} ${zone}`)
  assert.ok(isMoment(at('2026-11-24T12:00:00.123456+05:45', 'Asia/Kathmandu')))
  assert.ok(isZone('Asia/Tehran'))
  assert.throws(() => momentAt('soon', 'UTC'), RangeError)
})

test('clocks that are changed at an odd minute are right before and after it, in whatever order one asks', () => {
  const local = (iso: string, zone: string) => momentAt(iso, zone).local
  for (const again of [1, 2]) {
    assert.equal(local('2020-10-03T16:00:59Z', 'Antarctica/Casey'), '2020-10-04T00:00:59+08:00', `time ${again}`)
    assert.equal(local('2020-10-03T16:01:00Z', 'Antarctica/Casey'), '2020-10-04T03:01:00+11:00', `time ${again}`)
    assert.equal(local('2010-11-07T02:31:00Z', 'America/St_Johns'), '2010-11-06T23:01:00-03:30', `time ${again}`)
    assert.equal(local('2010-11-07T02:30:59Z', 'America/St_Johns'), '2010-11-07T00:00:59-02:30', `time ${again}`)
  }
})

test('a zone remembers nothing that its clocks would not say', () => {
  const ms = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) })
  const wall = new Map<string, Intl.DateTimeFormat>()
  const said = (zone: string, ms: number) => {
    const clock =
      wall.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    wall.set(zone, clock)
    return clock.format(ms).replace(' ', 'T').slice(0, 16)
  }
  fc.assert(
    fc.property(zone, ms, fc.integer({ min: 0, max: 900_000 }), (zone, from, more) => {
      // Until 1973 the offsets of a few places held seconds, which `local` rounds away.
      for (const ms of [from, from + more].filter((one) => one >= Date.UTC(1973, 0)))
        assert.equal(momentAt(ms, zone).local.slice(0, 16), said(zone, ms))
    }),
    { numRuns: runs },
  )
})
