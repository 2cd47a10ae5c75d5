import { asks, readQuery } from '../archive/query.ts'
import { search } from '../archive/search.ts'
import { anchorShape } from '../story/running.ts'
import { type Html } from '../web/html.ts'
import { storyKey } from '../web/keep.ts'
import { wordsFor } from '../words/words.ts'
import { type Ask, type Screen } from './ask.ts'
import { arrange, arrangedUntil } from './arrange.ts'
import { feedAnswer } from './feeds.ts'
import { renderFront, renderSection } from './front.ts'
import { renderGone, renderNotFound } from './gone.ts'
import { type On } from './lists.ts'
import { mainLanguage, readChosen } from './routes.ts'
import { renderSearch } from './search-page.ts'
import { renderStory } from './story.ts'
import { tonguesOf } from './tongues.ts'
import { readAfter, topicScreen } from './topic-screens.ts'

/** What stands where nothing stands: a way to search, and the newest stories. */
export async function notFound(on: On & Pick<Ask, 'views'>): Promise<{ page: Html; status: number }> {
  const { about, views, now, language } = on
  const tongues = tonguesOf(language, about.house)
  const newest = await views.newest({ now: new Date(now).toISOString(), tongues, limit: 8 })
  return { page: renderNotFound(newest, on), status: 404 }
}

/** A story, its notice when it was withdrawn, or the address where it stands now. */
export async function storyScreen(ask: Ask): Promise<Screen> {
  return atAddress(pathOf(ask.url), ask)
}

/** A front, a section, a feed of one of them, or whatever an older site had at this address. */
export async function chosenScreen(ask: Ask): Promise<Screen> {
  const { about, words, views, now, url } = ask
  const path = pathOf(url)
  const chosen = readChosen(url.pathname, about.house)
  if (!chosen) return atAddress(path, ask, url.search)
  const { edition, section, topic, feed } = chosen
  if (topic) return topicScreen({ ...chosen, topic }, path, ask)
  if (feed) return { answer: await feedAnswer({ ...chosen, feed }, about, views, now), query: [] }
  const at = new Date(now).toISOString()
  const tongues = tonguesOf(edition, about.house)
  if (section) {
    const after = readAfter(url.searchParams.get('before'))
    const limit = after ? 50 : 22
    const [stories, byHand] = await Promise.all([
      views.newest({ now: at, tongues, section, limit: limit + 1, ...(after ? { after } : {}) }),
      after ? undefined : views.arranged({ edition, section }, at),
    ])
    const shown = stories.slice(0, limit)
    return {
      page: renderSection(
        shown,
        { edition, section, byHand, later: Boolean(after), more: stories.length > limit },
        about,
        words,
        now,
      ),
      until: arrangedUntil([], now, byHand),
      query: ['before'],
    }
  }
  const sections = about.house.sections.map(({ slug }) => slug)
  const [{ newest, bySection }, byHand] = await Promise.all([
    views.newestOfFront({ now: at, tongues, sections, limit: 60, each: 18 }),
    views.arranged({ edition, section: '' }, at),
  ])
  const front = renderFront(arrange(newest, bySection, now, byHand), edition, about, words, now)
  return { page: front, until: arrangedUntil(newest, now, byHand), query: [] }
}

export async function searchScreen(on: Ask): Promise<Screen> {
  const { views, now, url } = on
  const query = readQuery(url.searchParams)
  const results = asks(query) || query.odd.length ? await search(views, query, new Date(now).toISOString()) : undefined
  // Whatever anybody types is asked once; and words of a bulk import are found later without any news of it.
  return { page: renderSearch(query, results, on), until: now }
}

/** A story, its notice, or the way to where it is now; nothing when nothing has ever stood here. */
async function atAddress(path: string, { about, views, now, url }: Ask, query = ''): Promise<Screen> {
  const at = new Date(now).toISOString()
  let found = await views.atAddress(path + query, at)
  if (found.is === 'nothing' && query) found = await views.atAddress(path, at)
  const main = mainLanguage(about.house)
  switch (found.is) {
    case 'story': {
      const before = found.page.story.running ? url.searchParams.get('before') : null
      const words = wordsFor(found.page.story.language, main)
      return {
        page: renderStory(found.page, about, words, now, before && anchorShape.test(before) ? before : undefined),
        keys: found.page.shows.map(storyKey),
        ...(query ? {} : { query: found.page.story.running ? ['before'] : [] }),
      }
    }
    case 'gone': {
      const page = renderGone(found.gone, about, wordsFor(found.gone.language, main), now)
      return { page, status: 410, keys: [storyKey(found.gone.id)], ...(query ? {} : { query: [] }) }
    }
    case 'moved':
      return { moved: about.base + found.path }
    case 'nothing':
      return undefined
    default:
      return found satisfies never
  }
}

/** The path as it is kept: in its own letters. What cannot be read is left as it came. */
export function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname).normalize('NFC')
  } catch {
    return pathname
  }
}
