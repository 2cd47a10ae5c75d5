import type { Span } from './spans.ts'

/** A stretch of the input that no reader sees. */
export type Hidden = { start: number; end: number }

/**
 * Scripts, styles and comments with what they hold, and tags that show or do something but are no text, in order. Without its close an
 * opening is hidden alone, so that nothing readable is lost.
 */
export function hiddenIn(raw: string): Hidden[] {
  if (!raw.includes('<')) return []
  const hidden: Hidden[] = []
  const unclosed = new Set<string>()
  tag.lastIndex = 0
  for (let found = tag.exec(raw); found; found = tag.exec(raw)) {
    const name = found[0] === '<!--' ? '!--' : found[1]?.toLowerCase()
    const end = name && !found[0].startsWith('</') ? closeOf(raw, name, tag.lastIndex, unclosed) : tag.lastIndex
    hidden.push({ start: found.index, end })
    tag.lastIndex = end
  }
  return hidden
}

/** What is left of a text without its hidden stretches. */
export function visible(text: string): string {
  return hiddenIn(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
}

/** Claims with the hidden stretches cut out of them and given to `dropped`. */
export function carved(claims: readonly Span[], hidden: readonly Hidden[]): readonly Span[] {
  if (!hidden.length) return claims
  const spans: Span[] = hidden.map((stretch) => ({ field: 'dropped', ...stretch }))
  for (const { field, start, end } of claims) {
    let at = start
    for (let i = firstAfter(hidden, start); i < hidden.length && hidden[i]!.start < end; i++) {
      if (hidden[i]!.start > at) spans.push({ field, start: at, end: hidden[i]!.start })
      at = hidden[i]!.end
    }
    if (at < end) spans.push({ field, start: at, end })
  }
  return spans
}

const tag =
  /<\/?(script|style)(?:\s[^<>]{0,2000})?\/?>|<\/?(?:img|iframe|object|embed|svg|video|input|button|meta|link)(?:\s[^<>]{0,2000})?\/?>|<!--/gi
const closes: Record<string, RegExp> = { '!--': /-->/g, script: /<\/script\s{0,9}>/gi, style: /<\/style\s{0,9}>/gi }

function closeOf(raw: string, name: string, from: number, unclosed: Set<string>): number {
  const close = closes[name]!
  if (unclosed.has(name)) return from
  close.lastIndex = from
  if (close.test(raw)) return close.lastIndex
  unclosed.add(name)
  return from
}

/** The first hidden stretch that ends behind a place. */
function firstAfter(hidden: readonly Hidden[], at: number): number {
  let low = 0
  let high = hidden.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (hidden[middle]!.end > at) high = middle
    else low = middle + 1
  }
  return low
}
