/** One figure beside its limit. `limit` is the most it may be, `least` the least; without either it is printed for comparison. */
export type Figure = { figure: string; value: number; unit: string; limit?: number; least?: number; beside?: string }

/** What a question answers: figures, or lines that are printed as they are. */
export type Answer = readonly (Figure | string)[]

/** Whether a figure keeps its limit; nothing when it has none. */
export function verdict({ value, limit, least }: Figure): 'ok' | 'over' | 'under' | undefined {
  if (Number.isNaN(value) || (limit === undefined && least === undefined)) return undefined
  if (limit !== undefined && value > limit) return 'over'
  return least !== undefined && value < least ? 'under' : 'ok'
}

/** A figure as a line: what, value, limit, verdict, what it stands beside. */
export function lineOf(one: Figure | string): string {
  if (typeof one === 'string') return one
  const { figure, value, unit, limit, least, beside } = one
  const bound = limit !== undefined ? `≤ ${limit}` : least !== undefined ? `≥ ${least}` : ''
  const said = `${shorten(value)}${unit === '×' || unit === '' ? '' : ' '}${unit}`
  return [figure.padEnd(62), said.padStart(13), bound.padStart(9), (verdict(one) ?? '').padEnd(5), beside ?? '']
    .join('  ')
    .trimEnd()
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

/** The number below which a part (0 to 1) of the others lies. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

function shorten(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}
