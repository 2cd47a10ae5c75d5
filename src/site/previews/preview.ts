import { type Direction, type Language } from '../../story/text.ts'

/** The size of every drawn picture: what Open Graph asks for. */
export const previewSize = { width: 1200, height: 630 } as const

/**
 * What a drawn picture says: who speaks, where, what, and when. It is a value: the same words make the same picture. `colour`
 * is the house's accent, `#rrggbb`.
 */
export type Preview = {
  name: string
  place?: string
  headline: string
  foot: string
  language: Language
  direction: Direction
  colour: string
}

/** The sign of the house alone, as a square. */
export type Mark = { mark: string; language: Language; colour: string }

export type Drawable = Preview | Mark
