import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { openPage } from './chromium.ts'
import { axeFindings, markupFindings } from './faults.ts'
import { widths } from './widths.ts'
import { sharedWorld, statusOf } from './world.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any kind of page, ${colorScheme}`, async () => {
    const { base, pages } = await sharedWorld()
    for (const width of widths) {
      await using page = await openPage({ colorScheme, viewport: { width, height: 900 } })
      for (const [name, path] of Object.entries(pages)) {
        const answer = await page.goto(base + path)
        assert.equal(answer?.status(), statusOf(name), name)
        const said = await axeFindings(page)
        assert.equal(said.join('\n'), '', `${name}, ${width} px`)
      }
    }
  })
}

test('html-validate finds nothing on any kind of page', async () => {
  const { fetch, pages } = await sharedWorld()
  for (const [name, path] of Object.entries(pages)) {
    const answer = await fetch(path)
    assert.equal(answer.status, statusOf(name), name)
    assert.deepEqual(await markupFindings(await answer.text()), [], name)
  }
})

test('no page shows anything that its style says nothing of, though other styles do', async () => {
  const { fetch, pages } = await sharedWorld()
  const folder = new URL('../../src/site/css/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.css') && name !== 'lite.css')
  const ruled = classesIn(files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n'))
  assert.ok(ruled.size > 60)
  for (const [name, path] of Object.entries(pages).filter(([name]) => !name.startsWith('lite'))) {
    const text = await (await fetch(path)).text()
    const own = classesIn(/<style>([^]*?)<\/style>/.exec(text)?.[1] ?? '')
    const shown = [...text.matchAll(/ class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '))
    assert.ok(shown.length > 3, name)
    assert.deepEqual([...new Set(shown.filter((one) => ruled.has(one) && !own.has(one)))], [], name)
  }
})

function classesIn(style: string): Set<string> {
  const bare = style.replaceAll(/\/\*[^]*?\*\/|"[^"]*"/g, '')
  return new Set([...bare.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name))
}

/** To its first reader a page goes squeezed in a millisecond, to everybody after him at brotli's best. */
const most = 10_000

test('a story of 600 words with all its furniture weighs at most 10 kB with its style, the script at most 4 kB', async () => {
  const { fetch, pages } = await sharedWorld()
  const text = await (await fetch(pages.story)).text()
  const [, copy = ''] = /<div class="copy">([\s\S]*?)<\/div>\n(?:<section|<footer)/.exec(text) ?? []
  const words = copy
    .replaceAll(/<[^>]*>/g, ' ')
    .trim()
    .split(/\s+/).length
  assert.ok(words >= 600, `its copy has ${words} words`)
  const sent = async (path: string) =>
    (await (await fetch(path, { headers: { 'Accept-Encoding': 'br' } })).bytes()).length
  const [first, page] = [await sent(pages.story), brotliCompressSync(text).length]
  assert.ok(page <= most, `the page is kept in ${page} bytes`)
  assert.ok(first <= most, `the page is sent to its first reader in ${first} bytes`)
  const script = await sent(/<script src="([^"]+)" defer>/.exec(text)?.[1] ?? '')
  assert.ok(script <= 4000, `the script is sent in ${script} bytes`)
  console.log(
    `story page of ${words} words: ${page} bytes, ${first} to its first reader; script ${script} bytes; brotli`,
  )
})
