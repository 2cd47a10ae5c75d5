import { type House } from '../config/house.ts'
import { sectionAddress } from '../story/address.ts'

/**
 * Every address of the reader door. An edition is the house in one of its other languages: its front, sections and
 * feeds stand under `/ar`, while a story has one address whatever its language. Stories, people, days and pictures have
 * theirs from `story/address.ts`, which the wire and feeds use too.
 */
export const routes = {
  front: '/',
  story: '/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}/:slug',
  archive: '/archive',
  archiveYear: '/archive/:year{[0-9]{4}}',
  archiveMonth: '/archive/:year{[0-9]{4}}/:month{[0-9]{2}}',
  archiveDay: '/archive/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}',
  search: '/search',
  corrections: '/corrections',
  standards: '/standards',
  person: '/people/:slug',
  picture: '/pictures/:file{[0-9a-f]{64}[.]jpg}',
  newsSitemap: '/news-sitemap.xml',
  sitemap: '/sitemap.xml',
  sitemapPart: '/sitemap/:month{[0-9]{4}-[0-9]{2}[.]xml}',
  robots: '/robots.txt',
  health: '/health',
  script: '/assets/:file{[0-9a-f]{16}[.]js}',
} as const

export const feedNames = ['rss', 'atom', 'feed.json'] as const
export type FeedName = (typeof feedNames)[number]

/** What stands under a name that the house itself chose: a front, a section, or a feed of one of them. */
export type Chosen = { edition: string; section?: string; feed?: FeedName }

/** Reads `/ar/land-sea/rss`; nothing when the house has no such edition or section. */
export function readChosen(path: string, house: House): Chosen | undefined {
  const parts = path.split('/').filter(Boolean).map(decode)
  const edition = parts[0] && house.languages.slice(1).includes(parts[0]) ? parts.shift()! : mainLanguage(house)
  const section = parts[0] && house.sections.some(({ slug }) => slug === parts[0]) ? parts.shift() : undefined
  const feed = feedNames.find((name) => name === parts[0])
  if (feed) parts.shift()
  if (parts.length > 0 || (path.length > 1 && path.endsWith('/'))) return undefined
  return { edition, ...(section ? { section } : {}), ...(feed ? { feed } : {}) }
}

/** The path of a front, a section or a feed. */
export function chosenPath({ edition, section, feed }: Chosen, house: House): string {
  const front = edition === mainLanguage(house) ? '' : `/${edition}`
  const page = section ? sectionAddress(front, section) : front
  return feed ? `${page}/${feed}` : page || routes.front
}

export function searchPath(ask: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(Object.entries(ask).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size ? `${routes.search}?${query.toString()}` : routes.search
}

export function correctionsPath(month?: string): string {
  return month ? `${routes.corrections}?month=${month}` : routes.corrections
}

export function sitemapPartPath(month: string): string {
  return `/sitemap/${month}.xml`
}

export function scriptPath(hash: string): string {
  return `/assets/${hash}.js`
}

export function mainLanguage(house: House): string {
  return house.languages[0] ?? 'en'
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
