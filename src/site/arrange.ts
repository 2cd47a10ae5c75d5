import { type Moment, epoch } from '../story/moment.ts'
import { type Teaser } from '../store/views/teaser.ts'

/** A front as it is laid out: each story stands in one place of it, but Latest has them all. */
export type Front = {
  bulletin?: Teaser
  lead?: Teaser
  /** More of the lead's section, under it. */
  with: readonly Teaser[]
  seconds: readonly Teaser[]
  latest: readonly Teaser[]
  rows: readonly Row[]
  /** Sections with too little for a row: they stand side by side, each a column. */
  columns: readonly { section: string; stories: readonly Teaser[] }[]
}

/** A section on the front. `list` is left out where there is too little for a column of its own. */
export type Row = { section: string; first: Teaser; others: readonly Teaser[]; list: readonly Teaser[] }

const hours = 3_600_000

/**
 * Lays a front out from the newest stories, until somebody arranges it by hand: the lead is the most urgent story of
 * the newest day that there is, one with a picture before one without; the next most urgent are the seconds.
 */
export function arrange(
  newest: readonly Teaser[],
  sections: ReadonlyMap<string, readonly Teaser[]>,
  now: number,
): Front {
  const top = newest[0] ? epoch(newest[0].firstPublished) : 0
  const ofTheDay = newest.filter((one) => top - epoch(one.firstPublished) < 24 * hours).toSorted(byWeight)
  const [lead, ...rest] = ofTheDay
  const bulletin = newest.find((one) => one.urgency <= 2 && one !== lead && now - epoch(one.firstPublished) < 2 * hours)
  const seconds = [...rest, ...newest.filter((one) => !ofTheDay.includes(one))]
    .filter((one) => one !== bulletin)
    .slice(0, 4)
  const used = new Set([lead?.id, ...seconds.map(({ id }) => id)])
  const beside = (lead?.section ? (sections.get(lead.section) ?? []) : []).filter(({ id }) => !used.has(id)).slice(0, 4)
  for (const { id } of beside) used.add(id)
  const free = [...sections].map(([section, all]) => ({ section, stories: take(all, used) }))
  const rows = free.filter(({ stories }) => stories.length >= 4).map(({ section, stories }) => rowOf(section, stories))
  const columns = free.filter(({ stories }) => stories.length > 0 && stories.length < 4)
  return {
    with: beside,
    seconds,
    latest: newest.toSorted(byNews).slice(0, 11),
    rows,
    columns,
    ...(lead ? { lead } : {}),
    ...(bulletin ? { bulletin } : {}),
  }
}

/** A section the same way: its wire has all of it, so it is left out when everything stands above already. */
export function arrangeSection(stories: readonly Teaser[]): Pick<Front, 'lead' | 'seconds' | 'with' | 'latest'> {
  const { lead, seconds } = arrange(stories, new Map(), 0)
  const rest = stories.filter((one) => one !== lead && !seconds.includes(one))
  const beside = lead?.picture ? [] : rest.slice(0, 4)
  return { seconds, with: beside, latest: rest.length ? stories.toSorted(byNews) : [], ...(lead ? { lead } : {}) }
}

function byWeight(one: Teaser, other: Teaser): number {
  return (
    one.urgency - other.urgency ||
    Number(!one.picture) - Number(!other.picture) ||
    epoch(other.firstPublished) - epoch(one.firstPublished)
  )
}

/** When a story last had more news. */
export function lastNews({ firstPublished, updated }: Pick<Teaser, 'firstPublished' | 'updated'>): Moment {
  return updated ?? firstPublished
}

function byNews(one: Teaser, other: Teaser): number {
  return epoch(lastNews(other)) - epoch(lastNews(one))
}

/** The first nine of a section that stand nowhere yet; from now on they do. */
function take(all: readonly Teaser[], used: Set<string | undefined>): Teaser[] {
  const free = all.filter(({ id }) => !used.has(id)).slice(0, 9)
  for (const { id } of free) used.add(id)
  return free
}

/** One story with a picture if there is one, up to four (or full lines of three) beside it, the rest as a list. */
function rowOf(section: string, stories: readonly Teaser[]): Row {
  const first = stories.slice(0, 5).find(({ picture }) => picture) ?? stories[0]!
  const rest = stories.filter((one) => one !== first)
  const withList = rest.length >= 7
  const others = rest.slice(0, withList ? 4 : rest.length < 6 ? 3 : 6)
  return { section, first, others, list: withList ? rest.slice(4) : [] }
}
