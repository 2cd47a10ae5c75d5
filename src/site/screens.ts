import { asks, readQuery } from '../archive/query.ts'
import { search } from '../archive/search.ts'
import { type Html } from '../web/html.ts'
import { type Answer } from '../web/respond.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { type Ask } from './ask.ts'
import { renderDay, renderMonth, renderYear, renderYears } from './archive-pages.ts'
import { arrange } from './arrange.ts'
import { feedAnswer } from './feeds.ts'
import { renderFront, renderSection } from './front.ts'
import { renderGone, renderNotFound } from './gone.ts'
import { renderCorrections, renderPerson, renderStandards } from './house-pages.ts'
import { type About, today } from './layout.ts'
import { mainLanguage, readChosen } from './routes.ts'
import { renderSearch } from './search-page.ts'
import { renderStory } from './story.ts'
import { tonguesOf } from './tongues.ts'

/** A page, another address, something that is no page, or nothing: then it is the page that says so. */
export type Screen = { page: Html; status?: number } | { moved: string } | { answer: Answer } | undefined

export function notFound({ about, words, now }: { about: About; words: Words; now: number }): { page: Html; status: number } {
  return { page: renderNotFound(about, words, now), status: 404 }
}

/** A story, its notice when it was withdrawn, or the address where it stands now. */
export async function storyScreen(ask: Ask): Promise<Screen> {
  return atAddress(pathOf(ask.url), ask)
}

/** A front, a section, a feed of one of them, or whatever an older site had at this address. */
export async function chosenScreen(ask: Ask): Promise<Screen> {
  const { about, views, now, url } = ask
  const path = pathOf(url)
  const chosen = readChosen(url.pathname, about.house)
  if (!chosen) return atAddress(path, ask, url.search)
  const { edition, section, feed } = chosen
  if (feed) return { answer: await feedAnswer({ ...chosen, feed }, about, views, now) }
  const words = wordsFor(edition, mainLanguage(about.house))
  const at = new Date(now).toISOString()
  const tongues = tonguesOf(edition, about.house)
  if (section) {
    const after = readAfter(url.searchParams.get('before'))
    const limit = after ? 50 : 22
    const stories = await views.newest({ now: at, tongues, section, limit: limit + 1, ...(after ? { after } : {}) })
    const shown = stories.slice(0, limit)
    return { page: renderSection(shown, { edition, section, later: Boolean(after), more: stories.length > limit }, about, words, now) }
  }
  const sections = about.house.sections.map(({ slug }) => slug)
  const [newest, bySection] = await Promise.all([
    views.newest({ now: at, tongues, limit: 60 }),
    views.newestOfEach({ now: at, tongues, sections, limit: 14 }),
  ])
  return { page: renderFront(arrange(newest, bySection, now), edition, about, words, now) }
}

export async function searchScreen({ about, words, views, now, url }: Ask): Promise<Screen> {
  const query = readQuery(url.searchParams)
  const results = asks(query) || query.odd.length ? await search(views, query, new Date(now).toISOString()) : undefined
  return { page: renderSearch(query, results, about, words, now) }
}

export const houseScreens = {
  async corrections({ about, words, views, now, url }: Ask): Promise<Screen> {
    const asked = url.searchParams.get('month') ?? ''
    const at = new Date(now).toISOString()
    const months = await views.correctionMonths(at, about.house.zone)
    const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : undefined
    const log = await views.corrections({ now: at, zone: about.house.zone, limit: month ? 2000 : 100, ...(month ? { month } : {}) })
    return { page: renderCorrections({ log, months, ...(month ? { month } : {}) }, about, words, now) }
  },

  async standards({ about, words, now }: Ask): Promise<Screen> {
    return { page: renderStandards(about, words, now) }
  },

  async person({ about, words, views, now, param }: Ask): Promise<Screen> {
    const person = await views.person(param('slug'), new Date(now).toISOString(), 100)
    return person && { page: renderPerson(person, about, words, now) }
  },
}

export const archiveScreens = {
  async years({ about, words, views, now }: Ask): Promise<Screen> {
    return { page: renderYears(await views.countsByYear(about.house.zone, new Date(now).toISOString()), about, words, now) }
  },

  async year({ about, words, views, now, param }: Ask): Promise<Screen> {
    const year = param('year')
    const span = spanOf(`${year}-01-01`, `${Number(year) + 1}-01-01`, about, now)
    if (!span) return undefined
    const [counts, years] = await Promise.all([views.countsByDay(span), views.countsByYear(span.zone, span.now)])
    return { page: renderYear({ year, counts, years }, about, words, now) }
  },

  async month({ about, words, views, now, param }: Ask): Promise<Screen> {
    const month = `${param('year')}-${param('month')}`
    const first = `${month}-01`
    const span = spanOf(first, addDays(first, 32).slice(0, 8) + '01', about, now)
    if (!span) return undefined
    const [counts, around] = await Promise.all([views.countsByDay(span), views.neighbours(first, span.zone, span.now)])
    const after = await views.neighbours(addDays(span.to, -1), span.zone, span.now)
    const days = await Promise.all(
      [...counts].toReversed().map(async ([day, total]) => {
        const stories = await views.storiesOf({ ...span, from: day, to: addDays(day, 1) }, 5)
        return { day, total, stories }
      }),
    )
    const beside = { ...(around.before ? { before: around.before.slice(0, 7) } : {}), ...(after.after ? { after: after.after.slice(0, 7) } : {}) }
    return { page: renderMonth({ month, days, counts, ...beside }, about, words, now) }
  },

  async day({ about, words, views, now, param }: Ask): Promise<Screen> {
    const day = `${param('year')}-${param('month')}-${param('day')}`
    const month = `${day.slice(0, 7)}-01`
    const span = spanOf(day, addDays(day, 1), about, now)
    if (!span) return undefined
    const [stories, counts, beside] = await Promise.all([
      views.storiesOf(span, 1500),
      views.countsByDay({ ...span, from: month, to: addDays(month, 32).slice(0, 8) + '01' }),
      views.neighbours(day, span.zone, span.now),
    ])
    const total = counts.get(day) ?? 0
    return { page: renderDay({ day, stories, total, month: counts, ...beside }, about, words, now) }
  },
}

/** A story, its notice, or the way to where it is now; nothing when nothing has ever stood here. */
async function atAddress(path: string, { about, views, now }: Ask, query = ''): Promise<Screen> {
  const at = new Date(now).toISOString()
  let found = await views.atAddress(path + query, at)
  if (found.is === 'nothing' && query) found = await views.atAddress(path, at)
  const main = mainLanguage(about.house)
  switch (found.is) {
    case 'story':
      return { page: renderStory(found.page, about, wordsFor(found.page.story.language, main), now) }
    case 'gone':
      return { page: renderGone(found.gone, about, wordsFor(found.gone.language, main), now), status: 410 }
    case 'moved':
      return { moved: about.base + found.path }
    case 'nothing':
      return undefined
    default:
      return found satisfies never
  }
}

/** The path as it is kept: in its own letters. What cannot be read is left as it came. */
function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname).normalize('NFC').replaceAll('\0', '')
  } catch {
    return pathname
  }
}

/** Days of the house, if there are such days; the archive of tomorrow is not there yet. */
function spanOf(from: string, to: string, { house }: About, now: number) {
  if (!isDay(from) || !isDay(to) || from > today(house, now)) return undefined
  return { from, to, zone: house.zone, now: new Date(now).toISOString() }
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T12:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= '1000'
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(date.getTime())) return ''
  return new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

function readAfter(before: string | null) {
  const [instant = '', id = ''] = (before ?? '').split('~')
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(instant) && !Number.isNaN(Date.parse(instant)) && /^[\w-]{1,80}$/.test(id) ? { instant, id } : undefined
}
