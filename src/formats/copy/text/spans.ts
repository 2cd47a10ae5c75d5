/** A stretch of the input and the field it went to; `dropped` is a field too. Together they cover the input without gap or overlap. */
export type Span = { field: string; start: number; end: number }

/**
 * Makes spans tile the input. White space and markup between two spans go to the one before them, at the very beginning to the
 * first; an input of nothing else is one `dropped` span. Something readable that nobody claimed becomes `dropped` of its own.
 */
export function tile(raw: string, claimed: readonly Span[], readable: (from: number, to: number) => boolean): Span[] {
  const spans: Span[] = []
  let at = 0
  const fill = (to: number) => {
    if (at >= to) return
    if (readable(at, to)) spans.push({ field: 'dropped', start: at, end: to })
    else if (spans.length) spans.at(-1)!.end = to
    else return
    at = to
  }
  for (const { field, start, end } of claimed.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (end <= at) continue
    fill(Math.max(start, at))
    const last = spans.at(-1)
    if (last?.field === field && field !== 'dropped') last.end = end
    else spans.push({ field, start: at, end })
    at = end
  }
  fill(raw.length)
  if (at < raw.length) spans.push({ field: 'dropped', start: at, end: raw.length })
  return spans
}
