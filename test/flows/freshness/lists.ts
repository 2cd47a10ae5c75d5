import { plainHouse } from '../../../src/config/house.ts'
import { personFeedPath, topicFeedPath, topicPath } from '../../../src/site/routes.ts'
import { room } from '../../../src/story/front.ts'
import { placeAddress } from '../../../src/story/address.ts'
import { topicOf } from '../../../src/topics/topics.ts'
import { type Filing, type Known } from './model.ts'

/** Everything that a story may be filed under. */
export const filings = {
  section: ['world', 'sport'],
  place: ['Kessary', 'Marn'],
  person: ['ana', 'ben'],
  topic: ['15000000', '20000161'],
} as const

/**
 * A list of the site. `members` are the stories that belong on it, of all that are public, newest first; `must` those of
 * them that its length leaves on it (all when left out).
 */
export type List = {
  path: string
  members: (open: readonly Known[]) => readonly Known[]
  must?: (members: readonly Known[]) => readonly Known[]
  /** The front whose lead stands first on it. */
  leads?: string
  /** What it answers with stories on it, and without (200 when left out). */
  full?: number
  empty?: number
  /** It names addresses and no headlines. */
  addresses?: true
  /** It says how many stories it has. */
  counts?: true
  /** It may name what is gone. */
  log?: true
  /** Notices of what was withdrawn take room on it. */
  notices?: true
}

/** Lists that every act is seen on. */
export function alwaysSeen(now: number): List[] {
  const { day, month } = datesOf(now)
  return [
    { path: '/', members: all, must: onFront, leads: '' },
    ...filings.section.map((section) => ({
      path: `/${section}`,
      members: filedIn('section', section),
      must: newest(22),
      leads: section,
    })),
    { path: '/rss', members: all, ...feed },
    { path: `/archive/${day}`, members: under(day), counts: true },
    { path: `/sitemap/${month.replace('/', '-')}.xml`, members: under(month), addresses: true, empty: 404 },
  ]
}

/** Lists of which each act is seen on some, by turns. */
export function seenByTurns(now: number): List[] {
  const { day, month, year } = datesOf(now)
  return [
    { path: '/atom', members: all, ...feed },
    { path: '/feed.json', members: all, ...feed },
    { path: '/news-sitemap.xml', members: all },
    ...filings.section.flatMap((section) => {
      const members = filedIn('section', section)
      return [
        ...feeds.map((name) => ({ path: `/${section}/${name}`, members, ...feed })),
        { path: `/lite/${section}`, members, must: newest(40) },
      ]
    }),
    ...filings.topic.flatMap((number) => {
      const topic = topicOf(`medtop:${number}`)!
      const members = filedIn('topic', number)
      return [
        { path: topicPath(topic, 'en', plainHouse), members, must: newest(50) },
        ...feeds.map((name) => ({ path: topicFeedPath(topic, 'en', plainHouse, name), members, ...feed })),
      ]
    }),
    ...filings.person.flatMap((slug) => {
      const members = filedIn('person', slug)
      return [
        { path: `/people/${slug}`, members, must: newest(100), empty: 404 },
        ...feeds.map((name) => ({ path: personFeedPath(slug, name), members, ...feed, empty: 404 })),
      ]
    }),
    ...filings.place.map((place) => ({
      path: placeAddress('', place.toLowerCase()),
      members: filedIn('place', place),
      must: newest(50),
      empty: 404,
    })),
    { path: '/lite', members: all, must: newest(40) },
    { path: `/archive/${month}`, members: under(month), must: newestOfEachDay, counts: true },
    { path: `/archive/${year}`, members: under(year), must: none, counts: true },
    { path: `/archive/on/${day.slice(5).replace('/', '-')}`, members: under(day), must: newest(5) },
    { path: '/nothing-was-ever-here', members: all, must: newest(8), full: 404, empty: 404 },
    { path: '/corrections', members: all, must: none, log: true },
  ]
}

/** What leads a front: what somebody placed there while it is public, else the newest. */
export function leadOf(members: readonly Known[], arranged: Known | undefined, open: readonly Known[]) {
  return arranged && open.includes(arranged) ? arranged : members[0]
}

/** The newest hundred lines of the public log; each names its story by its newest headline, a withdrawn one by nothing. */
export function inLog(stories: readonly Known[], open: readonly Known[]): Known[] {
  const lines = stories.flatMap((known) => {
    if (known.is === 'killed') return [{ known, at: known.news }]
    return open.includes(known) ? known.corrected.map((at) => ({ known, at })) : []
  })
  const newest = lines.toSorted((one, other) => other.at - one.at).slice(0, 100)
  return [...new Set(newest.flatMap(({ known }) => (known.is === 'killed' ? [] : [known])))]
}

const feeds = ['rss', 'atom', 'feed.json'] as const

function datesOf(now: number) {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '/')
  return { day, month: day.slice(0, 7), year: day.slice(0, 4) }
}

const all = (open: readonly Known[]) => open
const none = () => []
const newest = (limit: number) => (members: readonly Known[]) => members.slice(0, limit)
const feed = { must: newest(100), notices: true } as const
const under = (date: string) => (open: readonly Known[]) => open.filter(({ path }) => path.startsWith(`/${date}/`))
const filedIn = (what: keyof Filing, where: string) => (open: readonly Known[]) =>
  open.filter(({ filing }) => filing[what] === where)

/** The front fills itself from the 60 newest: what stands first came out last, and Latest has the eleven with the latest news. */
function onFront(members: readonly Known[]): Known[] {
  const fill = members.slice(0, 60)
  const latest = fill.toSorted((one, other) => other.news - one.news).slice(0, 11)
  return [...new Set([...fill.slice(0, room.seconds), ...latest])]
}

function newestOfEachDay(members: readonly Known[]): Known[] {
  const days = Map.groupBy(members, ({ path }) => path.slice(1, 11))
  return [...days.values()].flatMap((those) => those.slice(0, 5))
}
