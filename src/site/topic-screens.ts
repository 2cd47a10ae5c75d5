import { type Topic, below, codesOf } from '../topics/topics.ts'
import { wordsFor } from '../words/words.ts'
import { type Ask, type Screen } from './ask.ts'
import { feedAnswer, personFeedAnswer } from './feeds.ts'
import { type Chosen, feedNames, mainLanguage, topicFeedPath, topicPath } from './routes.ts'
import { renderTopic } from './topic-page.ts'
import { tonguesOf } from './tongues.ts'

/** A topic in an edition, or its feed. Whatever words stand behind its number, the way leads to where it is now. */
export async function topicScreen(
  chosen: Chosen & { topic: Topic },
  path: string,
  { about, views, now, url }: Ask,
): Promise<Screen> {
  const { edition, topic, feed } = chosen
  const { house, base } = about
  const current = feed ? topicFeedPath(topic, edition, house, feed) : topicPath(topic, edition, house)
  if (path !== current) return { moved: base + current + url.search }
  if (feed) return { answer: await feedAnswer({ ...chosen, feed }, about, views, now), query: [] }
  const at = new Date(now).toISOString()
  const tongues = tonguesOf(edition, house)
  const after = readAfter(url.searchParams.get('before'))
  const limit = 50
  const under = below(topic).map((one) => ({ topic: one, number: one.number, codes: codesOf(one) }))
  const [stories, inUse] = await Promise.all([
    views.newestOfTopic({ now: at, tongues, codes: codesOf(topic), limit: limit + 1, ...(after ? { after } : {}) }),
    views.topicsInUse(at, tongues, under),
  ])
  const page = {
    topic,
    edition,
    stories: stories.slice(0, limit),
    narrower: under.flatMap((one) => (inUse.has(one.number) ? [one.topic] : [])),
    later: after !== undefined,
    more: stories.length > limit,
  }
  return { page: renderTopic(page, about, wordsFor(edition, mainLanguage(house)), now), query: ['before'] }
}

/** The feed of one of our people. */
export async function personFeedScreen({ about, views, now, param }: Ask): Promise<Screen> {
  const feed = feedNames.find((name) => name === param('feed'))
  const person = feed && (await views.person(param('slug'), new Date(now).toISOString(), 1))
  return person && { answer: await personFeedAnswer(person, feed, about, views, now), query: [] }
}

/** Where the page before ended, from an address; nothing when it cannot be read. */
export function readAfter(before: string | null) {
  const [instant = '', id = ''] = (before ?? '').split('~')
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(instant) && !Number.isNaN(Date.parse(instant)) && /^[\w-]{1,80}$/.test(id)
    ? { instant, id }
    : undefined
}
