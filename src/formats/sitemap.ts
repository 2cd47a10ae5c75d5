import { uriOf } from '../story/address.ts'
import { epoch, isoOf, type Moment } from '../story/moment.ts'
import { type Language } from '../story/text.ts'
import { type Publisher } from './format.ts'
import { type Markup, element, xmlDocument } from './markup.ts'
import { oneLine } from './text.ts'

/**
 * What a sitemap needs to know of a story that is out: the path of its page and, as an instant, when that last changed.
 */
export type Mapped = { path: string; firstPublished: Moment; changed: string; headline: string; language: Language }

/** The most pages in one sitemap (sitemaps.org), and the most stories in one News sitemap (Google). */
export const sitemapLimit = 50_000
export const newsLimit = 1000

/** How far back a News sitemap reaches: two days. */
export const newsHours = 48

/** One part of the archive's sitemap. Throws `RangeError` above `sitemapLimit`: the caller cuts the archive into parts. */
export function sitemap(stories: readonly Mapped[], about: Publisher): Uint8Array {
  if (stories.length > sitemapLimit)
    throw new RangeError(`${stories.length} pages in one sitemap, at most ${sitemapLimit}`)
  const urls = stories.map((story) =>
    element('url', {}, element('loc', {}, uriOf(about.base + story.path)), element('lastmod', {}, story.changed)),
  )
  return xmlDocument(element('urlset', { xmlns: sitemaps }, ...urls))
}

/** The list of sitemaps; `changed` is the newest change inside a part (an instant). Throws `RangeError` without one: no schema allows that. */
export function sitemapIndex(parts: readonly { address: string; changed?: string }[]): Uint8Array {
  if (!parts.length) throw new RangeError('a list of sitemaps names at least one')
  const listed = parts.map(({ address, changed }) =>
    element('sitemap', {}, element('loc', {}, uriOf(address)), changed && element('lastmod', {}, changed)),
  )
  return xmlDocument(element('sitemapindex', { xmlns: sitemaps }, ...listed))
}

/**
 * The News sitemap at an instant (milliseconds): stories first published in the last 48 hours, newest first, at most
 * 1,000. Where there are none the front stands alone, as a page that is no news: a sitemap has to name one. The caller leaves
 * out what came from an archive, what was killed and what an embargo binds.
 */
export function newsSitemap(stories: readonly Mapped[], about: Publisher, now: number): Uint8Array {
  const fresh = stories
    .filter(
      ({ firstPublished }) => now - epoch(firstPublished) <= newsHours * 3_600_000 && epoch(firstPublished) <= now,
    )
    .toSorted((a, b) => epoch(b.firstPublished) - epoch(a.firstPublished))
    .slice(0, newsLimit)
  const root = { xmlns: sitemaps, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' }
  const urls = fresh.map((story) => newsUrl(story, about))
  const front = element('url', {}, element('loc', {}, uriOf(`${about.base}/`)))
  return xmlDocument(element('urlset', root, ...(urls.length ? urls : [front])))
}

const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9'

function newsUrl(story: Mapped, about: Publisher): Markup {
  return element(
    'url',
    {},
    element('loc', {}, uriOf(about.base + story.path)),
    element('lastmod', {}, story.changed),
    element(
      'news:news',
      {},
      element(
        'news:publication',
        {},
        element('news:name', {}, about.name),
        element('news:language', {}, newsLanguage(story.language)),
      ),
      element('news:publication_date', {}, isoOf(story.firstPublished)),
      element('news:title', {}, oneLine(story.headline)),
    ),
  )
}

/** ISO 639, except that Chinese names its script by a country, as Google asks. */
function newsLanguage(language: Language): string {
  const [tongue = 'en', ...rest] = language.toLowerCase().split('-')
  if (tongue !== 'zh') return tongue
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-tw' : 'zh-cn'
}
