import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPage } from './chromium.ts'
import { foreignWords } from './foreign.ts'
import { sharedWorld } from './world.ts'

test('words of another language say which, and run its way, on every kind of page', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ viewport: { width: 1280, height: 900 } })
  const found: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(base + path)
    found.push(...(await foreignWords(page)).map((one) => `${name}: ${one}`))
  }
  assert.deepEqual(found, [])
})

test('a passage of another direction begins at the edge where the lines round it begin', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ viewport: { width: 1280, height: 900 } })
  for (const name of ['arabicSearch', 'arabicCorrections'] as const) {
    await page.goto(base + pages[name])
    const gaps = await page.evaluate<number[]>(`[...document.querySelectorAll('main p[dir=ltr]')].map((one) => {
      const words = document.createRange()
      words.selectNodeContents(one)
      return one.getBoundingClientRect().right - Math.max(...[...words.getClientRects()].map(({ right }) => right))
    })`)
    assert.ok(gaps.length > 0, name)
    assert.ok(Math.max(...gaps) < 2, `${name}: ${gaps.join(' ')}`)
  }
})
