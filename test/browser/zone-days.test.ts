import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Page } from 'playwright-core'
import { plainHouse } from '../../src/config/house.ts'
import { archive } from '../../src/newsroom/archive.ts'
import { type Moment } from '../../src/story/moment.ts'
import { type TestAgency, testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'
import { openPage } from './chromium.ts'

const vienna = { ...plainHouse, zone: 'Europe/Vienna', languages: ['en', 'ar', 'fa'] }
const base = 'https://news.example'
const zones = ['America/New_York', 'Europe/Vienna', 'Asia/Tokyo', 'Asia/Kathmandu'] as const

/** A Vienna house with stories printed at these moments, one in each of its languages. */
async function houseWith(...printed: readonly Moment[]): Promise<TestAgency> {
  const agency = await testAgency({ house: vienna })
  const items = printed.flatMap((at, n) =>
    vienna.languages.map((language) => ({ draft: story(`${language}-${n}`).written(language).printedAt(at) })),
  )
  await archive(agency.newsroom, { items, by: 'ana' })
  return agency
}

/** The page as a reader in a zone has it, in his own zone when `own`. */
async function readIn(timezoneId: string, path: string, agency: TestAgency, own = true): Promise<Page> {
  const page = await openPage({ timezoneId })
  await page.route(`${base}/**`, async (route) => {
    const got = await agency.fetch(new Request(route.request().url(), { method: route.request().method() }))
    const headers = Object.fromEntries(got.headers)
    await route.fulfill({ status: got.status, headers, body: Buffer.from(await got.arrayBuffer()) }).catch(() => {}) // whoever has seen enough may have closed the page
  })
  await page.goto(base + path)
  if (own) await page.locator('.house button').click()
  return page
}

const inWire = (page: Page) => page.locator('.wire time, .item time, .lead time').allInnerTexts()

test('a clock in a list goes by the day of the list, whatever zone its story was printed in', async () => {
  await using agency = await houseWith(moment('2008-04-07 23:30', 'America/New_York'))
  const shown = ['Mon 23:30', '05:30', '12:30', '09:15']
  for (const [n, zone] of zones.entries()) {
    await using page = await readIn(zone, '/archive/2008/04/08', agency)
    assert.equal((await inWire(page))[0], shown[n], zone)
  }
})

/** Instants around the changes of summer time in Vienna and New York, under their day in Vienna; what a reader in each zone sees. */
const changes: readonly (readonly [day: string, at: string, shown: readonly string[]])[] = [
  ['2008/03/09', '2008-03-09 07:00:00Z', ['03:00', '08:00', '16:00', '12:45']],
  ['2008/03/09', '2008-03-09 06:59:00Z', ['01:59', '07:59', '15:59', '12:44']],
  ['2008/03/30', '2008-03-30 01:00:00Z', ['Sat 21:00', '03:00', '10:00', '06:45']],
  ['2008/03/30', '2008-03-30 00:59:00Z', ['Sat 20:59', '01:59', '09:59', '06:44']],
  ['2008/03/31', '2008-03-30 22:00:00Z', ['Sun 18:00', '00:00', '07:00', '03:45']],
  ['2008/10/26', '2008-10-26 22:59:00Z', ['18:59', '23:59', 'Mon 07:59', 'Mon 04:44']],
  ['2008/10/26', '2008-10-26 01:30:00Z', ['Sat 21:30', '02:30', '10:30', '07:15']],
  ['2008/10/26', '2008-10-26 00:30:00Z', ['Sat 20:30', '02:30', '09:30', '06:15']],
  ['2008/11/02', '2008-11-02 06:30:00Z', ['01:30', '07:30', '15:30', '12:15']],
  ['2008/11/02', '2008-11-02 05:30:00Z', ['01:30', '06:30', '14:30', '11:15']],
]

test('a clock in a list is right across both changes of summer time', async () => {
  await using agency = await houseWith(...changes.map(([, at]) => moment(at)))
  for (const [n, zone] of zones.entries()) {
    await using page = await readIn(zone, '/', agency)
    const seen: Record<string, readonly string[]> = {}
    for (const day of Object.keys(Object.groupBy(changes, ([day]) => day))) {
      await page.goto(`${base}/archive/${day}`)
      seen[day] = [...new Set(await inWire(page))]
    }
    const shown = Map.groupBy(changes, ([day]) => day)
    assert.deepEqual(
      seen,
      Object.fromEntries([...shown].map(([day, those]) => [day, [...new Set(those.map(([, , all]) => all[n]))]])),
      zone,
    )
  }
})

test('a stamp that shows only a day shows the day that it was for the reader, with its year where that is another', async () => {
  await using agency = await houseWith(
    moment('2026-10-20 23:30:00', 'Europe/Vienna'),
    moment('2026-01-01 00:30:00', 'Europe/Vienna'),
    moment('2025-12-31 20:30:00', 'Europe/Vienna'),
  )
  const days: Record<(typeof zones)[number], readonly string[]> = {
    'America/New_York': ['20 October', '31 December 2025', '31 December 2025'],
    'Europe/Vienna': ['20 October', '1 January', '31 December 2025'],
    'Asia/Tokyo': ['21 October', '1 January', '1 January 2026'],
    'Asia/Kathmandu': ['21 October', '1 January', '1 January 2026'],
  }
  for (const zone of zones) {
    await using page = await readIn(zone, '/', agency)
    assert.deepEqual(await inWire(page), days[zone], zone)
    await page.locator('.house button').click()
    assert.deepEqual(await inWire(page), days['Europe/Vienna'], `${zone}, as printed`)
  }
})

test('a moment in short stays short, in the zone that the foot of the page names', async () => {
  await using agency = await houseWith(moment('2008-04-07 23:30', 'America/New_York'))
  await using page = await readIn('Asia/Kathmandu', '/search?q=happened', agency)
  assert.equal(await page.locator('.results time').first().innerText(), '8 Apr 2008, 09:15')
})

test('days, clocks and zones of the reader stand in the figures of the page, Arabic and Persian too', async () => {
  await using agency = await houseWith(moment('2008-04-07 23:30', 'America/New_York'))
  for (const [language, zone, listed, whole] of [
    ['ar', 'America/New_York', 'الاثنين 23:30', '7 أبريل 2008، 23:30 غرينتش-4'],
    ['ar', 'Asia/Kathmandu', '09:15', '8 أبريل 2008، 09:15 غرينتش+5:45'],
    ['fa', 'America/New_York', 'دوشنبه ۲۳:۳۰', '۷ آوریل ۲۰۰۸، ۲۳:۳۰ ‎−۴ گرینویچ'],
    ['fa', 'Asia/Kathmandu', '۰۹:۱۵', '۸ آوریل ۲۰۰۸، ۰۹:۱۵ ‎+۵:۴۵ گرینویچ'],
  ] as const) {
    await using day = await readIn(zone, `/${language}/archive/2008/04/08`, agency)
    assert.equal((await inWire(day))[0], listed, `${language} in ${zone}`)
    const path = await day.locator(`.wire a[href$="/${language}-0"]`).getAttribute('href')
    await using page = await readIn(zone, path ?? '', agency)
    assert.equal(await page.locator('.times time').first().innerText(), whole, `${language} in ${zone}`)
    await using front = await readIn(zone, `/${language}`, agency)
    assert.match((await inWire(front))[0] ?? '', language === 'fa' ? /^[۷۸] آوریل ۲۰۰۸$/ : /^[78] أبريل 2008$/)
  }
})

test('a page names one zone at its head and foot, with the clocks of its day: the house’s, or the reader’s while that is shown', async () => {
  await using agency = await houseWith(moment('2008-07-07 23:30', 'America/New_York'))
  for (const [language, house, own] of [
    ['', 'Times are CEST unless another zone is named.', 'Times on this page are now in Eastern Time.'],
    ['/ar', 'الأوقات حسب غرينتش+2 ما لم يُذكر غيره.', 'الأوقات في هذه الصفحة الآن حسب التوقيت الشرقي لأمريكا الشمالية.'],
    [
      '/fa',
      'ساعت‌ها بر پایهٔ ‎+۲ گرینویچ است، مگر آن‌که وقت دیگری ذکر شود.',
      'ساعت‌های این صفحه اکنون بر پایهٔ وقت شرق امریکا است.',
    ],
  ] as const) {
    await using page = await readIn('America/New_York', `${language}/archive/2008/07/08`, agency, false)
    const all = page.locator('body')
    const printed = await all.innerText()
    assert.ok(printed.includes(house) && !printed.includes(own), printed)
    await page.locator('.house button').click()
    const shown = await all.innerText()
    assert.ok(!shown.includes(house) && shown.includes(own), shown)
    await page.locator('.house button').click()
    assert.equal(await all.innerText(), printed)
  }
})
