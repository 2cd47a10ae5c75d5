import { renderDay, renderMonth, renderYear, renderYears } from './archive-pages.ts'
import { type Ask, type Screen } from './ask.ts'
import { type About, today } from './layout.ts'
import { renderThisDay } from './this-day-page.ts'
import { readAfter } from './topic-screens.ts'

/** Every year that has stories, and the days of the newest. */
export async function yearsScreen(on: Ask): Promise<Screen> {
  const { about, views, now } = on
  const years = await views.countsByYear(about.house.zone, new Date(now).toISOString())
  const year = years
    .map((one) => one.year)
    .toSorted()
    .at(-1)
  const span = year && spanOf(`${year}-01-01`, `${Number(year) + 1}-01-01`, about, now)
  const newest = span ? await views.countsByDay(span) : new Map<string, number>()
  return { page: renderYears({ years, newest }, on) }
}

/** Twelve calendars. */
export async function yearScreen(on: Ask): Promise<Screen> {
  const { about, views, now, param } = on
  const year = param('year')
  const span = spanOf(`${year}-01-01`, `${Number(year) + 1}-01-01`, about, now)
  if (!span) return undefined
  const [counts, years] = await Promise.all([views.countsByDay(span), views.countsByYear(span.zone, span.now)])
  return { page: renderYear({ year, counts, years }, on) }
}

/** Each day of a month with its newest stories. */
export async function monthScreen(on: Ask): Promise<Screen> {
  const { about, views, now, param } = on
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
  const beside = {
    ...(around.before ? { before: around.before.slice(0, 7) } : {}),
    ...(after.after ? { after: after.after.slice(0, 7) } : {}),
  }
  return { page: renderMonth({ month, days, counts, ...beside }, on) }
}

/** A day, hour by hour; a long one on several pages. */
export async function dayScreen(on: Ask): Promise<Screen> {
  const { about, views, now, param, url } = on
  const day = `${param('year')}-${param('month')}-${param('day')}`
  const month = `${day.slice(0, 7)}-01`
  const span = spanOf(day, addDays(day, 1), about, now)
  if (!span) return undefined
  const from = readAfter(url.searchParams.get('before'))
  const [stories, counts, beside] = await Promise.all([
    views.storiesOf(span, dayLength + 1, from),
    views.countsByDay({ ...span, from: month, to: addDays(month, 32).slice(0, 8) + '01' }),
    views.neighbours(day, span.zone, span.now),
  ])
  const shown = stories.slice(0, dayLength)
  const ask = { day, stories: shown, total: counts.get(day) ?? 0, month: counts, ...beside }
  return {
    page: renderDay({ ...ask, later: Boolean(from), more: stories.length > dayLength }, on),
    query: ['before'],
  }
}

/** A day of the calendar in every year. */
export async function thisDayScreen(on: Ask): Promise<Screen> {
  const { about, views, now, param } = on
  const monthDay = param('day')
  if (!isDay(`2000-${monthDay}`)) return undefined // a leap year
  const years = await views.storiesOnDay(monthDay, { zone: about.house.zone, now: new Date(now).toISOString() }, 5)
  const beside = { before: addDays(`2000-${monthDay}`, -1).slice(5), after: addDays(`2000-${monthDay}`, 1).slice(5) }
  return { page: renderThisDay({ monthDay, years, ...beside }, on), query: [] }
}

/** How many lines a page of a day has at most. */
const dayLength = 500

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
