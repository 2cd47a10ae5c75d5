import { isAgency } from '../lexicon/agency-name.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold } from '../text/fold.ts'

/** What closes a take at the end of its last paragraph: where the copy ends, and an agency if one signs. */
export type Closing = { end: number; source?: string; trailer: string }

/**
 * Finds end marks behind the last sentence: `(END)`, `NNNN`, ` Reuter`, ` dpa ab cd`, `(AP)`, `/ENDS/`. Null when the text ends with
 * its last sentence.
 */
export function closingOf(text: string, lexicon: Lexicon): Closing | null {
  const from = Math.max(0, text.length - 200)
  const tail = text.slice(from)
  const found = marked(tail, lexicon) ?? signed(tail, lexicon)
  return found && { ...found, end: found.end + from }
}

/** Whether a whole line only closes: `(END)`, `Reuter`, `-30-`, `NNNN`, `// انتهى //`, `PTI ADS SKV`. */
export function closingLine(text: string, lexicon: Lexicon): { source?: string } | null {
  if (text.length > 60) return null
  const bare = fold(text).replaceAll(/^[\s([（【/*#=–—-]+|[\s)\]）】/*#=.–—-]+$/gu, '')
  if (lexicon.ends.has(bare) || /^(?:30|0|nnnn|zczc|eom|###)$/u.test(bare)) return {}
  const marks = signedWithMarks(text, lexicon)
  if (marks) return marks
  const name = text.replaceAll(/^(?:[\s([（【/*–—©ⓒ-]|(?<=[(（])[cC][)）])+|[\s)\]）】/*.–—-]+$/gu, '')
  if (isAgency(name, lexicon) && !/[:,]/u.test(text)) return { source: name }
  const [first = '', ...rest] = text.split(/[\s/]+/u)
  if (
    rest.length &&
    isAgency(first, lexicon) &&
    rest.every((part) => /^[\p{L}\d.]{1,5}$/u.test(part)) &&
    areInitials(rest.join('/'))
  )
    return { source: first }
  return areInitials(text) &&
    (text.includes('/') || /^[a-z]{2,3}\.[a-z]{2,3}$|^[A-Z\d]{2,4}(?:-[A-Z\d]{2,4})+$/u.test(text))
    ? {}
    : null
}

/** Initials of desks and writers that close a take: `ADS SKV SZM`, `ah.rk`, `/lmk/jha/`, `ا ف ب/س ر`. */
export function areInitials(text: string): boolean {
  const bare = text.replaceAll(/[()]/gu, ' ').replace(/^[\s/[]+|[\s/\]]+$/gu, '')
  if (!bare || bare.length > 40) return false
  const parts = bare.split(/[\s/.,|+-]+/u)
  return (
    parts.length >= 1 &&
    parts.length <= 7 &&
    parts.every((part) => /^[\p{L}\d]{1,4}$/u.test(part)) &&
    (/[/.]/u.test(text) || (bare === bare.toUpperCase() && bare !== bare.toLowerCase() && parts.length > 1))
  )
}

/** `ا ف ب/س ر/ن ح`, `--(بترا) ف ح/ م`, `(النهاية) ع ب د`, `भाषा गोला मनीषा`: an agency or an end mark, and the marks of the desk in a script without capitals. */
function signedWithMarks(text: string, { agencies, ends }: Lexicon): { source?: string } | null {
  if (!/\p{Lo}/u.test(text) || /[.:،,؛;!?।]/u.test(text)) return null
  if (/^[-–—*/]+\s*[\p{Lo}\p{M}]{1,4}(?:[\s/]+[\p{Lo}\p{M}]{1,4}){0,2}\s*[-–—*/]+$/u.test(text)) return {}
  const [, opened, first = '', marks = ''] =
    /^[\s–—-]*([([（]?)([^()（）[\]/]{2,24}?)(?:[)\]）]|(?<!\s)\s*\/|\s)\s*(.+)$/u.exec(text) ?? []
  const closes = ends.has(fold(first)) && opened !== ''
  if (!closes && !agencies.has(fold(first))) return null
  const parts = marks.split(/[\s/]+/u).filter(Boolean)
  const short = parts.every((part) => part.length <= 3)
  const names = /\p{Script=Devanagari}/u.test(marks) && parts.length <= 4 && parts.every((part) => part.length <= 12)
  return parts.length && (short || names) ? (closes ? {} : { source: first }) : null
}

const bracketed = /[([（【/*-]+\s*([\p{L}\p{M}\d ]{1,14}?)\.?\s*[)\]）】/*-]+/gu

/** An end mark in brackets near the end; everything behind it goes with it. */
function marked(text: string, { ends }: Lexicon): Closing | null {
  const from = Math.max(0, text.length - 110)
  for (const found of text.slice(from).matchAll(bracketed)) {
    if (!ends.has(fold(found[1]!.trim()))) continue
    const at = from + found.index
    const trailer = text.slice(at + found[0].length)
    if (/[.!?]["”]?\s/u.test(trailer) || trailer.split(' ').length > 8) continue
    return { end: at, trailer: trailer.trim() }
  }
  const word = /[.!?…。।؟"”»)]\s*[=–—-]*\s*([\p{L}\p{M}]{3,9})\.?$/u.exec(text)
  if (word && ends.has(fold(word[1]!))) return { end: word.index + 1, trailer: '' }
  const initials = /[.!?…。।؟"”»“)]\s+\/?(\p{Ll}{2,4}(?:\/\p{Ll}{2,4}){1,3})\/?$/u.exec(text)
  if (initials) return { end: initials.index + 1, trailer: '' }
  const wired = /\s*(?:NNNN|####?|-30-|-0-|\*{3})\s*$/u.exec(text)
  return wired ? { end: wired.index, trailer: '' } : null
}

/** An agency's name, and perhaps initials, after the last full stop. */
function signed(text: string, lexicon: Lexicon): Closing | null {
  const found =
    /[.!?…。।؟"”»“)」]\s*(?:[-–—=]{1,2}\s*)?(?:[(（][cC][)）]|[©ⓒ])?[([（/]?((?:\p{L}[\p{L}.-]{1,18})(?:[\s/][\p{L}\d-]{1,18}){0,3})[)\]）/]?\.?\s*$/u.exec(
      text,
    )
  if (!found) return null
  const whole = found[1]!
  const [first = '', ...rest] = whole.split(/[\s/]+/u)
  const known = isAgency(whole, lexicon)
  if (!known && /^\p{Lu}/u.test(whole) && lexicon.ends.has(fold(whole)) && !text.endsWith('.'))
    return { end: found.index + 1, trailer: '' }
  const initials =
    rest.length > 0 && rest.every((part) => /^[\p{Ll}\d]{1,6}$/u.test(part) || /^\p{Lu}{2,3}$/u.test(part))
  if (!known && !(isAgency(first, lexicon) && initials)) return null
  const end = found.index + 1
  return { end, source: known ? whole : first, trailer: '' }
}
