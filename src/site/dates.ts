import { type Moment, dayOf, epoch, hasClock, isoOf, momentAt } from '../story/moment.ts'
import { type Html, html } from '../web/html.ts'
import { type Words, fill } from '../words/words.ts'

/** `Tuesday 24 November 2026`. */
export function longDay(day: string, words: Words): string {
  return withWeekday(day, words, dayMonthYear)
}

/** `Tuesday 24 November`; with the year where it is not the one of `today`. */
export function shortDay(day: string, today: string, words: Words): string {
  return withWeekday(day, words, day.slice(0, 4) === today.slice(0, 4) ? dayMonth : dayMonthYear)
}

/** `24 November 2026`, or as much of a date as is known: `--11-03` has no year, `---03` no month. What is none stays as it is. */
export function plainDate(iso: string, words: Words): string {
  return said(iso, words.locale, dayMonth)
}

/** `November 2026` of `2026-11`. */
export function monthName(month: string, words: Words): string {
  return dayIn(words.locale, monthYear, `${month}-01`)
}

/** The date inside a dateline, never with its year: `Nov 24`. */
export function datelineDate(iso: string, words: Words): string {
  return said(iso.replace(/^\d{4}-(?=\d{2}-\d{2}$)/, '--'), words.datelineLocale ?? words.locale, words.datelineDate)
}

/** As much of a date as its text holds, with `day` for the form of day and month. */
function said(iso: string, locale: string, day: Shape): string {
  return remembered(day, `${iso} in ${locale}`, () => {
    const shapes: readonly (readonly [shape: RegExp, whole: string, options: Shape])[] = [
      [/^\d{4}-\d{2}-\d{2}$/, iso, { ...day, year: 'numeric' }],
      [/^--\d{2}-\d{2}$/, `2000-${iso.slice(2)}`, day],
      [/^---\d{2}$/, `2000-01-${iso.slice(3)}`, { day: 'numeric' }],
      [/^\d{4}-\d{2}$/, `${iso}-01`, monthYear],
      [/^\d{4}$/, `${iso}-01-01`, { year: 'numeric' }],
    ]
    const found = shapes.find(([shape]) => shape.test(iso))
    if (!found || Number.isNaN(noon(found[1]).getTime())) return iso
    return format(locale, { ...found[2], timeZone: 'UTC' }).format(noon(found[1]))
  })
}

/** `14:31`, in the moment's own zone or in another. */
export function clock(moment: Moment, words: Words, zone = moment.zone): string {
  const ms = epoch(moment)
  const print = () => format(words.locale, { ...hourMinute, timeZone: zone }).format(ms)
  // Before 1973 some zones were off by seconds.
  return ms < since1973 ? print() : remembered(hourMinute, words.locale + momentAt(ms, zone).local.slice(11, 16), print)
}

/** `24 November 2026, 14:31 CET`: the whole moment with its zone; a date stays a date. */
export function full(moment: Moment, words: Words): string {
  const day = () => plainDate(dayOf(moment), words)
  if (!hasClock(moment)) return day()
  const whole = () => `${fill(words.moment, { date: day(), time: clock(moment, words) })} ${zoneName(moment, words)}`
  return remembered(wholeMoment, `${words.language} ${moment.local} ${moment.zone}`, whole)
}

/** `24 Nov 2026, 14:31`, in a zone that the page names elsewhere. */
export function shortMoment(moment: Moment, words: Words, zone: string): string {
  const day = dayIn(words.locale, shortMonth, dayOf(moment, zone))
  return hasClock(moment) ? fill(words.moment, { date: day, time: clock(moment, words, zone) }) : day
}

/** A whole moment as an element; with the instant of now the script adds how long ago it was, for a week. */
export function fullTime(moment: Moment, words: Words, now?: number): Html {
  return html`<time datetime="${isoOf(moment)}"${aged(moment, now)}>${full(moment, words)}</time>`
}

/** The clock of a moment in the house's zone, for lists in which the day is said once. */
export function clockTime(moment: Moment, words: Words, zone: string, now?: number): Html {
  if (!hasClock(moment)) return html`<time datetime="${moment.local}">–</time>`
  return html`<time datetime="${isoIn(zone, moment)}"${aged(moment, now)}>${clock(moment, words, zone)}</time>`
}

/** The last news of a story in one short stamp: the clock when that is today, else the day. */
export function stampTime(moment: Moment, words: Words, today: string, zone: string, now?: number): Html {
  const day = dayOf(moment, zone)
  if (day === today) return clockTime(moment, words, zone, now)
  const shown = dayIn(words.locale, day.slice(0, 4) === today.slice(0, 4) ? dayMonth : dayMonthYear, day)
  return html`<time datetime="${isoIn(zone, moment)}">${shown}</time>`
}

/** ISO 8601 with the offset of the house, so that the date in it is the day under which a list has it; a date stays a date. */
function isoIn(zone: string, moment: Moment): string {
  return hasClock(moment) ? momentAt(epoch(moment), zone).local : moment.local
}

const week = 604_800_000

/** Lets the script say an age where there will be one; pages are made anew every day. */
function aged(moment: Moment, now: number | undefined): Html | '' {
  return now !== undefined && hasClock(moment) && now - epoch(moment) < week ? html` data-age` : ''
}

/** What a zone is called in a language: `CET`, `GMT+3:30`. */
export function zoneName(moment: Moment, words: Words): string {
  const { zone } = moment
  const ms = epoch(moment)
  const print = () => {
    const parts = format(words.locale, { ...shortZone, timeZone: zone }).formatToParts(ms)
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
  }
  return ms < since1973 ? print() : remembered(shortZone, `${words.locale} ${zone} ${Math.floor(ms / 60_000)}`, print)
}

/** A zone as a line of furniture: `CET (GMT+1)`. */
export function zoneLine(zone: string, now: number, words: Words): string {
  const parts = format(words.locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date(now))
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
  const said = zoneName({ local: new Date(now).toISOString(), zone, zoneFrom: 'house' }, words)
  return said === offset ? offset : `${said} (${offset})`
}

/** `Japan` of `JP`. */
export function countryName(country: string, words: Words): string {
  return new Intl.DisplayNames(words.locale, { type: 'region' }).of(country) ?? country
}

function withWeekday(day: string, words: Words, shape: Shape): string {
  if (!words.day) return dayIn(words.locale, shape === dayMonth ? weekdayMonth : weekdayMonthYear, day)
  return fill(words.day, { weekday: dayIn(words.locale, weekdayAlone, day), date: dayIn(words.locale, shape, day) })
}

type Shape = Intl.DateTimeFormatOptions

const dayMonth: Shape = { day: 'numeric', month: 'long' }
const dayMonthYear: Shape = { day: 'numeric', month: 'long', year: 'numeric' }
const weekdayAlone: Shape = { weekday: 'long' }
const weekdayMonth: Shape = { ...weekdayAlone, ...dayMonth }
const weekdayMonthYear: Shape = { ...weekdayAlone, ...dayMonthYear }
const monthYear: Shape = { month: 'long', year: 'numeric' }
const shortMonth: Shape = { day: 'numeric', month: 'short', year: 'numeric' }
const hourMinute: Shape = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const shortZone: Shape = { timeZoneName: 'short' }
const wholeMoment: Shape = { dateStyle: 'long', timeStyle: 'long' }

const since1973 = Date.UTC(1973, 0)

/** A day of the calendar in one of the shapes above. */
function dayIn(locale: string, shape: Shape, day: string): string {
  return remembered(shape, `${locale} ${day}`, () => format(locale, { ...shape, timeZone: 'UTC' }).format(noon(day)))
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

const printed = new WeakMap<Shape, Map<string, string>>()

/** Days and clocks are few, every page says some of them, and printing one costs more than looking it up. */
function remembered(shape: Shape, key: string, print: () => string): string {
  let all = printed.get(shape)
  if (!all) printed.set(shape, (all = new Map()))
  let found = all.get(key)
  if (found === undefined) {
    if (all.size >= 5000) all.clear()
    all.set(key, (found = print()))
  }
  return found
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times its use, so each is kept; there are few zones and fewer shapes. */
function format(locale: string, options: Shape): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  let made = formats.get(key)
  if (!made) {
    if (formats.size > 5000) formats.clear()
    made = new Intl.DateTimeFormat(locale, options)
    formats.set(key, made)
  }
  return made
}
