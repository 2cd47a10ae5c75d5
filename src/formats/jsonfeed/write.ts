import { type FeedItem, feedOf } from '../feed.ts'
import { type Writer } from '../format.ts'

/** JSON Feed 1.1. */
export const jsonFeed: Writer = {
  name: 'jsonfeed',
  type: 'application/feed+json',
  write(stories, about) {
    const feed = feedOf(stories, about)
    const written = {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: feed.page,
      feed_url: feed.self,
      ...(about.tagline ? { description: about.tagline } : {}),
      language: feed.language,
      authors: [{ name: about.name, url: `${about.base}/` }],
      ...(about.hub ? { hubs: [{ type: 'WebSub', url: about.hub }] } : {}),
      items: feed.items.map(itemOf),
    }
    return { bytes: new TextEncoder().encode(JSON.stringify(written)), lost: [] }
  },
}

function itemOf(item: FeedItem) {
  const [lead] = item.pictures
  const tags = [...new Set([...[...item.sections, ...item.topics].map(({ name }) => name), ...item.keywords])]
  return {
    id: item.id,
    ...(item.address ? { url: item.address } : {}),
    title: item.title,
    content_html: item.html,
    ...(item.summary ? { summary: item.summary } : {}),
    ...(lead ? { image: lead.address } : {}),
    date_published: item.published,
    date_modified: item.updated,
    ...(tags.length ? { tags } : {}),
    ...(item.authors.length ? { authors: item.authors.map((name) => ({ name })) } : {}),
    language: item.language,
    ...(item.pictures.length
      ? {
          attachments: item.pictures.map(({ address, type, size, caption }) => ({
            url: address,
            mime_type: type,
            ...(caption ? { title: caption } : {}),
            ...(size ? { size_in_bytes: size } : {}),
          })),
        }
      : {}),
  }
}
