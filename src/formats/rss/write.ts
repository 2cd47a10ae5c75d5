import { type FeedItem, type FeedPicture, feedOf } from '../feed.ts'
import { type Publisher, type Writer } from '../format.ts'
import { escapeHtml } from '../html.ts'
import { element, xmlDocument } from '../markup.ts'

/**
 * RSS 2.0 with Atom, Dublin Core, Media RSS and content modules. The guid is the permanent id and no address; the whole
 * copy stands escaped in `content:encoded`; titles are plain text.
 */
export const rss: Writer = {
  name: 'rss',
  type: 'application/rss+xml',
  write(stories, about) {
    const feed = feedOf(stories, about)
    const channel = element(
      'channel',
      {},
      element('title', {}, feed.title),
      element('link', {}, feed.page),
      element('description', {}, about.tagline ?? feed.title),
      element('language', {}, feed.language),
      element('lastBuildDate', {}, rfc822(feed.updated)),
      element('docs', {}, 'https://www.rssboard.org/rss-specification'),
      element('atom:link', { rel: 'self', href: feed.self, type: rss.type }),
      about.hub && element('atom:link', { rel: 'hub', href: about.hub }),
      ...feed.items.map((item) => itemOf(item, about)),
    )
    const root = element('rss', { version: '2.0', 'xml:lang': feed.language, ...modules }, channel)
    return { bytes: xmlDocument(root), lost: [] }
  },
}

const modules = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

function itemOf(item: FeedItem, about: Publisher) {
  const [lead] = item.pictures
  return element(
    'item',
    { 'xml:lang': item.language },
    element('title', {}, item.title),
    item.address && element('link', {}, item.address),
    element('guid', { isPermaLink: 'false' }, item.id),
    element('pubDate', {}, rfc822(item.published)),
    element('atom:updated', {}, item.updated),
    ...(item.authors.length ? item.authors : [about.name]).map((name) => element('dc:creator', {}, name)),
    element('dc:language', {}, item.language),
    ...[...item.sections.map(({ name }) => name), ...item.keywords].map((name) => element('category', {}, name)),
    ...item.topics.map(({ name }) => element('category', { domain: 'http://cv.iptc.org/newscodes/mediatopic/' }, name)),
    // Readers take a description for HTML, so plain words are escaped once more.
    item.summary && element('description', {}, escapeHtml(item.summary)),
    element('content:encoded', {}, item.html),
    lead?.size !== undefined && element('enclosure', { url: lead.address, length: lead.size, type: lead.type }),
    ...item.pictures.map(mediaOf),
  )
}

function mediaOf({ address, type, width, height, size, caption, credit, alt }: FeedPicture) {
  return element(
    'media:content',
    { url: address, type, medium: 'image', width, height, fileSize: size },
    alt && element('media:title', { type: 'plain' }, alt),
    caption && element('media:description', { type: 'plain' }, caption),
    credit && element('media:credit', {}, credit),
  )
}

/** `Tue, 24 Nov 2026 13:31:00 GMT`: the date of RFC 822 with a year of four figures. */
function rfc822(instant: string): string {
  return new Date(instant).toUTCString()
}
