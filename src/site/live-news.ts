import { type Running } from '../story/running.ts'
import { dayOf } from '../story/moment.ts'
import { type StoryPage } from '../store/views/story.ts'
import { html } from '../web/html.ts'
import { type Words } from '../words/words.ts'
import { dayOfEntry, entryOf, keyEvents, stateOf } from './live-page.ts'
import { type On } from './lists.ts'
import { editionRoot } from './routes.ts'
import { allCorrections, times } from './story.ts'

/**
 * What a page that shows an older version needs to show the newest, each as the markup that the page itself would have:
 * entries that were added (with their day and its line, the oldest first) or mended, those that are gone, and the parts
 * round them by their selectors.
 */
export type LiveNews = {
  is: 'live' | 'closed'
  added: readonly { day: string; line: string; entry: string }[]
  mended: readonly { anchor: string; entry: string }[]
  gone: readonly string[]
  parts: Readonly<Record<string, string>>
}

/** What is new in a running story since a version that had these entries; nothing when it does not run any more. */
export function liveNews(page: StoryPage, had: Running | undefined, on: On, words: Words): LiveNews | undefined {
  const { running, firstPublished, headline } = page.story
  if (!running) return undefined
  const known = new Map((had?.entries ?? []).map((entry) => [entry.anchor, ordered(entry)]))
  const markup = (entry: Running['entries'][number]) => String(entryOf(page, entry, on))
  const there = new Set(running.entries.map(({ anchor }) => anchor))
  return {
    is: running.is,
    added: running.entries
      .filter(({ anchor }) => !known.has(anchor))
      .map((entry) => ({ day: dayOf(entry.at), line: String(dayOfEntry(entry, on)), entry: markup(entry) })),
    mended: running.entries
      .filter((entry) => known.has(entry.anchor) && known.get(entry.anchor) !== ordered(entry))
      .map((entry) => ({ anchor: entry.anchor, entry: markup(entry) })),
    gone: [...known.keys()].filter((anchor) => !there.has(anchor)),
    parts: {
      h1: String(html`${headline}`),
      '.state': String(stateOf(running, firstPublished, on)),
      '.times': String(times(page, words, on.now)).replace(/^<dl[^>]*>\n|<\/dl>\n$/g, ''),
      '.known': String(keyEvents(page, on)),
      '.mended': String(allCorrections(page, words, editionRoot(on.about.house, on.language))),
    },
  }
}

/** An entry as text, whatever the order of the keys in its row. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
