import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../../test/build.ts'
import { testNewsroom } from '../../../test/newsroom.ts'
import { archiveView } from './archive.ts'

const now = '2030-01-01T00:00:00.000Z'

test('days are the house’s, also when its clocks change, and at midnight too', async () => {
  await using room = await testNewsroom()
  const at = async (clock: string, zone: string, slug: string) => {
    room.at(moment(clock, zone))
    await room.published(story(slug))
  }
  // 25 October 2026 has 25 hours in Vienna; 29 March 2026 begins at one o’clock in Beirut.
  await at('2026-03-28 23:59:59', 'Asia/Beirut', 'beirut-eve')
  await at('2026-03-29 01:00:00', 'Asia/Beirut', 'beirut-first')
  await at('2026-03-29 23:59:59', 'Asia/Beirut', 'beirut-last')
  await at('2026-10-25 00:00:00', 'Europe/Vienna', 'vienna-first')
  await at('2026-10-25 23:59:59', 'Europe/Vienna', 'vienna-last')
  await at('2026-10-26 00:00:00', 'Europe/Vienna', 'vienna-next')
  const { countsByDay, storiesOf } = archiveView(room.database.sql)
  const vienna = { from: '2026-10-24', to: '2026-10-27', zone: 'Europe/Vienna', now }
  assert.deepEqual(
    [...(await countsByDay(vienna))],
    [
      ['2026-10-25', 2],
      ['2026-10-26', 1],
    ],
  )
  const beirut = { from: '2026-03-28', to: '2026-03-30', zone: 'Asia/Beirut', now }
  assert.deepEqual(
    [...(await countsByDay(beirut))],
    [
      ['2026-03-28', 1],
      ['2026-03-29', 2],
    ],
  )
  const day = await storiesOf({ ...beirut, from: '2026-03-29' }, 10)
  assert.deepEqual(
    day.map(({ headline }) => headline),
    ['Beirut last', 'Beirut first'],
  )
})

test('a day of the calendar has its stories of every year, and the 29th of February of leap years alone', async () => {
  await using room = await testNewsroom()
  for (const [n, clock] of [
    '2024-02-29 12:00',
    '2024-02-29 13:00',
    '2025-02-28 12:00',
    '2028-02-29 12:00',
    '2029-03-01 12:00',
  ].entries()) {
    room.at(moment(`${clock}:00`, 'UTC'))
    await room.published(story(`s-${n}`))
  }
  const { storiesOnDay } = archiveView(room.database.sql)
  const seen = async (day: string, zone = 'UTC') =>
    (await storiesOnDay(day, { zone, now }, 1)).map(({ day: one, total, stories }) => [
      one,
      total,
      stories[0]?.headline,
    ])
  assert.deepEqual(await seen('02-29'), [
    ['2028-02-29', 1, 'S 3'],
    ['2024-02-29', 2, 'S 1'],
  ])
  assert.deepEqual(await seen('02-28'), [['2025-02-28', 1, 'S 2']])
  assert.deepEqual(await seen('03-01', 'Pacific/Kiritimati'), [
    ['2028-03-01', 1, 'S 3'],
    ['2025-03-01', 1, 'S 2'],
    ['2024-03-01', 2, 'S 1'],
  ])
  assert.deepEqual(await seen('07-14'), [])
})

test('an empty archive has no days', async () => {
  await using room = await testNewsroom()
  assert.deepEqual(await archiveView(room.database.sql).storiesOnDay('02-29', { zone: 'UTC', now }, 5), [])
})
