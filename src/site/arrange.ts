import { type Placed, placedIn, room } from '../story/front.ts'
import { type Moment, epoch } from '../story/moment.ts'
import { type ArrangedFront } from '../store/views/front.ts'
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

/** A section on the front. `first` has a picture, and is left out where none has; `list` is left out where there is too little for a column of its own. */
export type Row = { section: string; first?: Teaser; others: readonly Teaser[]; list: readonly Teaser[] }

const hours = 3_600_000

/**
 * Lays a front out from the newest stories. What somebody has arranged by hand stands first in its place; the rest fills
 * itself: the lead is the most urgent story of the newest day that there is, one with a picture before one without, and
 * the next most urgent are the seconds. No story stands in two places, but Latest has them all. Copy of an old archive is no
 * news: it fills nothing while there is any.
 */
export function arrange(
  all: readonly Teaser[],
  allOfSections: ReadonlyMap<string, readonly Teaser[]>,
  now: number,
  byHand?: ArrangedFront,
  { bulletins = true } = {},
): Front {
  const isOld = all.every(({ archived }) => archived)
  const newest = isOld ? all : all.filter(isNews)
  const sections = isOld
    ? allOfSections
    : new Map([...allOfSections].map(([name, those]) => [name, those.filter(isNews)]))
  const placed = placedNow(byHand, now)
  const used = new Set(placed.all.map(({ id }) => id))
  const free = (one: Teaser) => !used.has(one.id)
  const takeUp = (many: readonly Teaser[]) => {
    for (const { id } of many) used.add(id)
    return many
  }
  const top = newest[0] ? epoch(newest[0].firstPublished) : 0
  const out = instants(newest, ({ firstPublished }) => firstPublished)
  const ofTheDay = newest.filter((one) => top - out.get(one)! < 24 * hours)
  const byUrgency = ofTheDay.toSorted((one, other) => byWeight(one, other) || out.get(other)! - out.get(one)!)
  // A front is never without a lead: when all are placed beside it, the first of them moves up.
  const lead = placed.lead ?? byUrgency.find(free) ?? newest.find(free) ?? placed.all[0]
  if (lead) takeUp([lead])
  const below = (one: Teaser) => one !== lead
  const isBulletin = (one: Teaser) => one.urgency <= 2 && now - epoch(one.firstPublished) < 2 * hours
  const bulletin = bulletins ? newest.find((one) => free(one) && isBulletin(one)) : undefined
  if (bulletin) takeUp([bulletin])
  const next = [...byUrgency, ...newest.filter((one) => !byUrgency.includes(one))].filter(free)
  const filled = takeUp(next.slice(0, room.seconds - placed.seconds.length))
  // One more for where the column beside it is longer; a picture is left to the row below.
  const spare = takeUp(next.filter((one) => free(one) && !one.picture).slice(0, 1))
  const seconds = [...placed.seconds.filter(below), ...filled, ...spare]
  const related = (lead?.section ? (sections.get(lead.section) ?? []) : []).filter(free)
  const beside = [...placed.with.filter(below), ...takeUp(related.slice(0, room.with - placed.with.length))]
  const left = inOrder(sections, byHand?.arrangement.rows ?? []).map(([section, those]) => ({
    section,
    stories: takeUp(those.filter(free).slice(0, 12)),
  }))
  const rows = left.filter(({ stories }) => stories.length >= 4).map(({ section, stories }) => rowOf(section, stories))
  const columns = left.filter(({ stories }) => stories.length > 0 && stories.length < 4)
  return {
    with: beside,
    seconds,
    latest: newest.some(free) || rows.length + columns.length > 0 ? byNews(newest).slice(0, 11) : [],
    rows,
    columns,
    ...(lead ? { lead } : {}),
    ...(bulletin ? { bulletin } : {}),
  }
}

/**
 * The millisecond from which on the same stories are laid out otherwise: a bulletin is one for two hours, and some stories
 * keep their place until a moment.
 */
export function arrangedUntil(newest: readonly Teaser[], now: number, byHand?: ArrangedFront): number {
  const ends = newest.flatMap((one) => (one.urgency <= 2 ? epoch(one.firstPublished) + 2 * hours : []))
  const pins = byHand ? placedIn(byHand.arrangement).flatMap(({ until }) => (until ? epoch(until) : [])) : []
  return Math.min(Infinity, ...[...ends, ...pins].filter((end) => end > now))
}

/** A section the same way: its wire has all of it, so it is left out when everything stands above already. */
export function arrangeSection(
  stories: readonly Teaser[],
  now: number,
  byHand?: ArrangedFront,
): Pick<Front, 'lead' | 'seconds' | 'with' | 'latest'> {
  const { lead, seconds, with: placed } = arrange(stories, new Map(), now, byHand, { bulletins: false })
  const shown = new Set([lead, ...seconds, ...placed])
  const rest = stories.filter((one) => !shown.has(one))
  const beside = lead?.picture || placed.length ? placed : rest.slice(0, room.with)
  return { seconds, with: beside, latest: rest.length ? byNews(stories) : [], ...(lead ? { lead } : {}) }
}

/** What is placed by hand and there: not withdrawn, and its time not over. */
function placedNow(byHand: ArrangedFront | undefined, now: number) {
  const still = (placed: readonly Placed[]) =>
    placed.flatMap(({ story, until }) => {
      const found = until && epoch(until) <= now ? undefined : byHand?.stories.get(story)
      return found ? [found] : []
    })
  const { lead, with: beside = [], seconds = [] } = byHand?.arrangement ?? {}
  const [first] = still(lead ? [lead] : [])
  const found = { with: still(beside), seconds: still(seconds) }
  return {
    ...found,
    all: [...(first ? [first] : []), ...found.with, ...found.seconds],
    ...(first ? { lead: first } : {}),
  }
}

/** The sections named first in their order, then the others in that of the house. */
function inOrder(sections: ReadonlyMap<string, readonly Teaser[]>, order: readonly string[]) {
  const named = order.flatMap((section) => {
    const stories = sections.get(section)
    return stories ? [[section, stories] as const] : []
  })
  return [...named, ...[...sections].filter(([section]) => !order.includes(section))]
}

function isNews({ archived }: Teaser): boolean {
  return !archived
}

function byWeight(one: Teaser, other: Teaser): number {
  return one.urgency - other.urgency || Number(!one.picture) - Number(!other.picture)
}

/** When a story last had more news. */
export function lastNews({ firstPublished, updated }: Pick<Teaser, 'firstPublished' | 'updated'>): Moment {
  return updated ?? firstPublished
}

function byNews(stories: readonly Teaser[]): Teaser[] {
  const last = instants(stories, lastNews)
  return stories.toSorted((one, other) => last.get(other)! - last.get(one)!)
}

/** Read once for each story, and not for each comparison. */
function instants(stories: readonly Teaser[], when: (one: Teaser) => Moment): ReadonlyMap<Teaser, number> {
  return new Map(stories.map((one) => [one, epoch(when(one))]))
}

/**
 * One story with a picture, up to six beside it, the rest as a list. Where none has a picture all are alike, in full lines
 * of two or three.
 */
function rowOf(section: string, stories: readonly Teaser[]): Row {
  const first = stories.slice(0, 5).find(({ picture }) => picture)
  const rest = stories.filter((one) => one !== first)
  const least = first ? 7 : 9
  const withList = rest.length >= least
  // Two more than ranges with narrow columns show, where there is enough for the list as well.
  const beside = first && rest.length < 10 ? 4 : 6
  const others = rest.slice(0, withList ? beside : rest.length < 6 ? 3 : 6)
  return { section, others, list: withList ? rest.slice(beside) : [], ...(first ? { first } : {}) }
}
