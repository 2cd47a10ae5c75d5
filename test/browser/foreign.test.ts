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
