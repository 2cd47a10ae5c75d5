import { sectionName } from '../config/house.ts'
import { atom } from '../formats/atom/write.ts'
import { feedLimit, noticeDays } from '../formats/feed.ts'
import { type Publisher, type Writer } from '../formats/format.ts'
import { jsonFeed } from '../formats/jsonfeed/write.ts'
import { rss } from '../formats/rss/write.ts'
import { newsHours, newsLimit, newsSitemap, sitemap, sitemapIndex, sitemapLimit } from '../formats/sitemap.ts'
import { type Views } from '../store/views/views.ts'
import { type Answer, plainHeaders } from '../web/respond.ts'
import { wordsFor } from '../words/words.ts'
import { type About, nameOf } from './layout.ts'
import {
  type Chosen,
  type FeedName,
  chosenPath,
  correctionsPath,
  mainLanguage,
  routes,
  sitemapPartPath,
} from './routes.ts'
import { tonguesOf } from './tongues.ts'

const writers: Readonly<Record<FeedName, Writer>> = { rss, atom, 'feed.json': jsonFeed }

/** The newest stories of the house or of a section, in the format that was asked for. */
export async function feedAnswer(
  chosen: Chosen & { feed: FeedName },
  about: About,
  views: Views,
  now: number,
): Promise<Answer> {
  const { edition, section, feed } = chosen
  const { house, base } = about
  const at = new Date(now).toISOString()
  const stories = await views.forFeed({
    now: at,
    tongues: tonguesOf(edition, house),
    goneSince: new Date(now - noticeDays * 86_400_000).toISOString(),
    limit: feedLimit,
    ...(section ? { section } : {}),
  })
  const title = section ? `${nameOf(house, edition)}: ${sectionName(house, section, edition)}` : nameOf(house, edition)
  const page = base + chosenPath({ edition, ...(section ? { section } : {}) }, house)
  const self = base + chosenPath(chosen, house)
  const writer = writers[feed]
  const written = writer.write(
    stories.map((story) => ({ story })),
    { ...publisherOf(about), feed: { title, self, page, language: edition, at } },
  )
  if (!('bytes' in written)) throw new Error(`the feed ${self} cannot be written: ${JSON.stringify(written)}`)
  return { body: written.bytes, type: writer.type, headers: plainHeaders }
}

/** Stories of the last 48 hours for news search engines. */
export async function newsSitemapAnswer(about: About, views: Views, now: number): Promise<Answer> {
  const since = new Date(now - newsHours * 3_600_000).toISOString()
  const stories = await views.newsSince(since, new Date(now).toISOString(), newsLimit)
  return xml(newsSitemap(stories, publisherOf(about), now))
}

/** The list of the archive's sitemaps, one for each month. */
export async function sitemapIndexAnswer(about: About, views: Views, now: number): Promise<Answer> {
  const months = await views.sitemapMonths(new Date(now).toISOString(), about.house.zone)
  return xml(
    sitemapIndex(months.map(({ month, changed }) => ({ address: about.base + sitemapPartPath(month), changed }))),
  )
}

/** Every story of a month; nothing when the month has none. */
export async function sitemapAnswer(
  month: string,
  about: About,
  views: Views,
  now: number,
): Promise<Answer | undefined> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return undefined
  const stories = await views.sitemapOf(month, new Date(now).toISOString(), about.house.zone, sitemapLimit)
  return stories.length ? xml(sitemap(stories, publisherOf(about))) : undefined
}

/** What robots may have: everything that is public, and where its lists are. */
export function robotsAnswer({ base }: About): Answer {
  const lines = [
    'User-agent: *',
    `Disallow: ${routes.search}`,
    `Sitemap: ${base}${routes.sitemap}`,
    `Sitemap: ${base}${routes.newsSitemap}`,
    '',
  ]
  return { body: lines.join('\n'), type: 'text/plain', headers: plainHeaders }
}

/** The house as the writers of formats need it. */
export function publisherOf({ house, base, authority }: Pick<About, 'house' | 'base' | 'authority'>): Publisher {
  return {
    name: house.name,
    base,
    authority,
    zone: house.zone,
    language: mainLanguage(house),
    ...(house.tagline ? { tagline: house.tagline } : {}),
    ...(house.standards.length ? { standards: base + routes.standards } : {}),
    corrections: base + correctionsPath(),
    ...(house.ownership.length ? { ownership: `${base}${routes.standards}#ownership` } : {}),
    sectionName: (slug, language) => sectionName(house, slug, language.split('-')[0] ?? language),
    say: (word, language) => wordsFor(language, mainLanguage(house)).story[word],
  }
}

function xml(body: Uint8Array): Answer {
  return { body, type: 'application/xml', headers: plainHeaders }
}
