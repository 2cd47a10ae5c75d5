import type { Lexicon } from '../lexicon/lexicon.ts'
import { dateAt, isoDate } from '../moment/dates.ts'
import { tokensOf } from '../moment/tokens.ts'
import type { ReadDateline } from '../reading.ts'
import { fold } from '../text/fold.ts'

/** Places and date of what stands before the source; null when it does not read like a place. */
export function placed(text: string, lexicon: Lexicon): { places: ReadDateline['places']; date?: string } | null {
  const trimmed = text
    .trim()
    .replace(/^[-–—*_=\s]+|[-–—\s]+$/gu, '')
    .replace(/[,.،:،\s]+$/u, (end) => (end.includes('.') && !end.includes(',') ? '.' : ''))
  const day = dateIn(trimmed, lexicon) ?? dayAtEnd(trimmed, lexicon)
  const rest = day ? trimmed.slice(0, day.start) : trimmed
  if (day && trimmed.slice(day.end).replace(/[\s.,،/-]+/gu, '').length > 3) return null
  const places = placesOf(rest, lexicon)
  if (day?.iso && !rest.trim()) return { places: [], date: day.iso }
  if (
    !places.length ||
    places.some(({ name, region }) => !isPlaceLike(name) || (region !== undefined && !isPlaceLike(region)))
  )
    return null
  return { places, ...(day?.iso ? { date: day.iso } : {}) }
}

/** The date in a dateline: the last one before its end; a month or a weekday alone is taken off but says nothing. */
export function dateIn(text: string, lexicon: Lexicon): { iso: string; start: number; end: number } | null {
  const tokens = tokensOf(fold(text))
  for (let i = 0; i < tokens.length; i++) {
    const date = dateAt(tokens, i, lexicon)
    if (date && (date.day || date.year)) {
      const before = tokens[i - 1]
      const from = before && lexicon.fillers.has(before.text) ? before : tokens[i]!
      return { iso: date.month || date.day ? isoDate(date) : '', start: from.start, end: tokens[date.to - 1]!.end }
    }
    const token = tokens[i]!
    if (
      i > 0 &&
      i >= tokens.length - 2 &&
      token.is === 'word' &&
      (lexicon.weekdays.has(token.text) || (lexicon.months.has(token.text) && tokens[i - 1]!.text === ','))
    )
      return { iso: '', start: token.start, end: text.length }
  }
  return null
}

/** `Wien, 24.11.`, `MADRID, 24`: figures after the place that are a day without a year. */
function dayAtEnd(text: string, { numericDate }: Lexicon): { iso: string; start: number; end: number } | null {
  const found = /[,.]\s*(\d{1,2})(?:[./](\d{1,2}))?\.?\s*$/u.exec(text)
  if (!found) return null
  const [first, second] = [Number(found[1]), Number(found[2] ?? 0)]
  const [day, month] = numericDate === 'mdy' && second ? [second, first] : [first, second]
  if (day < 1 || day > 31 || month > 12) return null
  return { iso: isoDate({ day, ...(month ? { month } : {}) }), start: found.index, end: text.length }
}

/** `TBILISI/ST PETERSBURG, Russia`: strokes part places; a comma leads a region. */
export function placesOf(text: string, lexicon: Lexicon): ReadDateline['places'] {
  const places: { name: string; region?: string }[] = []
  for (const part of text.split(
    lexicon.eastern ? /\s*[/／・·、，]\s*/u : /\s*[/／・](?!(?:Main|Oder|Saale|Lahn|Weser)\b)\s*|\s+(?:-|–)\s+/u,
  )) {
    const [name = '', ...regions] = part.split(/\s*[,،、，]\s*/u).map((piece) => piece.trim())
    const clean = name.replace(/^[.\s]+/u, '').replace(/(?<=\p{L}{3})\.$/u, '')
    if (!clean) continue
    const region = regions.filter((piece) => piece && !lexicon.weekdays.has(fold(piece))).join(', ')
    places.push({ name: clean, ...(region ? { region } : {}) })
  }
  return places
}

function isPlaceLike(name: string): boolean {
  if (name.length > 45 || /[\d“”"«»;:!?%$@]/u.test(name)) return false
  const words = name.split(/[\s-]+/u).filter(Boolean)
  if (!words.length || words.length > 6) return false
  return words.every(
    (word) =>
      /^[\p{Lu}\p{Lo}'’(]/u.test(word) ||
      /^(?:of|the|de|la|le|las|los|del|da|do|dos|das|am|an|der|im|in|bei|sur|sous|les|al|el|di|on|upon|and|y|e|et|und|van|den|'s|zu|über|near|near,|na|in|aux|en|du|des)$/u.test(
        word,
      ),
  )
}

/** One or two words before each comma, in a script without capitals. */
export function isPlainPlace(text: string): boolean {
  return /^\p{Lo}/u.test(text) && text.split(/[,،/]/u).every((part) => part.trim().split(/\s+/u).length <= 2)
}
