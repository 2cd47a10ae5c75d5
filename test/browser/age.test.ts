import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPage } from './chromium.ts'
import { sharedWorld } from './world.ts'

/** When the story that is looked at was last updated. */
const updated = Date.parse('2026-11-24T13:30:00Z')
const minute = 60_000
const day = 1440 * minute

const cases: readonly (readonly [after: number, age: string])[] = [
  [-400 * day, ''],
  [-1, ''],
  [0, ''],
  [minute - 1, ''],
  [minute, '1 minute ago'],
  [60 * minute - 1, '59 minutes ago'],
  [60 * minute, '1 hour ago'],
  [day - 1, '23 hours ago'],
  [day, '1 day ago'],
  [7 * day - 1, '6 days ago'],
  [7 * day, ''],
  [3650 * day, ''],
]

test('an age is rounded down and never points the wrong way', async () => {
  const { base, pages } = await sharedWorld()
  for (const [after, age] of cases) {
    await using page = await openPage()
    await page.clock.setFixedTime(new Date(updated + after))
    await page.goto(base + pages.story)
    const first = page.locator('.times dd').first()
    assert.equal(
      (await first.textContent())?.trim(),
      `24 November 2026, 14:30 CET${age ? ` ${age}` : ''}`,
      `${after} ms after`,
    )
  }
})

test('a page that stays open forgets an age that is too old', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage()
  await page.clock.install({ time: new Date(updated + 7 * day - 30_000) })
  await page.goto(base + pages.story)
  assert.equal(await page.locator('.times .age').textContent(), '6 days ago')
  await page.clock.runFor(61_000)
  assert.equal(await page.locator('.times .age').textContent(), '')
})

test('without script the full date stands there, and a page in Arabic says ages in Arabic', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ javaScriptEnabled: false })
  await page.goto(base + pages.story)
  assert.equal(await page.locator('.times dd').first().innerText(), '24 November 2026, 14:30 CET')
  assert.equal(await page.locator('time[data-age]').first().getAttribute('datetime'), '2026-11-24T14:30:00+01:00')
  await using arabic = await openPage()
  await arabic.clock.setFixedTime(new Date('2026-11-24T13:40:00Z'))
  await arabic.goto(base + pages.arabic)
  assert.match((await arabic.locator('.times .age').textContent()) ?? '', /ساعات/)
})
