import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import sharp from 'sharp'
import { type Direction, type Language } from '../../story/text.ts'
import { shortened } from '../shortened.ts'
import { type Setting, settingOf } from './fonts.ts'
import { type Preview, previewSize } from './preview.ts'

/** Unpacks a WOFF2 into the font it holds; the package brings no types. */
const decompress = createRequire(import.meta.url)('wawoff2/decompress.js') as (
  packed: Uint8Array,
) => Promise<Uint8Array>

const { width, height } = previewSize
const [ink, quiet, paper] = ['#14171a', '#596168', '#ffffff']
const edge = 72
const measure = width - 2 * edge

/**
 * Draws a preview as PNG: the name of the house over its date line, the place, the headline as large as it fits, and what
 * stands at the foot; mirrored for languages that run from the right. Typefaces are unpacked into a folder.
 */
export async function draw(preview: Preview, folder: string): Promise<Buffer> {
  const { name, place, headline, foot, language, direction, colour } = preview
  const set = (text: string, how: How) => typeset(text, language, folder, how)
  const [head, where, below] = await Promise.all([
    set(oneLine(name, language), { size: 40, bold: true, colour: ink }),
    place
      ? set(oneLine(place, language).toLocaleUpperCase(language), { size: 26, colour: ink, spaced: true })
      : undefined,
    set(oneLine(foot, language), { size: 26, colour: quiet }),
  ])
  const top = where ? 222 : 178
  const room = height - top - 140
  // What is written in a script for which we have no typeface is left out: then the name of the house stands large.
  const main = (await largest(headline, language, room, set)) ?? (await largest(name, language, room, set))
  const pieces = [
    ...(head ? [{ ...head, y: 92 - head.height }] : []),
    ...(where ? [{ ...where, y: 194 - where.height }] : []),
    ...(main ? [{ ...main, y: top + Math.max(0, Math.min(24, (room - main.height) / 3)) }] : []),
    ...(below ? [{ ...below, y: height - 56 - below.height }] : []),
  ]
  return sharp({ create: { width, height, channels: 3, background: paper } })
    .composite([
      { input: dateLine(direction, colour, head?.width ?? 0), left: 0, top: 0 },
      ...pieces.map(({ png, width: wide, y }) => ({
        input: png,
        left: direction === 'rtl' ? width - edge - wide : edge,
        top: Math.round(y),
      })),
    ])
    .png({ palette: true, colours: 64, effort: 7 })
    .toBuffer()
}

/** The mark of the house: a stroke that runs in under its name, steps up, and runs out at the other edge. */
function dateLine(direction: Direction, colour: string, name: number): Buffer {
  const step = edge + name + 28
  const mirror = direction === 'rtl' ? ` transform="translate(${width} 0) scale(-1 1)"` : ''
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path${mirror} d="M0 118H${step}V76H${width}" fill="none" stroke="${colour}" stroke-width="5"/></svg>`,
  )
}

/** The sign of the house for machines that want a square: the first letter of its mark over the date line. */
export async function drawMark(mark: string, language: Language, colour: string, folder: string): Promise<Buffer> {
  const side = 512
  const [{ segment: letter } = { segment: mark }] = new Intl.Segmenter(language).segment(mark)
  const letters = await typeset(letter, language, folder, { size: 300, bold: true, colour: ink })
  const line = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><path d="M0 420H352V380H${side}" fill="none" stroke="${colour}" stroke-width="16"/></svg>`
  const left = (wide: number) => Math.round((side - wide) / 2)
  return sharp({ create: { width: side, height: side, channels: 3, background: paper } })
    .composite([
      { input: Buffer.from(line), left: 0, top: 0 },
      ...(letters ? [{ input: letters.png, left: left(letters.width), top: Math.max(0, 350 - letters.height) }] : []),
    ])
    .png({ palette: true, colours: 64, effort: 7 })
    .toBuffer()
}

type How = { size: number; colour: string; bold?: boolean; spaced?: boolean }
type Set = (text: string, how: How) => Promise<Typeset | undefined>
type Typeset = { png: Buffer; width: number; height: number }

/** The headline in the largest size in which it has room; what is too long even for the smallest ends in dots. */
async function largest(headline: string, language: Language, room: number, set: Set): Promise<Typeset | undefined> {
  for (const size of [84, 76, 68, 60, 54, 48, 42]) {
    const typeset = await set(shortened(headline, 1000, language), { size, bold: true, colour: ink })
    if (!typeset || typeset.height <= room) return typeset
  }
  for (let most = 260; most > 8; most = Math.floor(most * 0.9)) {
    const typeset = await set(shortened(headline, most, language), { size: 42, bold: true, colour: ink })
    if (!typeset || typeset.height <= room) return typeset
  }
  return undefined
}

/** Words as a picture of their own; nothing when no typeface has them. Lines break, and turn, as their script wants. */
async function typeset(
  text: string,
  language: Language,
  folder: string,
  { size, colour, bold, spaced }: How,
): Promise<Typeset | undefined> {
  const setting = settingOf(text, language)
  if (!setting.text) return undefined
  await atHand(setting, folder)
  const tall = /[\u0590-\u0dff]/.test(setting.text)
  const style = `foreground="${colour}" line_height="${tall ? 1 : 0.88}"${spaced ? ' letter_spacing="1500"' : ''}`
  const { data, info } = await sharp({
    text: {
      text: `<span ${style} lang="${language.replaceAll(/[^\w-]/g, '')}">${escaped(setting.text)}</span>`,
      font: `${setting.families.join(', ')} ${bold ? 'Bold' : ''} ${size}`,
      width: measure,
      wrap: 'word-char',
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { png: data, width: info.width, height: info.height }
}

/** As much of a line of furniture as surely fits. */
function oneLine(text: string, language: Language): string {
  return shortened(text, 40, language)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const loaded = new Map<string, Promise<void>>()

/** Unpacks the pieces once (FreeType as it comes with sharp reads no WOFF2) and makes them known to this process. */
async function atHand({ pieces }: Setting, folder: string): Promise<void> {
  for (const { file } of pieces) {
    const loading = loaded.get(file) ?? load(file, folder)
    loaded.set(file, loading)
    await loading
  }
}

async function load(file: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const packed = await readFile(file)
  const target = join(folder, `${createHash('sha256').update(packed).digest('hex').slice(0, 24)}.ttf`)
  if (!existsSync(target)) {
    const own = `${target}.${process.pid}`
    await writeFile(own, await decompress(packed))
    await rename(own, target)
  }
  // A file of a typeface is made known by setting something with it.
  await sharp({ text: { text: 'a', font: 'none 4', fontfile: target } })
    .png()
    .toBuffer()
    .catch(() => {})
}
