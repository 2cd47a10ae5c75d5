import { isAgency } from '../lexicon/agency-name.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold, wordsIn } from '../text/fold.ts'
import { creditsOf } from './credits.ts'
import { areNames, isName, peopleOf } from './people.ts'
import { reachesIn, withoutReaches } from './reach.ts'

/** Whether a line says who wrote: `By A and B`, `Reuters Staff`, `Von A, dpa`, `A 기자`. */
export function isByline(line: string, lexicon: Lexicon): boolean {
  if (line.length > 240) return false
  const text = unreached(line, lexicon)
  if (text.length > 150 || /[.!?]["”]?\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(text)) return false
  const folded = fold(text)
  const lead = lexicon.bylineLead.exec(folded)
  // Where words have no spaces, a role is one only with a space or a mark behind it, or with a short name.
  if (
    lead &&
    (!lexicon.eastern ||
      /^[\s:：=＝/／]|^(?!.*(?:專區|专区|專欄|专栏|站|團|团))\p{Script=Han}{2,4}$/u.test(text.slice(lead[0].length)))
  ) {
    const rest = text
      .slice(lead[0].length)
      .replace(/^\s*[:：–-]/u, '')
      .trim()
    if (!rest) return lead[0].includes(' ')
    const placed = lead[0].includes(' ') ? rest.replace(/^\p{Ll}{1,4} (?=\p{Lu})/u, '') : rest
    if (placed !== rest) return isWhoLine(placed.replace(/^[^,]+,\s*/u, ''), lexicon)
    return /^[\p{Lu}\p{Lo}"“'(]/u.test(rest) && isWhoLine(rest.replaceAll(/\s*\([\p{Ll} ]+\)/gu, ''), lexicon)
  }
  if (lexicon.bylineFollow.test(folded) && wordsIn(text) <= 8)
    return !lexicon.eastern || creditsOf(text, lexicon)?.names === true || text.length <= 8
  const words = text.split(' ')
  return words.length <= 4 && lexicon.jobs.has(fold(words.at(-1)!)) && isAgency(words.slice(0, -1).join(' '), lexicon)
}

/** A line under a byline: a job title or an agency's name. */
export function isJobLine(text: string, lexicon: Lexicon): boolean {
  if (text.length > 60 || wordsIn(text) > 6 || /[.!?]$/.test(text)) return false
  if (isAgency(text, lexicon)) return true
  return text.split(/[\s,/]+/u).some((word) => lexicon.jobs.has(fold(word)))
}

/** A line that is one or two names and nothing else; without capitals, two or three words of letters. */
export function isNameLine(line: string, lexicon: Lexicon): boolean {
  const text = line.length < 160 ? unreached(line, lexicon) : line
  if (lexicon.code === 'ja' && /^[\p{Script=Han}々]{1,3} ?[\p{Script=Han}\p{Script=Hiragana}々]{1,3}$/u.test(text))
    return text.length >= 4
  if (!lexicon.eastern && /^\p{Lo}/u.test(text))
    return text.length <= 26 && /^[\p{L}\p{M}'’״׳-]{2,12}(?: [\p{L}\p{M}'’״׳-]{2,12}){1,2}$/u.test(text)
  if (text.length > 70 || !/^\p{Lu}/u.test(text)) return false
  const titled = /^([^,]+),\s+(\p{Ll}.*)$/u.exec(text)
  const job = titled?.[2]!
    .split(/\s+/u)
    .some((word, i, all) => lexicon.jobs.has(fold(word)) || lexicon.jobs.has(fold(`${word} ${all[i + 1]}`)))
  const people = peopleOf(job ? titled![1]! : text, lexicon)
  return (
    people.length > 0 &&
    people.length <= 3 &&
    people.every(
      ({ name, kind }, i) =>
        (kind === 'desk' && i > 0) || (isName(name, lexicon) && name.includes(' ') && !/\d/.test(name)),
    )
  )
}

function unreached(line: string, lexicon: Lexicon): string {
  const reaches = reachesIn(line, lexicon)
  return reaches.length
    ? withoutReaches(line, reaches)
        .replaceAll(/\s{2,}/gu, ' ')
        .trim()
    : line
}

function isWhoLine(line: string, lexicon: Lexicon): boolean {
  // "By Ana Ruiz - Analysis": what kind of piece it is.
  const rest = line.replace(/\s+[-–—]\s?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u, '')
  const people = peopleOf(rest, lexicon)
  return (
    areNames(people, lexicon) ||
    (wordsIn(rest) <= 9 &&
      /\p{Lu}/u.test(rest) &&
      !/[.!?]$/u.test(rest) &&
      people.some(({ name }) => isName(name, lexicon)))
  )
}
