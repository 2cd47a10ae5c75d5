import { sectionName } from '../config/house.ts'
import { personAddress, uriOf } from '../story/address.ts'
import { epoch } from '../story/moment.ts'
import { type Story } from '../story/story.ts'
import { atom } from '../formats/atom/write.ts'
import { feedLimit, noticeDays } from '../formats/feed.ts'
import { type Publisher, type Writer } from '../formats/format.ts'
import { jsonFeed } from '../formats/jsonfeed/write.ts'
import { rss } from '../formats/rss/write.ts'
import { type FeedOf } from '../store/views/feed.ts'
import { type Tongues } from '../store/views/newest.ts'
import { type Views } from '../store/views/views.ts'
import { codesOf } from '../topics/topics.ts'
import { type Answer, plainHeaders } from '../web/respond.ts'
import { wordsFor } from '../words/words.ts'
import { type About, nameOf } from './layout.ts'
import {
  type Chosen,
  type FeedName,
  chosenPath,
  correctionsPath,
  mainLanguage,
  personFeedPath,
  routes,
  topicFeedPath,
  topicPath,
} from './routes.ts'
import { tonguesOf } from './tongues.ts'
import { titleOf } from './topic-page.ts'

const writers: Readonly<Record<FeedName, Writer>> = { rss, atom, 'feed.json': jsonFeed }

/** The newest stories of the house, of a section or of a topic, in the format that was asked for. */
export async function feedAnswer(
  chosen: Chosen & { feed: FeedName },
  about: About,
  views: Views,
  now: number,
): Promise<Answer> {
  const { edition, section, topic, feed } = chosen
  const { house } = about
  const of = topic ? titleOf(topic, edition) : section ? sectionName(house, section, edition) : ''
  return answer(
    {
      feed,
      of: { ...(section ? { section } : {}), ...(topic ? { codes: codesOf(topic) } : {}) },
      tongues: tonguesOf(edition, house),
      language: edition,
      title: [nameOf(house, edition), of].filter(Boolean).join(': '),
      page: topic ? topicPath(topic, edition, house) : chosenPath({ edition, ...(section ? { section } : {}) }, house),
      self: topic ? topicFeedPath(topic, edition, house, feed) : chosenPath(chosen, house),
    },
    about,
    views,
    now,
  )
}

/** The newest stories of one of our people, whatever their language. */
export async function personFeedAnswer(
  person: { id: string; name: string; slug: string },
  feed: FeedName,
  about: About,
  views: Views,
  now: number,
): Promise<Answer> {
  const language = mainLanguage(about.house)
  return answer(
    {
      feed,
      of: { person: person.id },
      tongues: { except: [] },
      language,
      title: `${nameOf(about.house, language)}: ${person.name}`,
      page: personAddress('', person.slug),
      self: personFeedPath(person.slug, feed),
    },
    about,
    views,
    now,
  )
}

type Wanted = {
  feed: FeedName
  of: FeedOf
  tongues: Tongues
  language: string
  title: string
  page: string
  self: string
}

/**
 * The addresses of feed and hub stand in the head as well (WebSub, 4). There is no `Last-Modified`: no date in a feed is later
 * than whatever changes it (a story that left, another name of the house), and the tag tells all of it.
 */
async function answer(wanted: Wanted, about: About, views: Views, now: number): Promise<Answer> {
  const { feed, of, tongues, language, title } = wanted
  const { base, house } = about
  const at = new Date(now).toISOString()
  const goneSince = new Date(now - noticeDays * 86_400_000).toISOString()
  const stories = await views.forFeed({ ...of, now: at, tongues, goneSince, limit: feedLimit })
  const self = base + wanted.self
  const writer = writers[feed]
  const written = writer.write(
    stories.map((story) => ({ story })),
    { ...publisherOf(about), feed: { title, self, page: base + wanted.page, language, at } },
  )
  if (!('bytes' in written)) throw new Error(`the feed ${self} cannot be written: ${JSON.stringify(written)}`)
  const links = [`<${uriOf(self)}>; rel="self"`, ...(house.hub ? [`<${house.hub}>; rel="hub"`] : [])]
  const headers = { ...plainHeaders, Link: links.join(', ') }
  return { body: written.bytes, type: writer.type, headers, ...firstExpiry(stories) }
}

/** The millisecond at which the first notice of a kill has stood its time. */
function firstExpiry(stories: readonly Story[]): { until?: number } {
  const kills = stories.flatMap(({ publication }) => (publication.is === 'killed' ? [epoch(publication.at)] : []))
  return kills.length ? { until: Math.min(...kills) + noticeDays * 86_400_000 } : {}
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
    ...(house.hub ? { hub: house.hub } : {}),
    ...(house.feeds === 'summary' ? { summaries: true } : {}),
    sectionName: (slug, language) => sectionName(house, slug, language.split('-')[0] ?? language),
    say: (word, language) => wordsFor(language, mainLanguage(house)).story[word],
  }
}
