import { readFileSync } from 'node:fs'
import { ranges } from '../config/ranges.ts'
import { type Crop } from '../story/rendition.ts'

/** A kind of place where a picture stands on a page: in which shape, and between which widths it is offered there. */
export type Slot = 'figure' | 'strip' | 'copy' | 'lead' | 'item' | 'thumb'

export const slots: Readonly<Record<Slot, { crop?: Crop; least: number; most: number }>> = {
  figure: { least: 480, most: 1920 },
  strip: { least: 480, most: 1920 },
  copy: { least: 480, most: 1920 },
  lead: { crop: '3:2', least: 480, most: 1920 },
  item: { crop: '3:2', least: 480, most: 1280 },
  thumb: { crop: '3:2', least: 240, most: 640 },
}

/**
 * The `sizes` of a picture in a slot: how wide it stands in each of the five ranges. The lengths are written once, in
 * `css/tokens.css`, beside the columns they follow from; where ranges begin says `config/ranges.ts`.
 */
export function sizesFor(slot: Slot): string {
  return written[slot]
}

const written = readSizes(readFileSync(new URL('css/tokens.css', import.meta.url), 'utf8'))

function readSizes(tokens: string): Readonly<Record<Slot, string>> {
  const lines = [...tokens.matchAll(/\/\* pictures: (.+?) \*\//g)].map(([, line = '']) => line)
  if (lines.length !== ranges.length) throw new Error('css/tokens.css has not the widths of pictures in each range')
  const inRanges = lines.map((line) => new Map(line.split(';').map((part) => cut(part.trim()))))
  const of = (slot: Slot) => {
    const lengths = inRanges.map((range) => range.get(slot) ?? '')
    return ranges
      .map(({ from }, at) => ({ from, length: lengths[at]!, before: lengths[at - 1] }))
      .filter(({ length, before }) => length !== before)
      .map(({ from, length }) => (from ? `(min-width:${from}em) ${length}` : length))
      .toReversed()
      .join(',')
  }
  return {
    figure: of('figure'),
    strip: of('strip'),
    copy: of('copy'),
    lead: of('lead'),
    item: of('item'),
    thumb: of('thumb'),
  }
}

function cut(part: string): [string, string] {
  const at = part.indexOf(' ')
  return [part.slice(0, at), part.slice(at + 1)]
}
