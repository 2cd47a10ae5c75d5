import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { openPage } from './chromium.ts'
import { sharedWorld } from './world.ts'

type Finding = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any kind of page, ${colorScheme}`, async () => {
    const { base, pages } = await sharedWorld()
    for (const width of [390, 1280]) {
      await using page = await openPage({ colorScheme, viewport: { width, height: 900 } })
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(base + path)
        await page.evaluate(axe.source)
        const found = await page.evaluate(async () => {
          const { axe: own } = globalThis as unknown as {
            axe: { run(options: object): Promise<{ violations: Finding[] }> }
          }
          return (await own.run({ rules: { 'target-size': { enabled: true } } })).violations
        })
        const said = found.map(
          ({ id, help, nodes }) =>
            `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
        )
        assert.equal(said.join('\n'), '', `${name}, ${width} px`)
      }
    }
  })
}

test('html-validate finds nothing on any kind of page', async () => {
  const { fetch, pages } = await sharedWorld()
  const validate = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      'doctype-style': 'off', // either case is right
      'no-trailing-whitespace': 'off', // costs a byte, harms nobody
      'long-title': 'off', // headlines are as long as the news
      'require-sri': 'off', // script and pictures come from the house itself
      'tel-non-breaking': 'off',
      'no-inline-style': 'error',
      'wcag/h37': 'error',
      'prefer-native-element': 'off', // a scrolling strip and a live count have no element of their own
    },
  })
  for (const [name, path] of Object.entries(pages)) {
    const report = await validate.validateString(await (await fetch(path)).text())
    const said = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, selector }) => `${ruleId}: ${message} (line ${line}, ${selector})`),
    )
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
  console.log(`story page ${page} bytes (sent ${(await sent.bytes()).length}), script ${weight} bytes, brotli`)
})
