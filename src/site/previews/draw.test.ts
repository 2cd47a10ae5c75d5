import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { type Drawable, type Preview } from './preview.ts'
import { type Previews, previews } from './previews.ts'

let folder = ''
let drawer: Previews
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'previews-'))
  drawer = previews({ folder }, { kept: 3, waiting: 20, seconds: 30, idle: 5 })
})
after(async () => {
  await drawer[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const latin: Preview = {
  name: 'Halyard',
  headline: 'Six villages told to leave',
  foot: '',
  language: 'en',
  direction: 'ltr',
  colour: '#a3145c',
}
const arabic: Preview = { ...latin, name: 'هاليارد', headline: 'أمر ست قرى بالإخلاء', language: 'ar', direction: 'rtl' }
const japanese: Preview = { ...latin, name: 'ハリヤード', headline: '六つの村に避難指示', language: 'ja' }

type Pixels = {
  width: number
  height: number
  dark(from: number, to: number, top?: number, bottom?: number): number
  at(x: number, y: number): number[]
}

/** How many pixels of a part are ink, and what colour one has. */
async function pixels(drawable: Drawable): Promise<Pixels> {
  const png = await drawer.open(drawable)
  assert.ok(png !== 'busy')
  const { data, info } = await sharp(png)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)]
  const isInk = (x: number, y: number) => at(x, y).every((part) => part < 100)
  return {
    width: info.width,
    height: info.height,
    at,
    dark(from, to, top = 150, bottom = 500) {
      let found = 0
      for (let y = top; y < bottom; y++) for (let x = from; x < to; x++) if (isInk(x, y)) found++
      return found
    },
  }
}

/** The ink of a headline alone, as rows and columns that have any. */
async function inkOf(preview: Preview): Promise<string> {
  const { dark } = await pixels(preview)
  return Array.from({ length: 300 }, (_, at) => dark(at * 4, at * 4 + 4)).join(' ')
}

test('a preview is 1200 by 630 and carries the date line in the colour of the house', async () => {
  const { width, height, at } = await pixels(latin)
  assert.deepEqual([width, height], [1200, 630])
  assert.deepEqual(at(10, 118), [0xa3, 0x14, 0x5c], 'it runs in under the name')
  assert.deepEqual(at(1190, 76), [0xa3, 0x14, 0x5c], 'and out above it at the other edge')
  assert.deepEqual(at(1190, 118), [255, 255, 255])
  assert.deepEqual((await pixels({ ...latin, colour: '#005f73' })).at(10, 118), [0x00, 0x5f, 0x73])
})

test('a language that runs from the right has the picture in mirror', async () => {
  const left = await pixels(latin)
  const right = await pixels(arabic)
  assert.deepEqual(right.at(1190, 118), [0xa3, 0x14, 0x5c])
  assert.deepEqual(right.at(10, 76), [0xa3, 0x14, 0x5c])
  assert.ok(left.dark(72, 200) > 0 && left.dark(0, 70) === 0)
  assert.ok(right.dark(1000, 1130) > 0 && right.dark(1130, 1200) === 0)
})

for (const [script, preview, other] of [
  ['Latin', latin, 'Xxx xxxxxxxx xxxx xx xxxxx'],
  ['Arabic', arabic, 'نزب زب بنرى ننقجلاء'],
  ['Japanese', japanese, '口口口口口口口口口'],
] as const)
  test(`${script} is drawn in its own letters and not in boxes`, async () => {
    const drawn = await inkOf(preview)
    assert.ok(drawn.split(' ').filter((ink) => ink !== '0').length > 60, 'there is ink where the headline stands')
    assert.notEqual(drawn, await inkOf({ ...preview, headline: other }), 'other words look otherwise')
    // A box for a sign that is missing is the same whatever the sign: two signs of one width would look alike.
    const one = await inkOf({ ...preview, headline: preview.headline.slice(0, 1) })
    const two = await inkOf({ ...preview, headline: preview.headline.slice(2, 3) })
    assert.notEqual(one, two)
  })

test('Arabic letters join: a word is not the row of its letters', async () => {
  const width = async (headline: string) =>
    (await inkOf({ ...arabic, headline })).split(' ').filter((ink) => ink !== '0').length
  const joined = await width('ببببب')
  const apart = await width([...'ببببب'].join('\u200c'))
  assert.ok(joined < apart * 0.75, `${joined} columns of ink joined, ${apart} apart`)
})

test('a headline of any length stays above the foot, and one in a script that we cannot set gives way to the name', async () => {
  const long = await pixels({ ...latin, headline: 'The minister said again and again '.repeat(40) })
  assert.ok(long.dark(72, 1128, 150, 500) > 1000)
  assert.equal(long.dark(0, 1200, 510, 630), 0)
  assert.equal(await inkOf({ ...latin, headline: 'เขื่อนร้าว' }), await inkOf({ ...latin, headline: latin.name }))
})

test('markup in a headline is words', async () => {
  const sample = { ...latin, headline: 'Tariffs <b>up</b> & down' }
  assert.ok((await pixels(sample)).dark(72, 1128) > 1000)
})

test('the mark of the house is a square with its first letter', async () => {
  const { width, height, dark, at } = await pixels({ mark: 'Halyard', language: 'en', colour: '#a3145c' })
  assert.deepEqual([width, height], [512, 512])
  assert.ok(dark(100, 400, 60, 360) > 5000)
  assert.deepEqual(at(10, 420), [0xa3, 0x14, 0x5c])
})

test('only as many pictures are kept as were agreed, and the same words are drawn once', async () => {
  const here = await mkdtemp(join(tmpdir(), 'previews-few-'))
  await using few = previews({ folder: here }, { kept: 0, waiting: 1, seconds: 30, idle: 5 })
  const [one, other] = await Promise.all([few.open(latin), few.open(latin)])
  assert.ok(one !== 'busy' || other !== 'busy')
  assert.equal(
    await Promise.all([few.open(arabic), few.open(japanese)]).then((all) => all.filter((one) => one === 'busy').length),
    1,
    'whoever comes when too many wait is told so',
  )
  await few[Symbol.asyncDispose]()
  assert.ok((await readdir(here)).filter((name) => name.endsWith('.png')).length <= 2)
  await rm(here, { recursive: true, force: true })
})
