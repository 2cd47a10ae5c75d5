import type { CaptionFlag } from '../../story/picture.ts'
import { type PictureCredit, pictureCredit } from './caption-credit.ts'
import { whereAndWhen } from './caption-place.ts'
import { isAgency, isShouted } from './agency-name.ts'
import { dateAt, isoDate } from './dates.ts'
import { easternCaption } from './eastern-caption.ts'
import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import type { ReadCaption } from './reading.ts'
import { noticeIn, withNotice } from './caption-notice.ts'
import { isName } from './people.ts'
import { tokensOf } from './tokens.ts'

/** Where the credit of a caption begins, what it says, and where the sentence before it ends. */
type Credited = { credit: PictureCredit; textEnd: number; event?: string }

/** The caption a text is, when it carries a credit or a label; null when nothing shows that it is one. */
export function captionOf(text: string, lexicon: Lexicon): ReadCaption | null {
  if (isPlain(text)) return null
  const notice = noticeIn(text)
  if (notice) {
    const caption = captionOf(text.slice(0, notice.start), lexicon)
    return caption && withNotice(caption, notice.text)
  }
  if (lexicon.eastern) return easternCaption(text, lexicon)
  const labelled = labelOf(text, lexicon)
  const credited = creditAt(text, lexicon) ?? (labelled.sure ? byNames(text, lexicon) : null)
  if (!credited && !(labelled.flags.length && labelled.sure)) return null
  return build(text, credited, lexicon)
}

/** A sentence without a mark that a credit or a label would need. */
function isPlain(text: string): boolean {
  return /[.!?…。।؟]["”»]?$/u.test(text.slice(-3)) && !/[/©|([（【［:：]|\s[-–—]\s/u.test(text)
}

/** A caption of a text that is known to be one, with or without a credit. */
export function captionFrom(text: string, lexicon: Lexicon): ReadCaption {
  const notice = noticeIn(text)
  if (notice) return withNotice(captionFrom(text.slice(0, notice.start), lexicon), notice.text)
  const eastern = lexicon.eastern ? easternCaption(text, lexicon, true) : null
  return eastern ?? build(text, creditAt(text, lexicon) ?? byNames(text, lexicon), lexicon)
}

/** Whether a text is a picture's credit and nothing else: `Image Credit: WeWork`, `ITV, ASSOCIATED PRESS`. */
export function loneCredit(text: string, lexicon: Lexicon): PictureCredit | null {
  if (text.length > 120) return null
  const folded = fold(text)
  lexicon.captions.credit.lastIndex = 0
  const label = lexicon.captions.credit.exec(folded)
  if (label?.index === 0 && /^\s*(?::|\/)/u.test(text.slice(label[0].length)) && !/[»”!?]/u.test(text))
    return pictureCredit(text, lexicon)
  if (/^[(©[]/u.test(text) && !/[.!?]\s|\d{4}/u.test(text)) {
    const inner = pictureCredit(text, lexicon)
    return inner && mentionsAgency(text, lexicon) ? inner : null
  }
  const marked =
    /[/,|]/u.test(text) && !/[\d"“”«»:;?!]/u.test(text) && !/[.!?]$/u.test(text) && text.split(' ').length <= 8
  return marked &&
    mentionsAgency(text, lexicon) &&
    text.split(/\s*[/,|]\s*|\s+v[ií]a\s+/u).every((part) => isCreditPart(part, lexicon))
    ? pictureCredit(text, lexicon)
    : null
}

/** An agency, a person, an organisation in capitals, or a word for picture. */
function isCreditPart(part: string, lexicon: Lexicon): boolean {
  return (
    isAgency(part, lexicon) ||
    isName(part, lexicon) ||
    lexicon.captions.photo.has(fold(part)) ||
    mentionsAgency(part, lexicon) ||
    isShouted(part)
  )
}

function build(raw: string, credited: Credited | null, lexicon: Lexicon): ReadCaption {
  const flags = new Set<CaptionFlag>(credited?.credit.flags)
  let text = raw.slice(0, credited?.textEnd ?? raw.length).trim()
  const label = labelOf(text, lexicon)
  for (const flag of label.flags) flags.add(flag)
  const furniture = label.counter ? [label.counter] : undefined
  text = text.slice(label.length).trim()
  const restricted =
    /\s*\(?-{2,}[^()]*(?:\([^()]*\)[^()]*)*-{2,}\)?\s*|\s*\((?=[^()]*(?:USE ONLY|MANDATORY CREDIT|NO SALES))[^()]*(?:\([^()]*\)[^()]*)*\)\s*/u.exec(
      text,
    )
  if (restricted)
    text = `${text.slice(0, restricted.index)} ${text.slice(restricted.index + restricted[0].length)}`.trim()
  const lead = leadOf(text, lexicon)
  if (lead) text = text.slice(lead.length).trim()
  for (
    let label = /\s*[(（]([^()（）]{3,24})[)）]\s*$/u.exec(text);
    label;
    label = /\s*[(（]([^()（）]{3,24})[)）]\s*$/u.exec(text)
  ) {
    const flag = labelFlag(label[1]!, lexicon)
    if (!flag) break
    flags.add(flag)
    text = text.slice(0, label.index)
  }
  const { place, date } = whereAndWhen(text, lexicon)
  const folded = fold(text)
  const { captions } = lexicon
  if (captions.file.exec(folded)?.[0].includes(' ')) flags.add('file_photo')
  if (captions.still.test(folded)) flags.add('still_from_video')
  if (captions.undated.test(folded)) flags.add('undated')
  if (captions.provided.test(folded.slice(0, 120)) || /\bhandout\b/u.test(folded)) flags.add('handout')
  if (captions.illustration.test(folded.slice(-160)) && /illustrat/u.test(folded)) flags.add('illustration')
  if (/(?:…|\.\.\.)$/u.test(text)) flags.add('truncated')
  const chosen = lead && place && fold(place) !== fold(lead.place) ? lead.place : (place ?? lead?.place)
  const day = date ?? lead?.date ?? credited?.credit.date
  const { credit } = credited ?? { credit: null }
  const restrictions = credit?.restrictions ?? restricted?.[0].trim()
  return {
    text,
    ...(chosen ? { place: chosen } : {}),
    ...(day ? { date: day } : {}),
    credit: { agency: credit?.agency ?? null, photographer: credit?.photographer ?? null },
    ...(flags.size ? { flags: order.filter((flag) => flags.has(flag)) } : {}),
    ...(credit?.via ? { via: credit.via } : {}),
    ...(restrictions ? { restrictions } : {}),
    ...(label.note ? { note: label.note } : {}),
    ...(furniture ? { furniture } : {}),
  }
}

const order: CaptionFlag[] = [
  'file_photo',
  'handout',
  'pool',
  'courtesy',
  'still_from_video',
  'via',
  'third_party',
  'illustration',
  'undated',
  'truncated',
]

/** What stands before the sentence: a counter, "FILE PHOTO:", "CORRECTS SOURCE -", "Above:". */
function labelOf(
  text: string,
  lexicon: Lexicon,
): { length: number; flags: CaptionFlag[]; sure: boolean; counter?: string; note?: string } {
  let length = 0
  let counter: string | undefined
  let note: string | undefined
  const flags: CaptionFlag[] = []
  const counted =
    /^\(?((?:(?:bild|foto|photo|image|picture|imagen|immagine|фото|φωτο) )?\d{1,3} ?(?:of|\/|de|von|di|из|από) ?\d{1,3})\)?[.:|)]?\s+(?=\S)/iu.exec(
      text,
    )
  if (counted) {
    counter = counted[1]!
    length += counted[0].length
  }
  const changed =
    /^((?:CORRECTS|CORRECTION|ADDS|UPDATES|RECROP|REMOVES|RETRANSMISSION|ALTERNATE CROP)\b[^-–—:.]{0,60}?)\s*[-–—:]\s+/u.exec(
      text.slice(length),
    )
  if (changed) {
    note = changed[1]!
    length += changed[0].length
  }
  const rest = fold(text.slice(length, length + 60))
  const file = lexicon.captions.file.exec(rest)
  const after = file ? /^\s*(?::|[-–—]+(?=\s)|\.(?=\s))\s*/u.exec(rest.slice(file[0].length)) : null
  if (file && after) {
    flags.push('file_photo')
    length += file[0].length + after[0].length
  }
  const drawn = /^([\p{L} -]{4,24}):\s+/u.exec(text.slice(length))
  if (drawn && labelFlag(drawn[1]!, lexicon) === 'illustration') {
    flags.push('illustration')
    length += drawn[0].length
  }
  const handed = /^([\p{Lu}\p{Lo}\p{M}-]{2,12})\s*[-–—:]\s+/u.exec(text.slice(length))
  if (handed && lexicon.captions.handout.has(fold(handed[1]!))) {
    flags.push('handout')
    length += handed[0].length
  }
  const above =
    /^(?:above|below|left|right|pictured|top|image|photo|caption|picture|bild|photo caption|article thumbnail|in this photo)\s*:\s+/iu.exec(
      text.slice(length),
    )
  if (above) length += above[0].length
  return { length, flags, sure: flags.length > 0, ...(counter ? { counter } : {}), ...(note ? { note } : {}) }
}

/** `RAFAH, GAZA - FEBRUARY 15: `: the place and day that picture houses put first. */
function leadOf(text: string, lexicon: Lexicon): { length: number; place: string; date?: string } | null {
  const found = /^(\p{Lu}[^:()]{2,60}?)\s+[-–—]\s+([^:()]{3,30}):\s+/u.exec(text)
  if (!found || !isShouted(found[1]!)) return null
  const tokens = tokensOf(fold(found[2]!))
  const date = dateAt(tokens, 0, lexicon)
  if (!date) return null
  const iso = isoDate(date)
  return { length: found[0].length, place: found[1]!.trim(), ...(iso && !iso.startsWith('---') ? { date: iso } : {}) }
}

/** Finds the credit at the end of a caption, in any of its forms. */
function creditAt(text: string, lexicon: Lexicon): Credited | null {
  if (text.length <= 480) return creditWithin(text, lexicon)
  // A letter before the window keeps its beginning from being taken for that of the caption.
  const from = text.length - 360
  const found = creditWithin(`x${text.slice(from)}`, lexicon)
  return found && found.textEnd > 0 ? { ...found, textEnd: found.textEnd + from - 1 } : null
}

function creditWithin(text: string, lexicon: Lexicon): Credited | null {
  return (
    inBrackets(text, lexicon) ??
    labelledCredit(text, lexicon) ??
    stroked(text, lexicon) ??
    strokedPlainly(text, lexicon) ??
    trailing(text, lexicon)
  )
}

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
  const doubled = /photo credit should read/iu.test(inner) ? inBrackets(before, lexicon) : null
  if (doubled) return doubled
  const credit = pictureCredit(inner, lexicon)
  return credit ? { credit, textEnd: found.index } : null
}

/**
 * `(Imagohaus/Ada Neri)`, or `Imagohaus/Ada Neri` as a last sentence: a house nobody listed and a person; good only where the
 * text is known to be a caption.
 */
function byNames(text: string, lexicon: Lexicon): Credited | null {
  const found =
    lastSentence.exec(text) ?? /\s*\((\p{Lu}[\p{L}.&'’ -]{2,40})\s*\/\s*(\p{Lu}[\p{L}.'’ -]{2,40})\)\s*$/u.exec(text)
  if (!found || ![found[1]!, found[2]!].some((part) => isNamed(part.trim(), lexicon))) return null
  const credit = pictureCredit(`${found[1]}/${found[2]}`, lexicon)
  return credit ? { credit, textEnd: found.index } : null
}

const lastSentence =
  /(?<=[.!?…。！？؟]["”»」]?)\s*((?!\p{Ll})\p{L}[\p{L}\p{M}.&'’ ー・-]{1,40}?)\s*[/／]\s*((?!\p{Ll})\p{L}[\p{L}\p{M}.'’ ー・-]{2,40}?)\s*[.。]?$/u

/** Two words of a name; where there are no capitals, two words or a mark between them are as much as can be asked. */
function isNamed(part: string, lexicon: Lexicon): boolean {
  return /\p{Lo}/u.test(part) ? /^\S+[ ・]\S+$/u.test(part) : isName(part, lexicon) && part.includes(' ')
}

/** `(Symbolbild)`, `(Archivbild)`, `(File photo)`: a label in brackets of its own. */
function labelFlag(word: string, { captions }: Lexicon): CaptionFlag | null {
  const folded = fold(word).trim()
  if (captions.fileWords.has(folded)) return 'file_photo'
  if (captions.handout.has(folded)) return 'handout'
  const drawn = captions.illustration.exec(folded)
  return drawn && drawn[0].length === folded.length ? 'illustration' : null
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

/** Whether an agency's name is a part of the text, between marks or at an end. */
function mentionsAgency(text: string, lexicon: Lexicon): boolean {
  return text.split(/\s*[/|,;:()[\]©]\s*|\s+[-–—]\s+|\s+v[ií]a\s+/iu).some((part) => {
    const clean = part.trim()
    if (!clean) return false
    if (isAgency(clean, lexicon)) return true
    const words = clean.split(' ')
    return (
      words.length > 1 &&
      words.length < 6 &&
      ((lexicon.captions.photo.has(fold(words.at(-1)!)) && isAgency(words.slice(0, -1).join(' '), lexicon)) ||
        (lexicon.captions.photo.has(fold(words[0]!)) && isAgency(words.slice(1).join(' '), lexicon)))
    )
  })
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
      /^\s*[:：]\s*\S/u.test(text.slice(end)) || (/\sby$|\sof$/u.test(found[0]) && /^\s+\p{Lu}/u.test(text.slice(end)))
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
  const credit = pictureCredit(rest.replace(/^\s*[:：]\s*/u, ''), lexicon)
  if (!credit) return null
  const textEnd = text.slice(0, best.start).replace(/\s*[/|•·–—-]?\s*$/u, '').length
  return { credit, textEnd }
}

/** `… 2008. REUTERS/Name/File Photo`, `… drum. THE CANADIAN PRESS/HO-Name, *MANDATORY CREDIT*`. */
function stroked(text: string, lexicon: Lexicon): Credited | null {
  for (const found of text.matchAll(
    /(?:^|[.!?”"’')\]…\d]\s+|\s[-–—|]\s+|\s+)\/?(\p{Lu}(?:[\p{L}'’-]*|\.)(?: \p{Lu}(?:[\p{L}'’-]*|\.)){0,4})\s*\/\s*(?=\S)/gu,
  )) {
    const start = found.index + found[0].indexOf(found[1]!)
    const rest = text.slice(start)
    if (rest.length > 130 || /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest)) continue
    const ended = start === 0 || /[.!?”"’')\]…\d|–—-]\s*\/?$/u.test(text.slice(0, start).trimEnd() || '.')
    if (!ended && !(found[1] === found[1]?.toUpperCase() && isAgency(found[1]!, lexicon))) continue
    if (!mentionsAgency(rest, lexicon)) continue
    const credit = pictureCredit(rest, lexicon)
    if (credit) return { credit, textEnd: text.slice(0, start).replace(/\s*[-–—|/]?\s*$/u, '').length }
  }
  return null
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
