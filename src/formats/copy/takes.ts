/**
 * The takes an input holds: wires send several in one transmission, parted by NNNN and ZCZC, by a form feed, or as records of an
 * envelope. What stands between two takes goes to the one before it, so that the takes together are the input.
 */
export function takesOf(raw: string): string[] {
  const starts = new Set<number>([0])
  for (const found of raw.matchAll(border)) starts.add(found.index + (found[1]?.length ?? 0))
  const cuts = [...starts].toSorted((a, b) => a - b)
  const takes = cuts.map((start, i) => raw.slice(start, cuts[i + 1] ?? raw.length))
  const whole = takes.filter((take) => /[\p{L}\p{N}]{2}/u.test(take) && take.trim().length > 40)
  return whole.length > 1 ? whole : [raw]
}

const border =
  /(\f\s*|^[ \t]*NNNN[ \t]*\r?\n\s*)(?=\S)|(?<=\n)(?=ZCZC\b)|(?<=<\/(?:REUTERS|DOC)>\s{0,8})(?=<(?:REUTERS|DOC)\b)/gm
