import { type Lexicon, otherCalendar } from '../lexicon/lexicon.ts'
import type { Token } from './tokens.ts'

/** A date as printed: a part that was not printed is absent. `from` and `to` are the tokens it takes. */
export type PrintedDate = { year?: number; month?: number; day?: number; from: number; to: number }

/** The date that begins at a token, or null. A weekday before it belongs to it. */
export function dateAt(tokens: readonly Token[], at: number, lexicon: Lexicon): PrintedDate | null {
  if (tokens[at]?.is === 'mark') return null
  let i = at
  if (weekdayAt(tokens, i, lexicon)) {
    i++
    while (isMark(tokens[i], '.,،、') || (tokens[i]?.is === 'word' && lexicon.fillers.has(tokens[i]!.text))) i++
  }
  const found =
    numeric(tokens, i, lexicon) ?? eastern(tokens, i) ?? monthFirst(tokens, i, lexicon) ?? dayFirst(tokens, i, lexicon)
  if (!found) return null
  const date = gregorian(found, lexicon)
  return possible(date) ? { ...date, from: at } : null
}

/** ISO 8601 of a date; `--MM-DD` without a year, `YYYY-MM` without a day. */
export function isoDate({ year, month, day }: { year?: number; month?: number; day?: number }): string {
  const two = (n: number) => String(n).padStart(2, '0')
  if (!month) return year ? String(year) : day ? `---${two(day)}` : ''
  if (!year) return day ? `--${two(month)}-${two(day)}` : `--${two(month)}`
  return day ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`
}

/** The month a word names. Semitic languages write "in" and "of" onto the word. */
export function monthOf(word: string, lexicon: Lexicon): number | undefined {
  return lexicon.months.get(word) ?? (/^[בלו]\p{L}{3}/u.test(word) ? lexicon.months.get(word.slice(1)) : undefined)
}

/** The month that begins at a token, which may have a name of several words, and the token after it. */
function monthAt(tokens: readonly Token[], at: number, lexicon: Lexicon): { month: number; to: number } | null {
  const [word, next] = [tokens[at], tokens[at + 1]]
  if (word?.is !== 'word') return null
  const two = next?.is === 'word' ? lexicon.months.get(`${word.text} ${next.text}`) : undefined
  const month = two ?? monthOf(word.text, lexicon)
  return month ? { month, to: at + (two ? 2 : 1) } : null
}

/** A month with its second name after it, as Arabic prints both: `نوفمبر/تشرين الثاني`, `آب (أغسطس)`. */
function monthTwice(tokens: readonly Token[], at: number, lexicon: Lexicon): { month: number; to: number } | null {
  const first = monthAt(tokens, at, lexicon)
  if (!first) return null
  const opened = isMark(tokens[first.to], '/(')
  const second = monthAt(tokens, opened ? first.to + 1 : first.to, lexicon)
  if (second?.month !== first.month) return first
  return {
    month: first.month,
    to: isMark(tokens[first.to], '(') && isMark(tokens[second.to], ')') ? second.to + 1 : second.to,
  }
}

/** Carries a date of the Persian calendar over; without a year, by the days of most years. */
function gregorian(date: PrintedDate, { persian }: Lexicon): PrintedDate {
  const other = (date.month ?? 0) > otherCalendar
  if (!other && !(persian && date.year && date.year < 1700)) return date
  const { year, month, day } = fromPersian({
    ...date,
    year: date.year ?? 1405,
    month: other ? date.month! - otherCalendar : date.month!,
  })
  return { ...date, ...(date.year ? { year } : {}), month, ...(date.day || !date.year ? { day } : {}) }
}

function weekdayAt(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]
  return token?.is === 'word' && lexicon.weekdays.has(token.text)
}

function numeric(tokens: readonly Token[], i: number, { numericDate }: Lexicon): PrintedDate | null {
  const [a, mark, b, again, c] = tokens.slice(i, i + 5)
  if (
    !c ||
    a?.is !== 'number' ||
    b?.is !== 'number' ||
    c.is !== 'number' ||
    !isMark(mark, './-') ||
    again?.text !== mark!.text
  )
    return null
  if (c.end - a.start > a.text.length + b.text.length + c.text.length + 6) return null
  // `4 - 11 - 19 - 23` is a row of figures.
  const spaced = c.end - a.start > a.text.length + b.text.length + c.text.length + 2
  if (spaced && c.text.length === 2 && a.text.length < 3) return null
  const [x, y, z] = [Number(a.text), Number(b.text), Number(c.text)]
  const to = i + 5
  if (a.text.length === 4) return { year: x, month: y, day: z, from: i, to }
  if (numericDate === 'ymd' && a.text.length === 3) return { year: eraYear(x), month: y, day: z, from: i, to }
  if (c.text.length !== 4 && c.text.length !== 2) return null
  const year = c.text.length === 4 ? z : century(z)
  const monthFirst = numericDate === 'mdy' && mark!.text === '/' ? x <= 12 : y > 12
  if (numericDate === 'ymd' && a.text.length === 2 && c.text.length === 2)
    return { year: century(x), month: y, day: z, from: i, to }
  return monthFirst ? { year, month: x, day: y, from: i, to } : { year, month: y, day: x, from: i, to }
}

/** 2008年4月7日, 4月7日, 7日; Korean with 년 월 일; years of an era: 令和8年, 民國115年, 115年. */
function eastern(tokens: readonly Token[], i: number): PrintedDate | null {
  const date: PrintedDate = { from: i, to: i }
  for (const [part, units] of [
    ['year', '年년'],
    ['month', '月월'],
    ['day', '日일号號'],
  ] as const) {
    const [number, unit] = [tokens[date.to], tokens[date.to + 1]]
    if (number?.is !== 'number' || unit?.is !== 'word' || !units.includes(unit.text[0]!)) continue
    date[part] = part === 'year' ? eraYear(Number(number.text), tokens[i - 1]?.text) : Number(number.text)
    date.to += 2
  }
  if (date.to === i || (date.year && !date.month)) return null
  return date
}

function eraYear(year: number, before = ''): number {
  if (year >= 1000) return year
  const era = Object.keys(eras).find((name) => before.endsWith(name))
  if (era) return eras[era]! + year
  return year > 99 ? eras['民國']! + year : 2000 + year
}

const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 }

function monthFirst(tokens: readonly Token[], i: number, lexicon: Lexicon): PrintedDate | null {
  const named = monthTwice(tokens, i, lexicon)
  if (!named) return null
  const { month } = named
  let at = named.to
  if (isMark(tokens[at], '.')) at++
  // A misprint such as "Feb b22": a lone letter stuck to the day.
  if (tokens[at]?.is === 'word' && tokens[at]!.text.length === 1 && tokens[at + 1]?.start === tokens[at]!.end) at++
  const number = tokens[at]
  if (number?.is !== 'number') {
    if (isMark(number, ',') && tokens[at + 1]?.text.length === 4 && isYear(tokens[at + 1]))
      return { month, year: Number(tokens[at + 1]!.text), from: i, to: at + 2 }
    return null
  }
  if (isYear(number)) return { month, year: Number(number.text), from: i, to: at + 1 }
  if (number.text.length > 2) return null
  const day = Number(number.text)
  at++
  if (tokens[at]?.is === 'word' && ordinals.has(tokens[at]!.text) && tokens[at]!.start === number.end) at++
  const { year, to } = yearAt(tokens, at, lexicon)
  return { month, day, ...(year ? { year } : {}), from: i, to }
}

function dayFirst(tokens: readonly Token[], i: number, lexicon: Lexicon): PrintedDate | null {
  const number = tokens[i]
  const spelled = number?.is === 'word' ? lexicon.numbers.get(number.text) : undefined
  if (!number || (!spelled && (number.is !== 'number' || number.text.length > 2))) return null
  let at = i + 1
  while (
    at < i + 4 &&
    (isMark(tokens[at], '.-º°ª/') ||
      (tokens[at]?.is === 'word' &&
        (ordinals.has(tokens[at]!.text) ||
          (lexicon.fillers.has(tokens[at]!.text) && !monthOf(tokens[at]!.text, lexicon)))))
  )
    at++
  const named = monthTwice(tokens, at, lexicon)
  if (!named) return null
  const { month } = named
  const { year, to } = yearAt(tokens, named.to, lexicon)
  return { day: spelled ?? Number(number.text), month, ...(year ? { year } : {}), from: i, to }
}

function yearAt(tokens: readonly Token[], at: number, lexicon: Lexicon): { year?: number; to: number } {
  let i = at
  while (
    i < at + 3 &&
    (isMark(tokens[i], '.,،-') ||
      (tokens[i]?.is === 'word' && yearWords.has(tokens[i]!.text) && lexicon.fillers.has(tokens[i]!.text)))
  )
    i++
  if (isYear(tokens[i]) && !isMark(tokens[i + 1], ':')) return { year: Number(tokens[i]!.text), to: i + 1 }
  // 24-NOV-26, as trailers of takes have it.
  const short = tokens[at + 1]
  if (isMark(tokens[at], '-') && short?.is === 'number' && short.text.length === 2 && short.start === tokens[at]!.end)
    return { year: century(Number(short.text)), to: at + 2 }
  return { to: at }
}

function isYear(token: Token | undefined): boolean {
  if (token?.is !== 'number' || token.text.length !== 4) return false
  const year = Number(token.text)
  return (year >= 1800 && year <= 2199) || (year >= 1250 && year <= 1499)
}

function possible({ year, month, day }: PrintedDate): boolean {
  return (
    (month === undefined || (month >= 1 && month <= 12)) &&
    (day === undefined || (day >= 1 && day <= 31)) &&
    (year === undefined || year <= 2199)
  )
}

function century(year: number): number {
  return year < 50 ? 2000 + year : 1900 + year
}

export function isMark(token: Token | undefined, marks: string): boolean {
  return token?.is === 'mark' && marks.includes(token.text)
}

const ordinals = new Set(['st', 'nd', 'rd', 'th', 'er', 'ª', 'º', 'η', 'ο', 'ης', 'е', 'го', 'ое'])
const yearWords = new Set(['de', 'del', 'of', 'г', 'του', 'सन', 'سنة', 'سال', 'עד', 'in'])

/** The Gregorian day of a day of the Persian calendar (33-year cycle, good from 1800 to 2200). */
function fromPersian({ year = 1, month = 1, day = 1 }: PrintedDate): { year: number; month: number; day: number } {
  const y = year + 1595
  const months = month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186
  const days = -355668 + 365 * y + Math.floor(y / 33) * 8 + Math.floor(((y % 33) + 3) / 4) + day + months
  // Day 0 of that count is 1 January of the year 0 of the Gregorian reckoning carried back.
  const at = new Date(Date.UTC(2000, 0, 1) + (days - 730485) * 86_400_000)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}
