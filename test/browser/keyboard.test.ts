import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Page } from 'playwright-core'
import { openPage } from './chromium.ts'
import { long, widths } from './widths.ts'
import { sharedWorld } from './world.ts'

/** Where the focus is: its place among all that can have it, and whether one sees it. */
type Stop = { place: number; is: string; seen: boolean }

test('the first stop of the keyboard skips to the story', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ viewport: { width: 390, height: 800 } })
  await page.goto(base + pages.story)
  await page.keyboard.press('Tab')
  const skip = page.locator('.skip')
  assert.ok(
    await skip.evaluate((one) => one === one.ownerDocument.activeElement && one.getBoundingClientRect().top >= 0),
  )
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.ok(await page.evaluate<boolean>("document.querySelector('main').contains(document.activeElement)"))
})

for (const width of widths)
  test(`the keyboard reaches everything in the order of the page, seen at every stop, and leaves again, at ${width} px`, async () => {
    const { base, pages } = await sharedWorld()
    await using page = await openPage({ viewport: { width, height: 800 } })
    const kinds = long ? Object.entries(pages) : Object.entries(pages).filter(([name]) => short.includes(name))
    for (const [name, path] of kinds) {
      await page.goto(base + path)
      const all = await page.evaluate<number>(listen)
      const { walked, left } = await walk(page, all + 1)
      assert.deepEqual(
        walked.map(({ place }) => place),
        Array.from({ length: all }, (_, n) => n),
        `${name}: every stop once, in order`,
      )
      assert.ok(left, `${name}: the last stop lets the reader go`)
      assert.deepEqual(
        walked.filter(({ seen }) => !seen).map(({ is }) => is),
        [],
        `${name}: the focus is seen`,
      )
    }
  })

const short = ['front', 'slides', 'arabic']

/** Writes down each stop of the focus; answers how many there are to be. */
const listen = `(() => {
  const stops = [...document.querySelectorAll('a[href], button, input, [tabindex="0"]')].filter((one) => one.checkVisibility() && !one.disabled)
  globalThis.walked = []
  document.addEventListener('focusin', ({ target: one }) => {
    const box = one.getBoundingClientRect()
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one)
    const isThere = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const seen = isThere && outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && !/, 0\\)$/.test(outlineColor)
    walked.push({ place: stops.indexOf(one), is: one.outerHTML.slice(0, 120), seen })
  })
  return stops.length
})()`

/** Tabs on and on; `left` when the focus has left the page at the last step. */
async function walk(page: Page, steps: number): Promise<{ walked: Stop[]; left: boolean }> {
  await Promise.all(Array.from({ length: steps }, () => page.keyboard.press('Tab')))
  return page.evaluate('({ walked, left: !document.activeElement || document.activeElement === document.body })')
}
