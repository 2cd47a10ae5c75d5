import { type Moment, dayOf, hasClock, isoOf } from '../story/moment.ts'
import { anchorNumber, newestFirst, type Running, type RunningEntry } from '../story/running.ts'
import { copyLines } from '../story/copy.ts'
import { type Language } from '../story/text.ts'
import { type StoryPage } from '../store/views/story.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { copyOf } from './copy.ts'
import { clock, full, fullTime, shortDay, stampTime } from './dates.ts'
import { today } from './layout.ts'
import { type On } from './lists.ts'
import { livePath } from './routes.ts'
import { filled } from './sentence.ts'
import { shortened } from './shortened.ts'

/** A page of a running story: its entries from one on, so many at once. */
export type Shown = { running: Running; entries: readonly RunningEntry[]; older?: string; before: boolean }

/** How many entries a page holds: those before stand behind a link. */
export const atOnce = 50

/** Which entries a page shows: the newest, or those before the one that `before` names. */
export function shownOf({ story }: StoryPage, before: string | undefined): Shown | undefined {
  const { running } = story
  if (!running) return undefined
  const from = before === undefined ? Infinity : anchorNumber(before)
  const all = newestFirst(story).filter(({ anchor }) => anchorNumber(anchor) < from)
  const entries = all.slice(0, atOnce)
  const last = all.length > atOnce ? entries.at(-1)?.anchor : undefined
  return { running, entries, before: before !== undefined, ...(last ? { older: last } : {}) }
}

/** Whether it runs, and since when, or when it ended. */
export function stateOf(running: Running, firstPublished: Moment, { words }: On): Html {
  if (running.is === 'closed')
    return html`<span class="ended">${filled(words.running.ended, { when: fullTime(running.at, words) })}</span>`
  const since = running.entries[0]?.at ?? firstPublished
  return html`<span class="live">${filled(words.running.since, { when: fullTime(since, words) })}</span>`
}

/** The key events, each a link to its entry. */
export function keyEvents(page: StoryPage, on: On): Html {
  const { words, about } = on
  const all = newestFirst(page.story).filter(({ key }) => key)
  if (all.length === 0) return nothing
  const now = today(about.house, on.now)
  const line = (entry: RunningEntry) =>
    html`<li>${stampTime(entry.at, words, now, about.house.zone)} <a href="${entryPath(page, entry)}">${titleOf(entry, page.story.language)}</a></li>\n`
  return html`<h2 id="key-events">${words.running.keyEvents}</h2>
<ul>
${all.map(line)}</ul>
`
}

/** The entries, a date line where the day changes, and where they come in as they are added. */
export function entriesOf(page: StoryPage, shown: Shown, on: On): Html {
  const { words } = on
  const { path, story } = page
  const { entries, older, running, before } = shown
  const live = running.is === 'live' && !before
  const following = live
    ? html` data-live="${livePath(story.id, story.version)}" data-new="${JSON.stringify(words.counts.entries)}" data-locale="${words.locale}"`
    : ''
  const look = before
    ? html`<p class="fresh"><a href="${path}">${words.running.newest}</a></p>\n`
    : live
      ? html`<p class="fresh" role="status"><a href="${path}">${words.running.look}</a></p>\n`
      : ''
  return html`${look}<section class="entries" aria-label="${words.running.entries}"${following}>
${entries.map((entry, at) => html`${dayOf(entry.at) === (entries[at - 1] && dayOf(entries[at - 1]!.at)) ? '' : dayOfEntry(entry, on)}${entryOf(page, entry, on)}`)}</section>
${older ? html`<p class="more"><a href="${path}?before=${older}">${words.running.older}</a></p>\n` : ''}`
}

/** The day line over the first entry of a day. Today is marked: at the head of the list it goes without saying. */
export function dayOfEntry({ at }: RunningEntry, { words, about, now }: On): Html {
  const [day, current] = [dayOf(at), today(about.house, now)]
  return html`<h2 class="day${day === current ? ' now' : ''}"><time datetime="${day}">${shortDay(day, current, words)}</time></h2>\n`
}

/** One entry: its time is the link to it that never changes. */
export function entryOf({ slots, story }: StoryPage, { anchor, at, headline, copy }: RunningEntry, on: On): Html {
  const { words, about, language } = on
  const time = hasClock(at) ? clock(at, words) : dayOf(at)
  const abroad = at.zone !== about.house.zone && hasClock(at) ? full(at, words) : time
  return html`<article class="entry" id="${anchor}">
<p class="at"><a href="#${anchor}"><time datetime="${isoOf(at)}">${abroad}</time></a></p>
<div class="copy">
${headline ? html`<h2>${headline}</h2>\n` : ''}${copyOf(copy, { words, language: story.language ?? language, slots })}</div>
</article>
`
}

/** Where an entry stands: on the page itself, or among the older ones. */
function entryPath({ story, path }: StoryPage, { anchor }: RunningEntry): string {
  const later = newestFirst(story).findIndex((one) => one.anchor === anchor)
  return later < atOnce ? `#${anchor}` : `${path}?before=entry-${anchorNumber(anchor) + 1}#${anchor}`
}

/** What an entry is called: its headline, or the first words of its copy. */
export function titleOf({ headline, copy }: RunningEntry, language: Language): string {
  if (headline) return headline
  const line = copyLines(copy).find((one) => one.trim()) ?? ''
  return shortened(line, 100, language)
}
