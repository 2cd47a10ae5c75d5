import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPage } from './chromium.ts'
import { long, widths } from './widths.ts'
import { sharedWorld } from './world.ts'

for (const width of widths)
  test(`from right to left every box of every kind of page stands in the mirror, at ${width} px`, async () => {
    const { base, pages } = await sharedWorld()
    await using page = await openPage({ viewport: { width, height: 900 } })
    for (const [name, path] of Object.entries(pages).filter(([name]) => long || short.includes(name))) {
      await page.goto(base + path)
      const crooked = await page.evaluate<string[]>(`(() => {
        const root = document.documentElement
        const boxes = [...document.body.querySelectorAll('*')].filter((one) =>
          one.checkVisibility() && !/^(inline|contents|table-row|none)/.test(getComputedStyle(one).display) &&
          !one.closest('[dir]:not(html), .skip, .unseen, .strip, .sections ul, .tongues, .facets ul, .reel, pre'))
        const places = () => boxes.map((one) => one.getBoundingClientRect()).map(({ left, right }) => [left, right])
        root.dir = 'ltr'
        const one = places()
        root.dir = 'rtl'
        const other = places()
        const wide = root.clientWidth
        return boxes.filter((_, at) =>
          Math.abs(one[at][0] - (wide - other[at][1])) > 1.5 || Math.abs(one[at][1] - (wide - other[at][0])) > 1.5,
        ).slice(0, 5).map((box) => box.tagName + ' ' + box.className + ' ' + box.textContent.trim().slice(0, 30))
      })()`)
      assert.deepEqual(crooked, [], name)
    }
  })

const short = ['front', 'section', 'story', 'slides', 'day', 'search', 'corrections']
