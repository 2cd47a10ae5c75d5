import { fold, wordsIn } from './fold.ts'
import type { Lexicon } from './lexicon.ts'

/** Whether a line is how to reach somebody: an address, a number, a label of one. */
export function isContactLine(text: string, lexicon: Lexicon): boolean {
  if (text.length > 220) return false
  if (/^[\s(]*(?:e-?mail:?\s*)?[\w.+-]+(?:@|\(at\))[\w-]+(?:\.[\w-]+)+[\s)]*$/iu.test(text)) return true
  const folded = fold(text).replace(/^[\s([*]+/u, '')
  const lead = lexicon.contacts.exec(folded)
  if (lead) {
    const rest = folded.slice(lead[0].length)
    if (
      /^[^:]{0,24}[:：]/u.test(rest) &&
      (/\d{4}|@|\(at\)|https?:/u.test(rest.replaceAll(/[\s()-]/gu, '')) || wordsIn(rest, 8) < 5)
    )
      return true
    if (/^\s*[+(]?\d[\d\s()./-]{5,}/u.test(rest)) return true
  }
  return (
    wordsIn(text, 20) < 16 &&
    !(lexicon.eastern && text.length > 70) &&
    (/[\w.+-]+@[\w-]+\.\w{2,}/u.test(text) || /(?:\+|(?<![\d.,])00)\d[\d\s()-]{8,}\d/u.test(text)) &&
    !/[.!?]\s*$/u.test(text)
  )
}

/** Whether a bracket holds an exchange rate or another sum for the desk: `($1 = 0.87 euros)`. */
export function isCurrencyNote(text: string): boolean {
  const bare = fold(text).replace(/^[\s([{【*]+|[\s)\]}】*.]+$/gu, '')
  return bare.length < 160 && /\d[^=()[\]]{0,24}=|=[^=\d()[\]]{0,12}\d/u.test(bare) && !/https?:/iu.test(bare)
}

/** Whether a bracket sends the reader elsewhere: `(For more stories, click here)`. */
export function isPromotion(text: string): boolean {
  return /\b(?:click|visit|go to|www\.|https?:|see also|sign up|double-click|blogs?\.|for (?:more|previous|related|full|additional|other|the latest|a)\b|to (?:view|read|see|follow|watch|listen)\b)/iu.test(
    text,
  )
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
