import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ranges } from '../../src/config/ranges.ts'
import { start } from '../agency.ts'
import { openBrowser } from '../browser/open-browser.ts'
import { endTestServer } from '../database.ts'
import { giveTypefaces, setInTypefaces, typefacesAreSet } from '../browser/typefaces.ts'
import { verdicts } from '../browser/verdicts.ts'
import { type Shown, demonstration, hostileAgency, young } from './agencies.ts'
import { type Row, sheet } from './sheet.ts'

/**
 * `npm run shots [FOLDER] [-- --only WORD]`: every kind of page at the five ranges, by day and by night, from both sides, in
 * the demonstration's copy and in hostile copy. Writes pictures and an index.html; ends with 1 when a page stands wrong.
 */
const widths = [390, 820, 1040, 1280, 1680]
const tallest = 6000

const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) {
  console.log(`Usage: npm run shots [FOLDER] [-- --only WORD]

Takes every kind of page at ${widths.join(', ')} pixels, by day and by night, in the demonstration's copy and in hostile copy.
  FOLDER        where pictures and index.html go; ./shots when left out
  --only WORD   only pages whose name has it (demo, demo-ar, hostile, empty, one, few, or a kind such as story)
Exit codes: 0 all pages stand right · 1 some stand wrong, or there was none`)
  process.exit()
}
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
const folder = resolve(args.find((one, at) => !one.startsWith('--') && args[at - 1] !== '--only') ?? 'shots')

if (widths.some((width, at) => width < ranges[at]!.from * 16 || width >= ranges[at]!.to * 16))
  throw new Error('each width stands for its range')
await mkdir(folder, { recursive: true })
await using browser = await openBrowser()

const rows: Row[] = []
const started = performance.now()
{
  const isWanted = (name: string) => !only || name.includes(only)
  if (isWanted('demo') || !/^(hostile|empty|one|few)/.test(only ?? '')) {
    await using demo = await demonstration()
    await walk('demo', demo)
    await walk('demo-ar', demo.mirrored)
  }
  if (isWanted('hostile') || !/^(demo|empty|one|few)/.test(only ?? '')) {
    await using hostile = await hostileAgency()
    await walk('hostile', hostile)
  }
  for (const [name, stories] of [
    ['empty', 0],
    ['one', 1],
    ['few', 3],
  ] as const) {
    if (!isWanted(name) && /^(demo|hostile)/.test(only ?? '')) continue
    await using agency = await young(stories)
    await walk(name, agency)
  }
}
await endTestServer()
await writeFile(join(folder, 'index.html'), sheet(rows, widths))
const wrong = rows.filter(({ faults }) => faults.length)
const took = Math.round((performance.now() - started) / 1000)
console.log(
  `${rows.length} pages at ${widths.length} widths in ${took} s, ${wrong.length} stand wrong: ${join(folder, 'index.html')}`,
)
process.exitCode = wrong.length || !rows.length ? 1 : 0

async function walk(agency: string, { base, kinds }: Shown): Promise<void> {
  for (const [kind, path] of Object.entries(kinds)) {
    const name = `${agency}-${kind}`
    if (only && !name.includes(only)) continue
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: widths[0]!, height: 900 } })
    const page = await context.newPage()
    await giveTypefaces(page)
    await page.clock.setFixedTime(start)
    const answer = await page.goto(base + path)
    await setInTypefaces(page)
    const faults: string[] = []
    if ((answer?.status() ?? 500) >= 500) faults.push(`answers ${answer?.status()}`)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(
        `Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}) })).then(() => undefined)`,
      )
      await typefacesAreSet(page)
      faults.push(...(await verdicts(page)).map((one) => `${width}: ${one}`))
      const height = Math.min(tallest, await page.evaluate<number>('document.documentElement.scrollHeight'))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const file = `${name}-${width}-${colorScheme}.png`
        await page.screenshot({ path: join(folder, file), fullPage: true, clip: { x: 0, y: 0, width, height } })
      }
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await context.close()
    rows.push({ name, path, faults })
    console.log(`${faults.length ? '✖' : '✔'} ${name}${faults.map((one) => `\n    ${one}`).join('')}`)
  }
}
