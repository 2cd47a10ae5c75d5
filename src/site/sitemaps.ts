import { newsHours, newsLimit, newsSitemap, sitemap, sitemapIndex } from '../formats/sitemap.ts'
import { type Views } from '../store/views/views.ts'
import { type Answer, plainHeaders } from '../web/respond.ts'
import { publisherOf } from './feeds.ts'
import { type About } from './layout.ts'
import { routes, sitemapPartPath } from './routes.ts'

/**
 * The most pages in one part. A sitemap may hold 50,000 in 50 MB; this is kept far below both, so that even addresses in
 * scripts that are percent-encoded make a part of some 6 MB, and a million stories 100 parts and more.
 */
const partSize = 10_000

/** Stories of the last 48 hours for news search engines. */
export async function newsSitemapAnswer(about: About, views: Views, now: number): Promise<Answer> {
  const since = new Date(now - newsHours * 3_600_000).toISOString()
  const stories = await views.newsSince(since, new Date(now).toISOString(), newsLimit)
  return xml(newsSitemap(stories, publisherOf(about), now))
}

/**
 * The list of the archive's sitemaps: one for each month, and more for a month that is larger than a part. Before the first
 * story it names the News sitemap, which is never empty either.
 */
export async function sitemapIndexAnswer(about: About, views: Views, now: number): Promise<Answer> {
  const parts = await views.sitemapParts(new Date(now).toISOString(), about.house.zone, partSize)
  const listed = parts.map(({ month, part, changed }) => ({
    address: about.base + sitemapPartPath(month, part),
    changed,
  }))
  return xml(sitemapIndex(listed.length ? listed : [{ address: about.base + routes.newsSitemap }]))
}

/** The stories of a month, or of one part of a large one; nothing when it has none. */
export async function sitemapAnswer(
  asked: string,
  about: About,
  views: Views,
  now: number,
): Promise<Answer | undefined> {
  const [, month, part = '1'] = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-([1-9]\d{0,3}))?$/.exec(asked) ?? []
  if (!month || asked === `${month}-1`) return undefined // the first part has the month's own address
  const skip = (Number(part) - 1) * partSize
  const stories = await views.sitemapOf(month, new Date(now).toISOString(), about.house.zone, { skip, limit: partSize })
  return stories.length ? xml(sitemap(stories, publisherOf(about))) : undefined
}

function xml(body: Uint8Array): Answer {
  return { body, type: 'application/xml', headers: plainHeaders }
}
