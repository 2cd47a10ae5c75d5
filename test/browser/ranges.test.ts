import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RangeName, mediaQuery, names, ranges } from '../../src/config/ranges.ts'
import { openPage } from './chromium.ts'
import { sharedWorld } from './world.ts'

const all = Object.keys(names) as RangeName[]

for (const size of [16, 24]) {
  test(`at both edges of every range exactly the right ones of the fourteen names are true, letters at ${size} px`, async () => {
    await using page = await openPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Page.enable')
    await session.send('Page.setFontSizes', { fontSizes: { standard: size } })
    for (const [at, { from, to }] of ranges.entries())
      for (const width of [Math.max(from * size, 1), to === Infinity ? from * size + 4000 : to * size - 1]) {
        await page.setViewportSize({ width, height: 400 })
        const queries = JSON.stringify(all.map(mediaQuery))
        const matching = await page.evaluate<boolean[]>(`${queries}.map((query) => matchMedia(query).matches)`)
        const are = all.filter((_, place) => matching[place])
        const should = all.filter((name) => (names[name] as readonly number[]).includes(at + 1))
        assert.deepEqual(are, should, `${width} px`)
      }
  })
}

test('the style that a page carries turns exactly at the edges of the ranges', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage()
  await page.goto(base + pages.front)
  const marks: string[] = []
  for (const width of [639, 640, 959, 960, 1151, 1152, 1439, 1440]) {
    await page.setViewportSize({ width, height: 600 })
    marks.push(
      await page.evaluate<string>("getComputedStyle(document.documentElement).getPropertyValue('--mark').trim()"),
    )
  }
  assert.deepEqual(marks, ['1.75rem', '2.25rem', '2.25rem', '2.5rem', '2.5rem', '2.75rem', '2.75rem', '3rem'])
})

test('the names of the ranges are in no page that a reader gets', async () => {
  const { fetch, pages } = await sharedWorld()
  for (const path of Object.values(pages)) {
    const text = await (await fetch(path)).text()
    for (const name of all) assert.ok(!text.includes(name), `${name} in ${path}`)
  }
})
