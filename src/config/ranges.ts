/**
 * The five ranges of width, in `em` so that text zoom counts. They tile every width without gap or overlap; each begins
 * where the one before ends. CSS and whatever else asks how wide a window is are made from these numbers and no others.
 */
export const ranges = [
  { name: 'narrow-browser-and-phone', from: 0, to: 40 },
  { name: 'medium-browser-and-portrait-tablet', from: 40, to: 60 },
  { name: 'landscape-tablet', from: 60, to: 72 },
  { name: 'medium-wide-browser', from: 72, to: 90 },
  { name: 'wide-browser-and-larger', from: 90, to: Infinity },
] as const

/** All fourteen names with the ranges (counted from 1) that each is made of: five alone, nine unions. */
export const names = {
  'narrow-browser-and-phone': [1],
  'medium-browser-and-portrait-tablet': [2],
  'landscape-tablet': [3],
  'medium-wide-browser': [4],
  'wide-browser-and-larger': [5],
  'portrait-tablet-and-below': [1, 2],
  'landscape-tablet-and-below': [1, 2, 3],
  'above-phone': [2, 3, 4, 5],
  'portrait-tablet-and-above': [2, 3, 4, 5],
  'medium-browser-and-landscape-tablet': [2, 3],
  'above-portrait-tablet': [3, 4, 5],
  'landscape-tablet-and-above': [3, 4, 5],
  'landscape-tablet-and-medium-wide-browser': [3, 4],
  'medium-wide-browser-and-larger': [4, 5],
} as const satisfies Readonly<Record<string, readonly number[]>>

export type RangeName = keyof typeof names

/** The media query that is true in exactly the ranges of a name. */
export function mediaQuery(name: RangeName): string {
  const own: readonly number[] = names[name]
  const from = ranges[own[0]! - 1]!.from
  const to = ranges[own.at(-1)! - 1]!.to
  if (from === 0) return `(width < ${to}em)`
  return to === Infinity ? `(${from}em <= width)` : `(${from}em <= width < ${to}em)`
}

/** The fourteen `@custom-media` rules that stand before the style sheet while it is compiled. */
export function customMedia(): string {
  return (Object.keys(names) as RangeName[]).map((name) => `@custom-media --${name} ${mediaQuery(name)};`).join('\n')
}
