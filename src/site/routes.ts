import { type House } from '../config/house.ts'
import { personAddress, sectionAddress, slugOf } from '../story/address.ts'
import { type Topic, labelOf, topicOf } from '../topics/topics.ts'

/**
 * Every address of the reader door. An edition is the house in one of its other languages: its front, sections, feeds and
 * pages stand under `/ar` (`editionRoot`), while a story has one address whatever its language. Stories, people, days and
 * pictures have theirs from `story/address.ts`, which the wire and feeds use too.
 */
export const routes = {
  front: '/',
  story: '/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}/:slug',
  archive: '/archive',
  archiveYear: '/archive/:year{[0-9]{4}}',
  archiveMonth: '/archive/:year{[0-9]{4}}/:month{[0-9]{2}}',
  archiveDay: '/archive/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}',
  thisDay: '/archive/on/:day{[0-9]{2}-[0-9]{2}}',
  search: '/search',
  live: '/live/:story',
  corrections: '/corrections',
  standards: '/standards',
  person: '/people/:slug',
  about: '/about',
  lite: '/lite',
  liteOf: '/lite/*',
  place: '/places/:slug',
  icon: '/icon.svg',
  iconToo: '/favicon.ico',
  personFeed: '/people/:slug/:feed',
  preview: '/previews/:file{[A-Za-z0-9_-]+[.]png}',
  picture: '/pictures/:file{[0-9a-f]{64}[.][a-z]+}',
  rendition: '/pictures/:hash{[0-9a-f]{64}}/:file',
  newsSitemap: '/news-sitemap.xml',
  sitemap: '/sitemap.xml',
  sitemapPart: '/sitemap/:month{[0-9]{4}-[0-9]{2}(-[0-9]+)?[.]xml}',
  robots: '/robots.txt',
  openSearch: '/opensearch.xml',
  trust: '/.well-known/trust.txt',
  trustToo: '/trust.txt',
  security: '/.well-known/security.txt',
  health: '/health',
  script: '/assets/:file{[0-9a-f]{16}[.]js}',
} as const

export const feedNames = ['rss', 'atom', 'feed.json'] as const
export type FeedName = (typeof feedNames)[number]

/** What stands under a name that the house itself chose, or under a topic: a front, a section, or a feed of one of them. */
export type Chosen = { edition: string; section?: string; topic?: Topic; feed?: FeedName }

/** The edition under whose address a path stands; nothing for those of the main language, and for what is no edition. */
export function editionAt(path: string, house: House): string | undefined {
  const first = decode(path.split('/', 2)[1] ?? '')
  return house.languages.slice(1).find((edition) => edition === first)
}

/** The edition in which pages of a language belong: its own, or the main one. */
export function editionOf(house: House, language: string): string {
  const exact = house.languages.find((one) => one === language)
  return exact ?? house.languages.find((one) => tongue(one) === tongue(language)) ?? mainLanguage(house)
}

/** What stands before an address in the edition where pages of a language belong: `/ar`, and nothing in the main one. */
export function editionRoot(house: House, language: string): string {
  const edition = editionOf(house, language)
  return edition === mainLanguage(house) ? '' : `/${edition}`
}

/**
 * Reads `/ar/land-sea/rss` and `/ar/topics/20000161-…`; nothing when the house has no such edition or section, or nobody
 * knows the topic. The words behind the number of a topic are not looked at.
 */
export function readChosen(path: string, house: House): Chosen | undefined {
  const parts = path.split('/').filter(Boolean).map(decode)
  const other = editionAt(path, house)
  const edition = other ?? mainLanguage(house)
  if (other) parts.shift()
  const section = parts[0] && house.sections.some(({ slug }) => slug === parts[0]) ? parts.shift() : undefined
  const topic = !section && parts[0] === 'topics' ? topicOf(`medtop:${parts[1]?.slice(0, 8)}`) : undefined
  if (topic && /^\d{8}(-|$)/.test(parts[1] ?? '')) parts.splice(0, 2)
  const feed = feedNames.find((name) => name === parts[0])
  if (feed) parts.shift()
  if (parts.length > 0 || (path.length > 1 && path.endsWith('/'))) return undefined
  return {
    edition,
    ...(section ? { section } : {}),
    ...(topic ? { topic } : {}),
    ...(feed ? { feed } : {}),
  }
}

/** The path of a front, a section or a feed. */
export function chosenPath({ edition, section, feed }: Chosen, house: House): string {
  const front = editionRoot(house, edition)
  const page = section ? sectionAddress(front, section) : front
  return feed ? `${page}/${feed}` : page || routes.front
}

/** A page that each edition has once. */
export function housePath(
  page: 'search' | 'archive' | 'corrections' | 'standards' | 'about',
  edition: string,
  house: House,
): string {
  return editionRoot(house, edition) + routes[page]
}

/** The drawn picture of a version of a story. */
export function previewPath(story: string, version: number): string {
  return `/previews/${story}-${version}.png`
}

/** The sign of the house. */
export const markPath = '/previews/mark.png'

/** The drawn picture of an edition, for its fronts and every page that has no other. */
export function housePreviewPath(edition: string): string {
  return `/previews/house-${edition}.png`
}

/** The page of a topic in an edition: its number, which decides, and its name in the edition's tongue for those who read it. */
export function topicPath(topic: Topic, edition: string, house: House): string {
  return `${editionRoot(house, edition)}/topics/${topic.number}-${slugOf(labelOf(topic, edition).text)}`
}

/** A feed of a topic: without its name, since a feed's address is for ever and names change. */
export function topicFeedPath(topic: Topic, edition: string, house: House, feed: FeedName): string {
  return `${editionRoot(house, edition)}/topics/${topic.number}/${feed}`
}

export function personFeedPath(slug: string, feed: FeedName): string {
  return `${personAddress('', slug)}/${feed}`
}

/** A page without pictures: of a story, a front or a section. */
export function litePath(path: string): string {
  return path === routes.front ? routes.lite : routes.lite + path
}

/** A day of the calendar, `02-29`, in every year; like the two below without what an edition has before it. */
export function thisDayPath(monthDay: string): string {
  return `${routes.archive}/on/${monthDay}`
}

export function searchPath(ask: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(Object.entries(ask).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size ? `${routes.search}?${query.toString()}` : routes.search
}

export function correctionsPath(month?: string): string {
  return month ? `${routes.corrections}?month=${month}` : routes.corrections
}

export function sitemapPartPath(month: string, part = 1): string {
  return part === 1 ? `/sitemap/${month}.xml` : `/sitemap/${month}-${part}.xml`
}

/** Where the news of a running story comes from, for a page that shows a version of it. */
export function livePath(story: string, since: number): string {
  return `/live/${encodeURIComponent(story)}?since=${since}`
}

export function scriptPath(hash: string): string {
  return `/assets/${hash}.js`
}

export function mainLanguage(house: House): string {
  return house.languages[0] ?? 'en'
}

function tongue(language: string): string {
  return language.split('-')[0] ?? language
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
