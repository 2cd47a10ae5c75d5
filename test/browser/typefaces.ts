import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type Page } from 'playwright-core'

/**
 * Gives a page of a context with `bypassCSP` the typefaces that come from npm, in place of the system's:
 * pictures of pages look alike on every machine. Call before the first visit.
 */
export async function giveTypefaces(page: Page): Promise<void> {
  await page.route('**/__typefaces/**', async (route) => {
    const [, name = '', file = ''] = /__typefaces\/([\w-]+)\/([\w[\]-]+[.]woff2)$/.exec(route.request().url()) ?? []
    const body = await readFile(new URL(`files/${file}`, folderOf(name)))
    await route.fulfill({ body, contentType: 'font/woff2' })
  })
}

/** Sets an open page in them, and waits until it is set. */
export async function setInTypefaces(page: Page): Promise<void> {
  const language = await page.evaluate<string>('document.documentElement.lang')
  await page.addStyleTag({ content: styleFor(language.split('-')[0] ?? '') })
  await typefacesAreSet(page)
}

/** Waits until every word of an open page is set in its face. */
export async function typefacesAreSet(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    for (let calm = 0; calm < 2; ) {
      await new Promise((next) => requestAnimationFrame(next))
      await document.fonts.ready
      calm = document.fonts.status === 'loaded' ? calm + 1 : 0
    }
  })()`)
}

const others = ['noto-naskh-arabic', 'noto-serif-hebrew', 'noto-sans-devanagari']
const han: Record<string, string> = { zh: 'noto-serif-sc', ko: 'noto-serif-kr', ja: 'noto-serif-jp' }
const made = new Map<string, string>()

/** One family holds every script, with the Han signs of the page's own tongue; Latin furniture stays the system's. */
function styleFor(language: string): string {
  const known = made.get(language)
  if (known) return known
  const own = [...others, ...(han[language] ? [han[language]] : Object.values(han))].map((name) =>
    facesOf(name, ['wght.css']).replaceAll(ranges, ownLetters),
  )
  const style = [
    ...own.map((faces) => faces.replaceAll('FAMILY', 'Noto Sans')),
    ...own.map((faces) => faces.replaceAll('FAMILY', 'Noto Serif')),
    facesOf('noto-serif', ['wght.css', 'wght-italic.css']).replaceAll('FAMILY', 'Noto Serif'),
    ':root { --serif: "Noto Serif", serif !important; --display: "Noto Serif", serif !important; --sans: "Noto Sans", system-ui, sans-serif !important; }',
  ].join('\n')
  made.set(language, style)
  return style
}

function facesOf(name: string, files: readonly string[]): string {
  return files
    .map((file) => readFileSync(new URL(file, folderOf(name)), 'utf8'))
    .join('\n')
    .replaceAll(/font-family: '[^']+'/g, "font-family: 'FAMILY'")
    .replaceAll(/font-weight: \d+ \d+/g, 'font-weight: 100 900') // faces of one family that differ in it are no one face
    .replaceAll('./files/', `/__typefaces/${name}/`)
    .replaceAll('font-display: swap', 'font-display: block')
}

const ranges = /unicode-range: ([^;]+);/g

/** Leaves out what every typeface has: Latin letters and common points. */
function ownLetters(_: string, all: string): string {
  const kept = all.split(',').filter((range) => {
    const from = Number.parseInt(range.trim().slice(2), 16)
    return from >= 0x590 && (from < 0x1e00 || from >= 0x2190)
  })
  return `unicode-range: ${kept.join(',') || 'U+10FFFF'};`
}

function folderOf(name: string): URL {
  return new URL('.', import.meta.resolve(`@fontsource-variable/${name}/package.json`))
}
