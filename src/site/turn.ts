import { momentAt } from '../story/moment.ts'

const quarter = 900_000

/**
 * The next millisecond at which a page looks otherwise though nothing happened: the house's day ends, or its clocks are
 * changed. Every zone does both on a quarter of an hour.
 */
export function nextTurn(now: number, zone: string): number {
  const known = turns.get(zone)
  if (known && known.from <= now && now < known.to) return known.to
  const from = now - (now % quarter)
  const was = sightOf(from, zone)
  let to = from + quarter
  while (sightOf(to, zone) === was && to - from < 30 * 3_600_000) to += quarter
  turns.set(zone, { from, to })
  return to
}

const turns = new Map<string, { from: number; to: number }>()

/** The day, and the offset of the clock on the wall. */
function sightOf(at: number, zone: string): string {
  const { local } = momentAt(at, zone)
  return local.slice(0, 10) + local.slice(19)
}
