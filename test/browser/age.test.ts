import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BrowserContextOptions, type Page } from 'playwright-core'
import { openPage } from './chromium.ts'
import { sharedWorld } from './world.ts'

/** When the story that is looked at was last updated. */
const updated = Date.parse('2026-11-24T13:30:00Z')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What the house's clock says; nothing when the house does not answer. */
type House = { is: number | undefined }

/** A page whose house says it is `house`, and whose reader's own clock says something else, or the same. */
async function openAt(
  house: number | House,
  reader = Number(typeof house === 'number' ? house : house.is),
  options: BrowserContextOptions = {},
  lain = 0,
): Promise<Page> {
  const page = await openPage(options)
  await page.clock.install({ time: new Date(reader - 60_000) }) // it runs until it is paused
  await page.clock.pauseAt(new Date(reader))
  await page.route('**/assets/*.js', async (route) => {
    if (route.request().method() !== 'HEAD') return route.continue().catch(() => {})
    const is = typeof house === 'number' ? house : house.is
    if (is === undefined) return route.abort()
    const headers = { Date: new Date(is - lain * 1000).toUTCString(), ...(lain ? { Age: String(lain) } : {}) }
    // Whoever has seen enough may have closed the page.
    return route.fulfill({ status: 200, headers }).catch(() => {})
  })
  return page
}

/** Goes to a page and past its first frames: the script waits for them, and the clock is paused. */
async function goTo(page: Page, path: string): Promise<void> {
  const { base } = await sharedWorld()
  await page.goto(base + path)
  await page.clock.runFor(50)
}

/** The first line of times, once the house has answered. */
async function firstTime(page: Page, path: string): Promise<string | undefined> {
  const answered = page.waitForResponse((response) => response.request().method() === 'HEAD')
  await goTo(page, path)
  await answered
  await page.waitForFunction("sessionStorage.getItem('clock')", undefined, { polling: 20 })
  return (await page.locator('.times dd').first().textContent())?.trim()
}

const cases: readonly (readonly [after: number, age: string])[] = [
  [-400 * day, ''],
  [-1000, ''],
  [0, ''],
  [minute - 1000, ''],
  [minute, '1 minute ago'],
  [hour - 1000, '59 minutes ago'],
  [hour, '1 hour ago'],
  [day - 1000, '23 hours ago'],
  [day, '1 day ago'],
  [7 * day - 1000, '6 days ago'],
  [7 * day, ''],
  [3650 * day, ''],
]

test('an age is rounded down and never points the wrong way', async () => {
  const { pages } = await sharedWorld()
  for (const [after, age] of cases) {
    await using page = await openAt(updated + after)
    assert.equal(
      await firstTime(page, pages.story),
      `24 November 2026, 14:30 CET${age ? ` ${age}` : ''}`,
      `${after} ms after`,
    )
  }
})

test('a clock that is wrong by hours or years makes no wrong age, and neither does a page that has lain in a cache', async () => {
  const { pages } = await sharedWorld()
  for (const off of [-9 * hour, 7 * hour, -30 * 365 * day, 400 * day]) {
    await using page = await openAt(updated + 3 * hour, updated + 3 * hour + off)
    assert.equal(await firstTime(page, pages.story), '24 November 2026, 14:30 CET 3 hours ago', `${off} ms off`)
  }
  await using lain = await openAt(updated + 3 * hour, updated, {}, 5000)
  assert.equal(await firstTime(lain, pages.story), '24 November 2026, 14:30 CET 3 hours ago')
})

test('the house is asked once, and when it does not answer there is no age at all', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openAt(updated + 3 * hour)
  await firstTime(page, pages.story)
  let asked = 0
  page.on('request', (request) => void (asked += request.method() === 'HEAD' ? 1 : 0))
  await goTo(page, pages.story)
  await page.locator('.times .age').first().waitFor()
  assert.equal(asked, 0)

  await using silent = await openPage()
  await silent.route('**/assets/*.js', (route) =>
    route.request().method() === 'HEAD' ? route.abort() : route.continue(),
  )
  await silent.goto(base + pages.story, { waitUntil: 'networkidle' })
  assert.equal(await silent.locator('.times .age').count(), 0)
})

test('a page that stays open forgets an age that is too old', async () => {
  const { pages } = await sharedWorld()
  await using page = await openAt(updated + 7 * day - 30_000)
  assert.match((await firstTime(page, pages.story)) ?? '', /6 days ago$/)
  await page.clock.runFor(61_000)
  assert.equal(await page.locator('.times .age').textContent(), '')
})

test('a reader’s clock that is set while a page is open makes no wrong age: the house is asked again', async () => {
  const { pages } = await sharedWorld()
  for (const set of [7 * hour, -2 * hour - 50 * minute, 10_000, -10_000, -400 * day]) {
    const house: House = { is: updated + 3 * hour }
    await using page = await openAt(house)
    assert.match((await firstTime(page, pages.story)) ?? '', /3 hours ago$/)
    const answered = page.waitForResponse((response) => response.request().method() === 'HEAD')
    await page.clock.setSystemTime(updated + 3 * hour + set)
    await page.clock.runFor(5000)
    await answered
    await page.locator('.times .age', { hasText: '3 hours ago' }).waitFor()
  }
})

test('when the house does not answer after that, there is no age until it does', async () => {
  const { pages } = await sharedWorld()
  const house: House = { is: updated + 3 * hour }
  await using page = await openAt(house)
  await firstTime(page, pages.story)
  house.is = undefined
  let asked = 0
  page.on('requestfailed', (request) => void (asked += request.method() === 'HEAD' ? 1 : 0))
  await page.clock.setSystemTime(updated)
  await page.clock.runFor(55_000)
  assert.equal(await page.locator('.times .age').first().textContent(), '')
  assert.equal(asked, 1)
  house.is = updated + 3 * hour + minute
  await page.clock.runFor(10_000)
  await page.locator('.times .age', { hasText: '3 hours ago' }).waitFor()
})

test('a page that slept does not show the age it had before', async () => {
  const { pages } = await sharedWorld()
  const house: House = { is: updated + 3 * hour }
  await using page = await openAt(house)
  await firstTime(page, pages.story)
  house.is = updated + 11 * hour
  await page.clock.setSystemTime(house.is)
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
  await page.locator('.times .age', { hasText: '11 hours ago' }).waitFor()
})

test('a clock set between two pages makes no wrong age on the second, nor on the way by another site', async () => {
  const { pages } = await sharedWorld()
  for (const by of ['', 'about:blank'])
    for (const set of [40 * minute, -40 * minute, 7 * hour]) {
      await using page = await openAt(updated + 3.5 * hour)
      await firstTime(page, pages.story)
      if (by) await page.goto(by)
      await page.clock.setSystemTime(updated + 3.5 * hour + set)
      await goTo(page, pages.story)
      await page.locator('.times .age').first().waitFor()
      assert.equal(await page.locator('.times .age').first().textContent(), '3 hours ago', `${set} by ${by}`)
    }
})

test('whoever reads on for more than an hour has the house asked again', async () => {
  const { pages } = await sharedWorld()
  const house: House = { is: updated + 3 * hour }
  await using page = await openAt(house)
  await firstTime(page, pages.story)
  await page.clock.runFor(70 * minute)
  await page.locator('.times .age', { hasText: '4 hours ago' }).waitFor()
  house.is = updated + 5 * hour
  await goTo(page, pages.story)
  await page.locator('.times .age', { hasText: '5 hours ago' }).waitFor()
})

test('without script the full date stands there, and a page in Arabic says ages in Arabic', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ javaScriptEnabled: false })
  await page.goto(base + pages.story)
  assert.equal(await page.locator('.times dd').first().innerText(), '24 November 2026, 14:30 CET')
  assert.equal(await page.locator('time[data-age]').first().getAttribute('datetime'), '2026-11-24T14:30:00+01:00')
  assert.equal(await page.locator('.house button').count(), 0)
  await using arabic = await openAt(Date.parse('2026-11-24T13:40:00Z'))
  assert.match((await firstTime(arabic, pages.arabic)) ?? '', /قبل 5 ساعات$/)
})
