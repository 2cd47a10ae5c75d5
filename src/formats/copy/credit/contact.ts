import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold, wordsIn } from '../text/fold.ts'

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
