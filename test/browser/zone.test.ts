import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Page } from 'playwright-core'
import { openPage } from './chromium.ts'
import { sharedWorld } from './world.ts'

const times = (page: Page) => page.locator('.times time').allInnerTexts()

test('whoever wants it has all times in his own zone, on every page, until he wants them as printed again', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ timezoneId: 'Asia/Tokyo' })
  await page.goto(base + pages.story)
  const printed = await times(page)
  assert.equal(printed[0], '24 November 2026, 14:30 CET')
  const button = page.getByRole('button', { name: 'Times in your own zone' })
  await button.focus()
  await page.keyboard.press('Enter')
  assert.equal((await times(page))[0], '24 November 2026, 22:30 GMT+9')
  assert.equal(
    await page.locator('.house [role=status]').innerText(),
    'Times on this page are now in Japan Standard Time.',
  )
  assert.equal(await page.locator('.side .wire time').first().innerText(), '22:30')

  await page.goto(`${base}/`)
  assert.equal(await page.locator('.latest time').first().innerText(), '22:30')
  await page.getByRole('button', { name: 'Times as printed' }).click()
  assert.equal(await page.locator('.latest time').first().innerText(), '14:30')
  await page.goto(base + pages.story)
  assert.deepEqual(await times(page), printed)
})

test('a clock that shows another day there says which, and what comes later is changed too', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ timezoneId: 'Pacific/Auckland' })
  await page.goto(base + pages.story)
  await page.getByRole('button', { name: 'Times in your own zone' }).click()
  assert.equal(await page.locator('.side .wire time').first().innerText(), 'Wed 02:30')
  await page.evaluate(
    "document.querySelector('.copy').insertAdjacentHTML('beforeend', '<p><time datetime=\"2026-11-24T14:30:00+01:00\">14:30</time></p>')",
  )
  await page.locator('.copy time', { hasText: 'Wed 02:30' }).waitFor()
})

test('each moment goes by the clock of its own day, on either side of a change of clocks', async () => {
  const { base, pages } = await sharedWorld()
  for (const [at, shown] of [
    ['2026-10-25T00:30:00+00:00', '25 October 2026, 02:30 CEST'],
    ['2026-10-25T01:30:00+00:00', '25 October 2026, 02:30 CET'],
    ['2026-03-29T00:59:00+00:00', '29 March 2026, 01:59 CET'],
    ['2026-03-29T01:00:00+00:00', '29 March 2026, 03:00 CEST'],
  ]) {
    await using page = await openPage({ timezoneId: 'Europe/Berlin' })
    await page.route(base + pages.story, async (route) => {
      const got = await route.fetch()
      const body = (await got.text()).replace(
        /<time datetime="[^"]*" data-age>[^<]*/,
        `<time datetime="${at}">1 May 2026, 00:00 UTC`,
      )
      await route.fulfill({ response: got, body })
    })
    await page.goto(base + pages.story)
    await page.getByRole('button', { name: 'Times in your own zone' }).click()
    assert.equal((await times(page))[0], shown)
  }
})

test('a place says what its clock shows', async () => {
  const { base } = await sharedWorld()
  await using page = await openPage()
  await page.goto(`${base}/places/kessary`)
  await page.locator('[data-clock]:not(:empty)').waitFor()
  assert.match(await page.locator('[data-clock]').innerText(), /^\d\d:\d\d$/)
})
