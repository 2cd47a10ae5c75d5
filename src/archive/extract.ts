/**
 * A short piece of a text, with the words that were looked for between U+E000 and U+E001. What the database has marked
 * already only loses its outer spaces; otherwise the words are looked for as they are written.
 */
export function excerpt(text: string, wanted: readonly string[], length = 160): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  if (plain.includes('\ue000')) return plain
  const places = wanted.flatMap((word) => indexesOf(plain, word))
  const first = Math.min(...places.map(([from]) => from))
  const from = places.length && first > length / 2 ? first - Math.floor(length / 4) : 0
  const cut = plain.slice(from, length === Infinity ? undefined : from + length)
  const within = merged(places.map(([start, end]) => [start - from, end - from] as const)).filter(
    ([start, end]) => start >= 0 && end <= cut.length,
  )
  const whole = within.reduceRight(
    (out, [start, end]) => `${out.slice(0, start)}\ue000${out.slice(start, end)}\ue001${out.slice(end)}`,
    cut,
  )
  return `${from > 0 ? '… ' : ''}${whole}${from + cut.length < plain.length ? ' …' : ''}`
}

function indexesOf(text: string, word: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  const [lower, wanted] = [text.toLowerCase(), word.toLowerCase()]
  if (!wanted || lower.length !== text.length) return found
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length))
    found.push([at, at + wanted.length])
  return found
}

function merged(spans: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const out: [number, number][] = []
  for (const [start, end] of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = out.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else out.push([start, end])
  }
  return out
}
