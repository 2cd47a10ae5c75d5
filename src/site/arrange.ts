import { epoch } from '../story/moment.ts'
import { type Teaser } from '../store/views/teaser.ts'

/** A front as it is laid out: each story stands in one place of it, but Latest has them all. */
export type Front = {
  bulletin?: Teaser
  lead?: Teaser
  seconds: readonly Teaser[]
  latest: readonly Teaser[]
  rows: readonly Row[]
}

/** A section on the front. `list` is left out where there is too little for a column of its own. */
export type Row = { section: string; first: Teaser; others: readonly Teaser[]; list: readonly Teaser[] }

const hours = 3_600_000

/**
 * Lays a front out from the newest stories, until somebody arranges it by hand: the lead is the most urgent story of
 * the newest day that there is, one with a picture before one without; the next most urgent are the seconds.
 */
export function arrange(newest: readonly Teaser[], sections: ReadonlyMap<string, readonly Teaser[]>, now: number): Front {
  const top = newest[0] ? epoch(newest[0].firstPublished) : 0
  const ofTheDay = newest.filter((one) => top - epoch(one.firstPublished) < 24 * hours).sort(byWeight)
  const [lead, ...rest] = ofTheDay
  const bulletin = newest.find((one) => one.urgency <= 2 && one !== lead && now - epoch(one.firstPublished) < 2 * hours)
  const seconds = [...rest, ...newest.filter((one) => !ofTheDay.includes(one))].filter((one) => one !== bulletin).slice(0, 4)
  const used = new Set([lead?.id, ...seconds.map(({ id }) => id)])
  const rows = [...sections].flatMap(([section, all]) => rowOf(section, all, used) ?? [])
  return { seconds, latest: newest.slice(0, 11), rows, ...(lead ? { lead } : {}), ...(bulletin ? { bulletin } : {}) }
}

function byWeight(one: Teaser, other: Teaser): number {
  return (
    one.urgency - other.urgency ||
    Number(!one.picture) - Number(!other.picture) ||
    epoch(other.firstPublished) - epoch(one.firstPublished)
  )
}

/** One story with a picture if there is one, up to four (or a full line of three) beside it, the rest as a list. */
function rowOf(section: string, all: readonly Teaser[], used: Set<string | undefined>): Row | undefined {
  const free = all.filter(({ id }) => !used.has(id)).slice(0, 9)
  const first = free.slice(0, 5).find(({ picture }) => picture) ?? free[0]
  if (!first) return undefined
  const rest = free.filter((one) => one !== first)
  const withList = rest.length >= 7
  const others = rest.slice(0, withList ? 4 : rest.length > 3 && rest.length < 6 ? 3 : 6)
  const list = withList ? rest.slice(4) : []
  for (const { id } of [first, ...others, ...list]) used.add(id)
  return { section, first, others, list }
}
