import { isName } from '../credit/people.ts'
import { isAgency, mentionsAgency } from '../lexicon/agency-name.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold } from '../text/fold.ts'
import { type Credited, pictureCredit } from './credit.ts'
import { nameBefore, oddCredit, withStrokes } from './forms.ts'
import { labelFlag, labelOf } from './label.ts'

/** Finds the credit at the end of a caption, in any of its forms. */
export function creditAt(printed: string, lexicon: Lexicon): Credited | null {
  const text = withStrokes(printed)
  if (text.length <= 480) return creditWithin(text, lexicon)
  // A letter before the window keeps its beginning from being taken for that of the caption.
  const from = text.length - 360
  const found = creditWithin(`x${text.slice(from)}`, lexicon)
  return found && found.textEnd > 0 ? { ...found, textEnd: found.textEnd + from - 1 } : null
}

function creditWithin(text: string, lexicon: Lexicon): Credited | null {
  return (
    inBrackets(text, lexicon) ??
    (oddEnd.test(text) ? oddCredit(text, lexicon, (before) => creditWithin(before, lexicon)) : null) ??
    labelledCredit(text, lexicon) ??
    stroked(text, lexicon) ??
    strokedPlainly(text, lexicon) ??
    trailing(text, lexicon)
  )
}

/** Marks without which no odd manner is met. */
const oddEnd = /copyright|all rights|\s[|•]\s|\sv[ií]a\s/iu

/** `(Name/Pool Photo via AP)`, `[REUTERS/Name]`; brackets of restrictions may follow. */
function inBrackets(text: string, lexicon: Lexicon): Credited | null {
  const label = /\s*[(（]([^()（）]{3,24})[)）]\s*$/u.exec(text)
  if (label && labelFlag(label[1]!, lexicon)) {
    const inner = creditAt(text.slice(0, label.index), lexicon)
    return (
      inner && { ...inner, credit: { ...inner.credit, flags: [...inner.credit.flags, labelFlag(label[1]!, lexicon)!] } }
    )
  }
  const found =
    /\s*[(（[【]([^()（）[\]【】]{2,160}(?:\([^()]{1,40}\)[^()[\]]{0,80})?)[)）\]】]\s*[.。]?\s*((?:[A-Z]{2,4}\d{2,4}\s*)*)$/u.exec(
      text,
    )
  if (!found) return null
  const inner = found[1]!
  if (!looksCredited(inner, lexicon)) return null
  const before = text.slice(0, found.index)
  const doubled = /[)\]]\s*$/u.test(before) ? inBrackets(before, lexicon) : null
  if (doubled && /photo credit should read/iu.test(inner)) return doubled
  const credit = pictureCredit(inner, lexicon)
  if (!credit) return null
  if (doubled?.credit.photographer && fold(doubled.credit.photographer) === fold(credit.photographer ?? ''))
    return { credit, textEnd: doubled.textEnd }
  const named = credit.photographer ? null : nameBefore(text, found.index, lexicon)
  if (named) return { credit: { ...credit, photographer: named.name }, textEnd: named.end }
  // `… Missouri. A Name/Getty Images/AFP (Photo by A Name / Getty Images via AFP)`: the same twice.
  const twice = before.endsWith('.') ? null : stroked(before, lexicon)
  const same = twice && credit.photographer && fold(twice.credit.photographer ?? '') === fold(credit.photographer)
  return { credit, textEnd: same ? twice.textEnd : found.index }
}

/**
 * `(Imagohaus/Ada Neri)`, or `Imagohaus/Ada Neri` as a last sentence: a house nobody listed and a person; good only where the
 * text is known to be a caption.
 */
export function byNames(text: string, lexicon: Lexicon): Credited | null {
  const found =
    lastSentence.exec(text) ?? /\s*\((\p{Lu}[\p{L}.&'’ -]{2,40})\s*\/\s*(\p{Lu}[\p{L}.'’ -]{2,40})\)\s*$/u.exec(text)
  if (!found || ![found[1]!, found[2]!].some((part) => isNamed(part.trim(), lexicon))) return null
  const credit = pictureCredit(`${found[1]}/${found[2]}`, lexicon)
  return credit ? { credit, textEnd: found.index } : null
}

const lastSentence =
  /(?:(?<=[.!?…。！？؟।]["”»」]?)\s*|(?<=\b\d{4})\s+|\s[-–—|]\s+)((?!\p{Ll})\p{L}[\p{L}\p{M}.&'’ ー・-]{1,40}?)\s*[/／]\s*((?!\p{Ll})\p{L}[\p{L}\p{M}.'’ ー・-]{2,40}?)\s*[.。]?$/u

/** Two words of a name; where there are no capitals, two words or a mark between them are as much as can be asked. */
function isNamed(part: string, lexicon: Lexicon): boolean {
  return /\p{Lo}/u.test(part) ? /^\S+[ ・]\S+$/u.test(part) : isName(part, lexicon) && part.includes(' ')
}

function looksCredited(inner: string, lexicon: Lexicon): boolean {
  if (/[.!?]\s+\p{Ll}/u.test(inner) || inner.split(' ').length > 16) return false
  const folded = fold(inner)
  return (
    mentionsAgency(inner, lexicon) ||
    (lexicon.captions.photoWord.test(folded) && /[:/]|\bby\b|courtesy/iu.test(inner)) ||
    lexicon.captions.courtesy.test(folded) ||
    /\bv[ií]a\s+\p{Lu}/u.test(inner)
  )
}

/** `Credit: Reuters/Name`, `Photograph: Name/AFP`, `/ צילום: …`, `© Name/Agency`, `| Photo: …` */
function labelledCredit(text: string, lexicon: Lexicon): Credited | null {
  const folded = fold(text)
  lexicon.captions.credit.lastIndex = Math.max(0, text.length - 180)
  const labelled = labelOf(text, lexicon).length
  let best: { start: number; end: number } | null = null
  for (let found = lexicon.captions.credit.exec(folded); found; found = lexicon.captions.credit.exec(folded)) {
    const end = found.index + found[0].length
    const marked =
      /^\s*(?:[:：]|\.{3})\s*\S/u.test(text.slice(end)) ||
      (/\sby$|\sof$/u.test(found[0]) && /^\s+\p{Lu}/u.test(text.slice(end)))
    // In the middle of a sentence only a capital says that a label begins; scripts without capitals are not asked.
    const opens =
      found.index === 0 ||
      /[.!?”"'’)…|/\]–—-]\s*$|^\s*$/u.test(text.slice(0, found.index)) ||
      !/^\p{Ll}/u.test(text[found.index]!)
    if (marked && opens && !best && found.index >= labelled) best = { start: found.index, end }
  }
  const sign = /\s*©\s*(?=\p{L})/u.exec(text.slice(-140))
  if (!best && sign) {
    const start = Math.max(0, text.length - 140) + sign.index
    best = { start, end: start + sign[0].length }
  }
  if (!best) return null
  const rest = text.slice(best.end)
  if (rest.length > 140 || /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}|[»”!?]/u.test(rest)) return null
  const credit = pictureCredit(rest.replace(/^\s*(?:[:：]|\.{3})\s*/u, ''), lexicon)
  if (!credit) return null
  const textEnd = text.slice(0, best.start).replace(/\s*[/|•·–—-]?\s*$/u, '').length
  return { credit, textEnd }
}

/** `… 2008. REUTERS/Name/File Photo`, `… drum. THE CANADIAN PRESS/HO-Name, *MANDATORY CREDIT*`. */
function stroked(text: string, lexicon: Lexicon): Credited | null {
  for (const found of text.matchAll(
    /(?:^|(?<=\p{Ll}{2}[.!?]|\d{4}\.)|[.!?”"’')\]…\d]\s+|\s[-–—|]\s+|\s+)\/?(\p{Lu}(?:[\p{L}'’-]*|\.)(?: \p{Lu}(?:[\p{L}'’-]*|\.)){0,4})\s*\/\s*(?=\S)/gu,
  )) {
    const start = found.index + found[0].indexOf(found[1]!)
    const rest = text.slice(start)
    if (rest.length > 130 || /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest)) continue
    const ended = start === 0 || /[.!?”"’')\]…\d|–—-]\s*\/?$/u.test(text.slice(0, start).trimEnd() || '.')
    const shouted = found[1] === found[1]?.toUpperCase() && isAgency(found[1]!, lexicon)
    if (!ended && !shouted && !isBareCredit(rest, lexicon)) continue
    if (!mentionsAgency(rest, lexicon)) continue
    const credit = pictureCredit(rest, lexicon)
    if (credit) return { credit, textEnd: text.slice(0, start).replace(/\s*[-–—|/]?\s*$/u, '').length }
  }
  return null
}

/** `AP Photo/A Name` or `A Name/Getty Images` and no more, after words without a full stop. */
function isBareCredit(rest: string, lexicon: Lexicon): boolean {
  const [first = '', second = '', more] = rest.split(/\s*\/\s*/u)
  if (more !== undefined || rest.split(' ').length > 8) return false
  const named = (part: string) => isName(part, lexicon) && part.includes(' ') && !isAgency(part, lexicon)
  return (
    (/^[A-Z]{2,5} Photo$/u.test(first) && named(second)) ||
    (named(first) && first.split(' ').length < 4 && isAgency(second, lexicon))
  )
}

/** The same in scripts without capitals: `… 2025. رويترز/عمرو فهمي`. */
function strokedPlainly(text: string, lexicon: Lexicon): Credited | null {
  const found =
    /(?<=[.!?।؟»”"]|\s[-–—|]|\d)\s+([\p{Lo}\p{M}.\u200c]{2,}(?: [\p{Lo}\p{M}.\u200c]+){0,3})\s*\/\s*([\p{Lo}\p{M}\u200c .]{2,40}?)\.?$/u.exec(
      text,
    )
  if (!found) {
    const alone = /(?<=[.।؟!…]\s)([\p{Lo}\p{M}.\u200c]+(?: [\p{Lo}\p{M}.]+){0,3})$/u.exec(text)
    const credit = alone && isAgency(alone[1]!, lexicon) ? pictureCredit(alone[1]!, lexicon) : null
    return alone && credit ? { credit, textEnd: alone.index } : null
  }
  if (![found[1]!, found[2]!].some((part) => isAgency(part.trim(), lexicon))) return null
  const credit = pictureCredit(`${found[1]}/${found[2]}`, lexicon)
  return credit ? { credit, textEnd: text.slice(0, found.index).replace(/\s*[-–—|]\s*$/u, '').length } : null
}

/** `… people. Jose Luis Magana AP Photo`, `… 2020 in Madrid. Getty Images`, `… Los Angeles. Associated Press, Nov. 3`. */
function trailing(text: string, lexicon: Lexicon): Credited | null {
  const dated = /,\s*\p{L}+\.? \d{1,2}(?:, \d{4})?\.?$/u.exec(text)
  const undated = dated ? text.slice(0, dated.index) : text
  const found =
    /(?:[.!?”"’'…)]|\d{4})\s*[-–—|]?\s+([^.!?]{2,70}?)\.?$/u.exec(undated) ??
    /\s[-–—|]\s+([^.!?]{2,60})$/u.exec(undated)
  const tail = found?.[1] ?? ''
  const start = undated.length - (tail.length + (undated.endsWith('.') && found ? 1 : 0))
  if (tail && tail.split(' ').length <= 9) {
    const words = tail.split(' ')
    const photo = lexicon.captions.photo.has(fold(words.at(-1)!))
    const bare = photo ? words.slice(0, -1) : words
    for (let n = Math.min(4, bare.length); n > 0; n--) {
      const agency = bare.slice(-n).join(' ')
      if (!isAgency(agency, lexicon) || (!photo && !/^\p{Lu}/u.test(agency))) continue
      const person = bare
        .slice(0, -n)
        .join(' ')
        .replace(/[,\s/|-]+$/u, '')
      if (person && !isName(person, lexicon)) break
      const credit = pictureCredit(person ? `${person}/${agency}` : agency, lexicon)
      if (credit) return { credit, textEnd: text.slice(0, start).replace(/\s*[-–—|]?\s*$/u, '').length }
    }
  }
  const house = /\s+((?:\p{Lu}{2,6} )?(?:via )?Getty Images|AFP via Getty Images|AP Photo|REUTERS)$/u.exec(text)
  const credit = house ? pictureCredit(house[1]!, lexicon) : null
  return house && credit && text.split(' ').length > (house[1]!.includes('via') ? 5 : 11)
    ? { credit, textEnd: house.index }
    : null
}
