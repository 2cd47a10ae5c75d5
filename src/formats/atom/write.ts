import { type FeedItem, feedOf } from '../feed.ts'
import { type Writer } from '../format.ts'
import { element, xmlDocument } from '../markup.ts'

/** Atom (RFC 4287). The whole copy stands escaped in `content`; titles and summaries are plain text. */
export const atom: Writer = {
  name: 'atom',
  type: 'application/atom+xml',
  write(stories, about) {
    const feed = feedOf(stories, about)
    const root = element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      about.tagline && element('subtitle', {}, about.tagline),
      element('updated', {}, feed.updated),
      element('author', {}, element('name', {}, about.name), element('uri', {}, `${about.base}/`)),
      element('link', { rel: 'self', href: feed.self, type: atom.type }),
      element('link', { rel: 'alternate', href: feed.page, type: 'text/html' }),
      about.hub && element('link', { rel: 'hub', href: about.hub }),
      ...feed.items.map(entryOf),
    )
    return { bytes: xmlDocument(root), lost: [] }
  },
}

function entryOf(item: FeedItem) {
  return element(
    'entry',
    { 'xml:lang': item.language },
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('published', {}, item.published),
    element('updated', {}, item.updated),
    ...item.authors.map((name) => element('author', {}, element('name', {}, name))),
    item.address &&
      element('link', { rel: 'alternate', href: item.address, type: 'text/html', hreflang: item.language }),
    ...item.pictures.map(({ address, type, size, caption }) =>
      element('link', { rel: 'enclosure', href: address, type, length: size, title: caption || undefined }),
    ),
    ...item.sections.map(({ slug, name }) => element('category', { term: slug, label: name })),
    ...item.topics.map(({ number, name }) =>
      element('category', { term: number, scheme: 'http://cv.iptc.org/newscodes/mediatopic/', label: name }),
    ),
    ...item.keywords.map((term) => element('category', { term })),
    item.summary && element('summary', {}, item.summary),
    element('content', { type: 'html' }, item.html),
  )
}
