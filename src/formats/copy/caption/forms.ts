import { isName } from '../credit/people.ts'
import { isAgency, mentionsAgency } from '../lexicon/agency-name.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold } from '../text/fold.ts'
import { type Credited, type PictureCredit, pictureCredit } from './credit.ts'

/** The marks with which an agency closes a caption, and the words by which a page lets a caption be hidden or a picture be made larger, at the end of a caption. */
export function withoutButtons(text: string): string {
  const plain = text.includes('+++') ? text.replace(/\s*\+\+\+[^+]{2,40}\+\+\+\s*$/u, '') : text
  return plain
    .replace(
      /^(?:enlarge (?:this )?image|an? icon in the shape of [^.]{3,40}\.|[a-z]+ (?:down|right|left|up) icon an icon in the shape of [^.]{3,40}\.)\s+/iu,
      '',
    )
    .replace(
      /\s*(?:\b(?:hide|toggle|show|view) caption|enlarge (?:this )?(?:image|photo)|view image in full ?screen|open image in (?:gallery|modal)|click to (?:enlarge|expand)|buy photo|zoom in|(?<=[.!?]\s)(?:less|more))\s*$/iu,
      '',
    )
}

/**
 * Credits in manners that are no agency's own: behind a bar, behind `via`, as `Copyright … All rights reserved` after a credit that was given
 * before, and a name before an agency's bracket. `inner` reads what stands before such an end.
 */
export function oddCredit(text: string, lexicon: Lexicon, inner: (text: string) => Credited | null): Credited | null {
  const owned =
    /(?:^|[\s.!?)\]”"])\s*[-–—|/]?\s*(?:copyright|©|\(c\))\s*(?:\d{4}\s+)?(?=\p{L})([^.!?]{2,70}?)(?:[.,]\s*all rights reserved)?\.?$/iu.exec(
      text,
    )
  if (owned && /copyright|all rights/iu.test(owned[0])) {
    const before = text.slice(0, owned.index + (/^[.!?)\]”"]/u.test(owned[0]) ? 1 : 0)).trimEnd()
    const given = inner(before)
    if (given) return given
    const credit = mentionsAgency(owned[1]!.replace(/^the /iu, ''), lexicon) ? pictureCredit(owned[1]!, lexicon) : null
    if (credit) return { credit, textEnd: before.length }
  }
  const barred = /\s+[|•]\s+([^|•]{2,80}?)\.?$/u.exec(text)
  if (barred && isWhole(barred[1]!, lexicon)) {
    const credit = pictureCredit(barred[1]!, lexicon)
    if (credit) return { credit, textEnd: barred.index }
  }
  const passed = /(?<=[.!?…”"’')\]]|\d{4})\s+((?:\p{Lu}[^.!?]{1,60}?\s)?v[ií]a\s+\p{Lu}[^.!?]{1,40})\.?$/u.exec(text)
  if (passed && passed[1]!.split(' ').length <= 10 && mentionsAgency(passed[1]!, lexicon)) {
    const credit = pictureCredit(passed[1]!, lexicon)
    if (credit) return { credit, textEnd: passed.index }
  }
  return null
}

/** `Name/House` or words that name an agency, and no more. */
function isWhole(part: string, lexicon: Lexicon): boolean {
  if (part.split(' ').length > 9 || /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(part)) return false
  const [first = '', second] = part.split(/\s*\/\s*/u)
  return (
    mentionsAgency(part, lexicon) ||
    (second !== undefined && isName(first, lexicon) && first.includes(' ') && /^\p{Lu}/u.test(second))
  )
}

/** `… 2026. / RAFA LUQUE (EFE)`: the name that stands before the agency's bracket, and where the sentence ends. */
export function nameBefore(text: string, end: number, lexicon: Lexicon): { name: string; end: number } | null {
  const found = /\s*(?:\s[/|]\s+|(?<=[.!?…”"])\s+)(\p{Lu}[\p{L}\p{M}.'’ -]{3,40})$/u.exec(text.slice(0, end).trimEnd())
  if (!found || !isName(found[1]!, lexicon) || !found[1]!.includes(' ') || found[1]!.split(' ').length > 4) return null
  return { name: found[1]!, end: found.index }
}

/**
 * A credit before the sentence: `© Getty Images A crowd …`, `Photo by Name—Getty Images. A crowd …`. It ends with the first agency, or with the
 * full stop behind it.
 */
export function leadingCredit(text: string, lexicon: Lexicon): { credit: PictureCredit; length: number } | null {
  const folded = fold(text.slice(0, 120))
  lexicon.captions.credit.lastIndex = 0
  const label = lexicon.captions.credit.exec(folded)
  const led = label?.index === 0 && (/\sby$/u.test(label[0]) || /^\s*:/u.test(folded.slice(label[0].length)))
  const start = /^[©]\s*/u.exec(text)?.[0].length ?? (led ? label[0].length : 0)
  if (!start) return null
  const from = start + /^[\s:：]*/u.exec(text.slice(start))![0].length
  for (let n = 1, end = from; n <= 10; n++) {
    const next = /^\s*[^\s]+/u.exec(text.slice(end))
    if (!next) return null
    end += next[0].length
    const words = text.slice(from, end)
    const last = words
      .replace(/[.:]$/u, '')
      .split(/\s*[/—|,]\s*/u)
      .at(-1)!
    // `Getty` may go on as `Getty Images`.
    const more = /^\s+[^\s]+/u.exec(text.slice(end))?.[0] ?? ''
    if (lexicon.agencies.has(fold(last + more).replace(/[.:]$/u, ''))) continue
    if (!lexicon.agencies.has(fold(last))) {
      if (/[.!?]$/u.test(words) && n > 5) return null
      continue
    }
    const rest = text.slice(end).replace(/^\s*(?:\([^()]{3,20}\))?[\s.:|–—-]*/u, '')
    if (
      /^[/,—]/u.test(text.slice(end).trimStart()) ||
      rest.split(' ').length < 5 ||
      !/^["“„«»\p{Lu}\p{Lo}\d]/u.test(rest)
    ) {
      continue
    }
    const credit = pictureCredit(words.replace(/—/gu, '/').replace(/[.:]$/u, ''), lexicon)
    return credit && isAgency(last, lexicon) ? { credit, length: text.length - rest.length } : null
  }
  return null
}

/** A long dash between a name and a house at the end, as a stroke: the length stays. */
export function withStrokes(text: string): string {
  return text.replace(/(?<=\p{L})—(?=\p{Lu}[\p{L} .&]{1,40}\.?$)/u, '/')
}
