import { readFileSync } from 'node:fs'
import { customMedia } from '../config/ranges.ts'
import { type House } from '../config/house.ts'

/** The kinds of pages, and the layers that each needs: nobody carries the style of pages that he is not reading. */
const kinds = {
  story: ['tokens', 'base', 'page', 'parts', 'story', 'paper'],
  slides: ['tokens', 'base', 'page', 'parts', 'story', 'strip', 'paper'],
  live: ['tokens', 'base', 'page', 'parts', 'story', 'strip', 'live', 'paper'],
  front: ['tokens', 'base', 'page', 'parts', 'lists', 'fronts', 'paper'],
  desk: ['tokens', 'base', 'page', 'parts', 'lists', 'story', 'tools', 'paper'],
  lite: ['lite'],
} as const

export type Kind = keyof typeof kinds

/** What the style needs to know of a house. */
export type Look = Pick<House, 'colours' | 'name' | 'names'>

/**
 * The style of a kind of page as written, with the house's colours: the fourteen names first, then the layers in order.
 * `compileStyle` makes of it what a browser gets.
 */
export function writtenStyle(kind: Kind, house: Look): string {
  const layers = [
    ...kinds[kind],
    ...(kind !== 'lite' && [house.name, ...Object.values(house.names ?? {})].some(isLong) ? ['long'] : []),
  ]
  const files = layers.map((layer) => readFileSync(new URL(`css/${layer}.css`, import.meta.url), 'utf8'))
  const whole = [`@layer ${layers.join(', ')};`, customMedia(), ...files, signal(house.colours)].join('\n')
  return withoutUnused(whole)
}

/** Small style without the names of the ranges, for browsers of 2023 and later. Throws when the CSS is broken. */
export async function compileStyle(written: string): Promise<string> {
  const { transform } = await import('lightningcss')
  const { code } = transform({
    filename: 'site.css',
    code: Buffer.from(written),
    minify: true,
    drafts: { customMedia: true },
    targets: { chrome: 117 << 16, firefox: 121 << 16, safari: (16 << 16) | (4 << 8) },
  })
  return code.toString()
}

/** Without the tokens that no layer of this kind uses, nor those that only they used: a story carries no grid of a front. */
function withoutUnused(style: string): string {
  const used = new Set([...style.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
  const less = style.replace(/(--[\w-]+):[^;{}]*;/g, (whole, name: string) => (used.has(name) ? whole : ''))
  return less === style ? style : withoutUnused(less)
}

/** Whether a name is too long for a masthead's usual size. */
export function isLong(name: string): boolean {
  return [...name].length > 12
}

/** What is plainly a colour, as CSS writes it; anything else gives way to `otherwise`. */
export function colourOf(text: string | undefined, otherwise: string): string {
  return text && /^(#[0-9a-f]{3,8}|[a-z]+|(rgb|hsl|oklch|oklab|lab|lch)\([\d\s.,%/a-z-]+\))$/i.test(text)
    ? text
    : otherwise
}

/** The accent of the house in place of the magenta. */
function signal(colours: House['colours']): string {
  if (!colours?.day && !colours?.night) return ''
  return `@layer tokens { :root { --signal: light-dark(${colourOf(colours.day, '#a3145c')}, ${colourOf(colours.night, '#f590b8')}); } }`
}
