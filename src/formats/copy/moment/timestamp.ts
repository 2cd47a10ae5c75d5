import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold, wordsIn } from '../text/fold.ts'
import { type PrintedMoment, momentIn } from './moments.ts'

/** A line that says when: the moment of publication, perhaps that of the last change, and an age that is of no use. */
export type Timestamp = {
  published?: string
  updated?: string
  age?: { start: number; end: number }
  /** A day without a clock beside other words: where copy goes on, it is copy. */
  said?: true
}

/**
 * What a line of date, clock, labels and perhaps a place or an agency says; null when there is more in it. A line that is
 * nothing but an age (`8 months ago`) has only that.
 */
export function timestampOf(text: string, lexicon: Lexicon): Timestamp | null {
  const key = text.length
  const known = recent[key & 63]
  if (known?.text === text && known.lexicon === lexicon) return known.stamp
  const stamp = stampOf(text, lexicon)
  recent[key & 63] = { text, lexicon, stamp }
  return stamp
}

/** The same lines are asked for several times while a take is read. */
const recent: ({ text: string; lexicon: Lexicon; stamp: Timestamp | null } | undefined)[] = []

function stampOf(printed: string, lexicon: Lexicon): Timestamp | null {
  if (printed.length > 170 || wordsIn(printed, 28) > 26) return null
  const text = loosened(printed)
  const folded = fold(text)
  if (!/\d/.test(folded)) return ageAlone(folded, lexicon)
  const found = lexicon.age.exec(folded)
  const age =
    found && agesOnly(folded, found.index, found.index + found[0].length, lexicon)
      ? { start: found.index, end: found.index + found[0].length }
      : partOfPage(folded, lexicon)
  const blanked = age ? text.slice(0, age.start) + ' '.repeat(age.end - age.start) + text.slice(age.end) : text
  const first = dated.test(folded) ? momentIn(blanked, lexicon) : null
  if (!first && found?.index === 0 && !remainder(folded.slice(found[0].length), lexicon).length)
    return { age: { start: 0, end: text.length } }
  if (!first) return age && !leftOver(folded.slice(0, age.start) + folded.slice(age.end), lexicon) ? { age } : null
  const second = dated.test(folded.slice(first.end)) ? momentIn(blanked.slice(first.end), lexicon) : null
  const before = folded.slice(0, first.start)
  const between = folded.slice(
    first.end,
    second ? first.end + second.start : age && age.start > first.end ? age.start : undefined,
  )
  const after = second
    ? folded.slice(first.end + second.end)
    : age && age.start > first.end
      ? folded.slice(age.end)
      : ''
  if (leftOver(`${blank(before, age)} ${blank(between, null)} ${after}`, lexicon, first)) return null
  if (isSaid(text.slice(0, first.start), lexicon, first.clock || age ? 2 : 1)) return null
  if (second && momentIn(blanked.slice(first.end + second.end), lexicon)) return null
  const stamp: Timestamp = age ? { age } : {}
  if (!first.clock && !age && /\p{L}{3}/u.test(remainder(`${before} ${between} ${after}`, lexicon).join(' ')))
    stamp.said = true
  const firstIsUpdate = lexicon.updated.test(before) && !lexicon.published.test(before)
  // Japanese and Chinese put the label behind the moment.
  const secondIsUpdate = second && (lexicon.updated.test(between) || (lexicon.eastern && lexicon.updated.test(after)))
  if (firstIsUpdate) stamp.updated = first.iso
  else stamp.published = first.iso
  if (second && firstIsUpdate && !secondIsUpdate) stamp.published = second.iso
  else if (second && secondIsUpdate) stamp.updated = second.iso
  return stamp
}

/**
 * Moments that a page glued (`Nov 19 20197:05 AM ESTUpdated Tue`), or printed with a clock of four figures and a second zone
 * (`0339 GMT (1139 HKT)`), as others print them. The length stays, but where a space was lost.
 */
function loosened(text: string): string {
  if (!/\d{4}(?:\d{1,2}:\d\d| GMT)|[A-Z]{3}[A-Z]\p{Ll}{3}/u.test(text)) return text
  return text
    .replaceAll(/(?<=(?:19|20)\d\d)(?=\d{1,2}:\d\d)|(?<=\b[A-Z]{2,4})(?=Updated\b)/gu, ' ')
    .replaceAll(/\b(\d\d)(\d\d) GMT(?: \(\d{4} [A-Z]{2,4}\))?/gu, '$1:$2 GMT')
}

/** "acquired Sept. 1, 1986": a word written small before a day without a clock, and no label, belongs to a sentence. */
function isSaid(before: string, lexicon: Lexicon, most: number): boolean {
  const folded = fold(before)
  if (most === 1 && (lexicon.published.test(folded) || lexicon.updated.test(folded))) return false
  const said = before
    .split(/[\s,;:|/()·•.،—–[\]-]+/u)
    .filter((word) => /^\p{Ll}{3,}/u.test(word) && !isLabel(fold(word), lexicon))
  return said.length >= most
}

function isLabel(word: string, { fillers, agencies, published, updated }: Lexicon): boolean {
  return fillers.has(word) || agencies.has(word) || published.test(word) || updated.test(word)
}

/** A year, a date in figures or a day of the East: without one of them no moment stands in a line. */
const dated = /\d{4}|\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d|[日号일]/

function ageAlone(folded: string, lexicon: Lexicon): Timestamp | null {
  const found = lexicon.age.exec(folded)
  if (!found || folded.length > 40 || leftOver(folded.replace(found[0], ' '), lexicon)) return null
  return { age: { start: found.index, end: found.index + found[0].length } }
}

/** An age stands alone between marks or at an end; "in 10 years" inside a sentence is none. */
function agesOnly(folded: string, start: number, end: number, lexicon: Lexicon): boolean {
  if (!/^\s*(?:$|[/|,;·•—–\-)]|\d{1,4}[/.-]\d)/u.test(folded.slice(end))) return false
  const before = folded.slice(0, start)
  if (/(?:^|[/|,;:·•—–\-().\d])\s*$/u.test(before)) return true
  const word = /(\S+)\s+$/u.exec(before)?.[1] ?? ''
  const { am, pm, fillers, updated, published } = lexicon
  if (am.has(word) || pm.has(word) || fillers.has(word) || updated.test(word) || published.test(word)) return true
  return /^(?:[a-z]{2,4}|\d+h\d*)$/u.test(word) && /\d/.test(before)
}

/** `24 November | 2 min read`: words of the page between marks beside a moment, dropped like an age. */
function partOfPage(folded: string, { furniture }: Lexicon): { start: number; end: number } | undefined {
  let start = 0
  for (const mark of folded.matchAll(/\s*[|·•/]\s*|$/gu)) {
    const part = folded.slice(start, mark.index).trim()
    if (start > 0 && part && furniture.shapes.test(part)) return { start, end: mark.index }
    start = mark.index + mark[0].length
  }
  return undefined
}

function blank(text: string, age: { start: number; end: number } | null | undefined): string {
  return age && age.end <= text.length ? text.slice(0, age.start) + text.slice(age.end) : text
}

/** Whether more than labels, fillers, an agency and a place of a few words is left of a line. */
function leftOver(folded: string, lexicon: Lexicon, moment?: PrintedMoment): boolean {
  const words = remainder(folded, lexicon)
  return words.length > (moment?.clock ? 5 : 3) || words.some((word) => word.length > 18)
}

/** The words of a line that are neither label nor filler nor part of a moment. */
function remainder(folded: string, lexicon: Lexicon): string[] {
  return folded
    .replace(lexicon.published, ' ')
    .replace(lexicon.updated, ' ')
    .split(/[\s,;:|/()·•.،—–[\]-]+/u)
    .filter(
      (word) =>
        word &&
        !lexicon.fillers.has(word) &&
        !lexicon.weekdays.has(word) &&
        !/^\d{1,2}$|^(?:gmt|utc|am|pm|ist|reuters|et|\d{3,4}(?:gmt|z)?)$/u.test(word),
    )
}
