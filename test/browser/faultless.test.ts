import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { openPage } from './chromium.ts'
import { axeFindings, markupFindings } from './faults.ts'
import { widths } from './widths.ts'
import { sharedWorld } from './world.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any kind of page, ${colorScheme}`, async () => {
    const { base, pages } = await sharedWorld()
    for (const width of widths) {
      await using page = await openPage({ colorScheme, viewport: { width, height: 900 } })
      for (const [name, path] of Object.entries(pages)) {
        const answer = await page.goto(base + path)
        assert.ok(answer && answer.status() < 500, `${name} answers ${answer?.status()}`)
        const said = await axeFindings(page)
        assert.equal(said.join('\n'), '', `${name}, ${width} px`)
      }
    }
  })
}

test('html-validate finds nothing on any kind of page', async () => {
  const { fetch, pages } = await sharedWorld()
  for (const [name, path] of Object.entries(pages)) {
    const said = await markupFindings(await (await fetch(path)).text())
    assert.deepEqual(said, [], name)
  }
})

test('a story page with its style weighs at most 10 kB, the script at most 4 kB', async () => {
  const { fetch, pages } = await sharedWorld()
  const text = await (await fetch(pages.story)).text()
  assert.ok(text.split(/<[^>]*>|\s+/).length > 600)
  const page = brotliCompressSync(text).length
  assert.ok(page <= 10_000, `the page has ${page} bytes`)
  const script = /<script src="([^"]+)" defer>/.exec(text)?.[1] ?? ''
  const weight = brotliCompressSync(await (await fetch(script)).text()).length
  assert.ok(weight <= 4000, `the script has ${weight} bytes`)
  const sent = await fetch(pages.story, { headers: { 'Accept-Encoding': 'br' } })
  console.log(
    `story page ${page} bytes (sent to its first reader ${(await sent.bytes()).length}), script ${weight} bytes, brotli`,
  )
})
