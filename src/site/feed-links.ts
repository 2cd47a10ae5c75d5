import { uriOf } from '../story/address.ts'
import { type Html, html } from '../web/html.ts'
import { type FeedName, feedNames } from './routes.ts'

const types: Readonly<Record<FeedName, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  'feed.json': 'application/feed+json',
}

/** Links in the head of a page to its feeds, one for each format. */
export function feedLinks(base: string, title: string, pathOf: (feed: FeedName) => string): Html {
  return html`${feedNames.map((feed) => html`<link rel="alternate" type="${types[feed]}" title="${title}" href="${uriOf(base + pathOf(feed))}">\n`)}`
}
