import type { CaptionFlag } from '../../../story/picture.ts'
import { isName } from '../credit/people.ts'
import { organisationWords } from '../lexicon/agencies.ts'
import { isAgency } from '../lexicon/agency-name.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold } from '../text/fold.ts'

/** Who made a picture and who gives it, as read from the words of a credit. */
export type PictureCredit = {
  agency: string | null
  photographer: string | null
  flags: CaptionFlag[]
  via?: string
  restrictions?: string
  date?: string
}

/** Where the credit of a caption begins, what it says, and where the sentence before it ends. */
export type Credited = { credit: PictureCredit; textEnd: number; event?: string }

/**
 * Reads the inside of a credit: `REUTERS/Name/File Photo`, `Name/Pool Photo via AP`, `Office via AP, File`, `AFP PHOTO / COURTESY OF NAME`,
 * `Agency | Name`. Null when no agency, photographer or provider can be seen in it.
 */
export function pictureCredit(raw: string, lexicon: Lexicon): PictureCredit | null {
  const flags = new Set<CaptionFlag>()
  const { text, restrictions } = withoutRestrictions(raw.trim())
  let rest = stripLabel(text, lexicon, flags)
  let via: string | undefined
  const passed = /^(.*?)[\s,/]*\b(?:v[ií]a|VIA|V[ií]a)\s+(?=\p{Lu})(.+)$/u.exec(rest)
  if (passed) {
    flags.add('via')
    rest = passed[1]!
    const parts = partsOf(passed[2]!, lexicon, flags)
    via = parts.map(({ text }) => text).join('/')
  }
  const parts = partsOf(rest, lexicon, flags)
  if (!parts.length && !via) return null
  const house = parts[0]
  const handed =
    house &&
    parts.length > 1 &&
    parts.every(({ is }) => is === 'agency') &&
    (flags.has('handout') || (via && sameHouse(house.text, via)))
  const { agency: joined, photographer } = handed
    ? { agency: house.text, photographer: parts[1]!.text }
    : toldApart(parts, via)
  // Two houses stand as printed, with the spaces beside their stroke.
  const wide = joined?.replaceAll(/(?<! )\/(?! )/gu, ' / ')
  const agency = wide && wide !== joined && raw.includes(wide) ? wide : joined
  if (via && (!agency || sameHouse(agency, via))) {
    const result = { agency: agency ?? via, photographer, flags: [...flags] }
    return { ...result, ...(restrictions ? { restrictions } : {}) }
  }
  return { agency, photographer, flags: [...flags], ...(via ? { via } : {}), ...(restrictions ? { restrictions } : {}) }
}

type Part = { text: string; is: 'agency' | 'person' | 'organisation' | 'role' }

/** The parts between strokes, bars and commas, each without words for picture, with its kind. Words such as "File Photo" become flags. */
function partsOf(text: string, lexicon: Lexicon, flags: Set<CaptionFlag>): Part[] {
  const parts: Part[] = []
  for (const piece of text.split(
    /\s*[/|;·،]\s*|\s+(?:Foto|Photo|Bild|Photographer|Fotograf):\s*|\s*,\s+|\s+[-–—]\s+|(?<=\bHO)-(?=\p{Lu})/u,
  )) {
    const part = piece.replace(/^[\s.:©(*]+|[\s.,:)*]+$/gu, '').replace(/(?<=\s\p{Lu})$/u, (end) => end)
    if (!part || /^\d{4}$/.test(part)) continue
    const stripped = flagged(part, lexicon, flags)
    if (!stripped) continue
    parts.push({ text: stripped, is: kindOf(stripped, lexicon) })
  }
  return parts
}

/** Takes words that are flags or mean picture off a part; empty when nothing else is in it. */
function flagged(part: string, lexicon: Lexicon, flags: Set<CaptionFlag>): string {
  const { captions } = lexicon
  const folded = fold(part)
  if (captions.fileWords.has(folded)) return mark(flags, 'file_photo')
  if (captions.handout.has(folded)) return mark(flags, 'handout')
  if (captions.photo.has(folded)) return ''
  if (lexicon.agencies.has(folded)) return part
  const courtesy = captions.courtesy.exec(folded)
  if (courtesy && courtesy.index < 3) {
    flags.add('courtesy')
    return part.slice(courtesy.index + courtesy[0].length).replace(/^[\s:]+/u, '')
  }
  const pool = /^(?:(.+?)[\s-]+)?pool(?:\s+(?:photo|picture|image|foto))?$/iu.exec(part)
  if (pool) {
    flags.add('pool')
    return pool[1] ?? ''
  }
  const words = part.split(' ')
  if (
    words.length > 2 &&
    captions.fileWords.has(fold(words[0]!)) &&
    kindOf(words.slice(1).join(' '), lexicon) === 'person'
  ) {
    flags.add('file_photo')
    return words.slice(1).join(' ')
  }
  if (
    words.length > 1 &&
    captions.photo.has(fold(words.at(-1)!)) &&
    (isAgency(words.slice(0, -1).join(' '), lexicon) ||
      /^\p{Lu}+$/u.test(words[0]!) ||
      /^\p{Ll}/u.test(words.at(-1)!)) &&
    kindOf(words.slice(0, -1).join(' '), lexicon) !== 'person'
  )
    return flagged(words.slice(0, -1).join(' '), lexicon, flags)
  if (words.length > 1 && captions.handout.has(fold(words.at(-1)!))) {
    flags.add('handout')
    return flagged(words.slice(0, -1).join(' '), lexicon, flags)
  }
  if (
    words.length > 1 &&
    (captions.fileWords.has(fold(words.slice(-2).join(' '))) || captions.fileWords.has(fold(words.at(-1)!)))
  ) {
    flags.add('file_photo')
    const kept = captions.fileWords.has(fold(words.slice(-2).join(' '))) ? -2 : -1
    return flagged(words.slice(0, kept).join(' '), lexicon, flags)
  }
  return part
}

function mark(flags: Set<CaptionFlag>, flag: CaptionFlag): '' {
  flags.add(flag)
  return ''
}

function kindOf(part: string, lexicon: Lexicon): Part['is'] {
  if (isAgency(part, lexicon)) return 'agency'
  const folded = fold(part)
  if (/^(?:stringer|uncredited|staff|str|unknown|anonymous|contributor)$/u.test(folded)) return 'role'
  const words = folded.split(/[\s-]+/u)
  if (words.some((word) => organisationWords.has(word))) return 'organisation'
  if (folded.startsWith('the ') || /^[\p{Lu}\d&.]{2,6}$/u.test(part)) return 'organisation'
  return isName(part, lexicon) && words.length >= 2 && words.length <= 5 ? 'person' : 'organisation'
}

/** Agencies stand beside each other (`Xinhua/ZUMA`); a person, else a role, else a provider is the photographer. */
function toldApart(
  parts: readonly Part[],
  via: string | undefined,
): { agency: string | null; photographer: string | null } {
  const agencies = [...new Set(parts.filter(({ is }) => is === 'agency').map(({ text }) => text))]
  const person =
    parts.find(({ is }) => is === 'person') ?? (agencies.length ? parts.find(({ is }) => is === 'role') : undefined)
  const providers = parts.filter(({ is }) => is === 'organisation').map(({ text }) => text)
  // `Ada Neri/Sud Littoral`: of two that could be people the second is the house.
  const [, second, ...others] = parts
  if (!agencies.length && !providers.length && second?.is === 'person' && !others.length)
    return { agency: second.text, photographer: person!.text }
  if (agencies.length) {
    const first = parts[0]!.is === 'agency'
    const provider = providers[0]
    const photographer = person?.text ?? (provider && (first || isShort(provider)) ? provider : null)
    // `Name/The House Daily/Getty Images`: the house stands between.
    if (person && provider && !first && parts[0] === person && agencies.length === 1)
      return { agency: [provider, ...agencies].join('/'), photographer: person.text }
    if (!person && provider && !first && !isShort(provider))
      return { agency: [provider, ...agencies].join(' / '), photographer: null }
    return { agency: agencies.join('/'), photographer }
  }
  if (providers.length)
    return {
      agency: providers.length > 1 && !person ? providers.join('/') : providers.at(-1)!,
      photographer: person?.text ?? null,
    }
  if (via) return { agency: null, photographer: person?.text ?? null }
  return { agency: null, photographer: person?.text ?? parts.find(({ is }) => is === 'role')?.text ?? null }
}

function isShort(name: string): boolean {
  return !name.includes(' ')
}

function sameHouse(agency: string, via: string): boolean {
  return fold(agency) === fold(via)
}

/** `Photo by `, `Image Credit: `, `Foto: `, `©`. */
function stripLabel(text: string, lexicon: Lexicon, flags: Set<CaptionFlag>): string {
  let rest = text.replace(/^[\s(©[]+|[\s)\]]+$/gu, '')
  const file = lexicon.captions.file.exec(fold(rest))
  const marked = file ? /^\s*:\s*/u.exec(rest.slice(file[0].length)) : null
  if (file && marked) {
    flags.add('file_photo')
    rest = rest.slice(file[0].length + marked[0].length)
  }
  for (let again = true; again;) {
    again = false
    const folded = fold(rest)
    lexicon.captions.credit.lastIndex = 0
    const label = lexicon.captions.credit.exec(folded)
    const house = isAgency(rest.split(/\s*[/|,]\s*/u)[0]!, lexicon) && !/^\S+\s*:/u.test(rest)
    if (label?.index === 0 && !house && /^(?:\s*:|\s+(?!\/)|\s*$)/u.test(folded.slice(label[0].length))) {
      const after = rest
        .slice(label[0].length)
        .replace(/^[\s:©]+/u, '')
        .replace(/^by:?\s+/iu, '')
      if (after) {
        if (lexicon.captions.illustration.test(label[0])) flags.add('illustration')
        rest = after
        again = true
      }
    }
  }
  return rest
}

/** `*MANDATORY CREDIT*`, `NO SALES`, `EDITORIAL USE ONLY`: what is shouted about the use of a picture. */
function withoutRestrictions(text: string): { text: string; restrictions?: string } {
  const found =
    /[,.;\s]*(\*+[^*]{3,80}\*+|(?:-{2,}|\b)(?:EDITORIAL USE ONLY|MANDATORY CREDIT|NO SALES|NO ARCHIVES?|NO RESALES?|NO COMMERCIAL|NOT FOR SALE)\b[^()]*)\s*$/u.exec(
      text,
    )
  return found && found.index > 0 ? { text: text.slice(0, found.index), restrictions: found[1]!.trim() } : { text }
}
