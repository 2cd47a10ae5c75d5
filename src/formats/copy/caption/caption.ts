import { findTown } from '../../../places/gazetteer.ts'
import type { CaptionFlag } from '../../../story/picture.ts'
import { isName } from '../credit/people.ts'
import { isAgency, isShouted, mentionsAgency } from '../lexicon/agency-name.ts'
import { isCity } from '../lexicon/cities.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ReadCaption } from '../reading.ts'
import { fold } from '../text/fold.ts'
import { type Credited, type PictureCredit, pictureCredit } from './credit.ts'
import { easternCaption, easternCredit } from './eastern.ts'
import { byNames, creditAt } from './end.ts'
import { leadingCredit, withoutButtons } from './forms.ts'
import { headedLine } from './headed.ts'
import { labelFlag, labelOf, leadOf } from './label.ts'
import { noticeIn, withNotice } from './notice.ts'
import { whereAndWhen } from './place.ts'

/** The caption a text is, when it carries a credit or a label; null when nothing shows that it is one. */
export function captionOf(printed: string, lexicon: Lexicon): ReadCaption | null {
  const text = withoutButtons(printed)
  if (isPlain(text)) return null
  const notice = noticeIn(text)
  if (notice) {
    const caption = captionOf(text.slice(0, notice.start), lexicon)
    return caption && withNotice(caption, notice.text)
  }
  const headed = headedLine(text, lexicon)
  if (headed?.is === 'caption' && headed.sure) return captionFrom(headed.text, lexicon)
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
export function captionFrom(printed: string, lexicon: Lexicon): ReadCaption {
  const text = withoutButtons(printed)
  const notice = noticeIn(text)
  if (notice) return withNotice(captionFrom(text.slice(0, notice.start), lexicon), notice.text)
  const headed = headedLine(text, lexicon)
  if (headed?.is === 'caption') return captionFrom(headed.text, lexicon)
  const eastern = lexicon.eastern ? easternCaption(text, lexicon, true) : null
  if (eastern) return eastern
  const lead = leadingCredit(text, lexicon)
  if (lead) return build(text.slice(lead.length), { credit: lead.credit, textEnd: text.length - lead.length }, lexicon)
  const alone = /[.!?]\s/u.test(text) ? null : loneCredit(text, lexicon)
  if (alone && !creditAt(text, lexicon)) return build(text, { credit: alone, textEnd: 0 }, lexicon)
  return build(text, creditAt(text, lexicon) ?? byNames(text, lexicon), lexicon)
}

/** Whether a text is a picture's credit and nothing else: `Image Credit: WeWork`, `ITV, ASSOCIATED PRESS`. */
export function loneCredit(text: string, lexicon: Lexicon): PictureCredit | null {
  if (text.length > 120) return null
  const headed = headedLine(text, lexicon)
  if (headed?.is === 'caption') return null
  if (headed)
    return lexicon.eastern && /\p{Lo}/u.test(headed.text)
      ? easternCredit(headed.text, lexicon)
      : pictureCredit(text, lexicon)
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
    /[/,|]|\sv[ií]a\s\p{Lu}/u.test(text) &&
    !/[\d"“”«»:;?!]/u.test(text) &&
    !/[.!?]$/u.test(text) &&
    text.split(' ').length <= 8
  // `EFE | A Coruña`: an agency and the town it writes from.
  if (marked && text.split(/\s*[/,|]\s*/u).some((part) => isCity(part) || (part !== text && findTown(part))))
    return null
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
  // `(zu dpa: «…»)` names the story that a picture was sent for.
  text = text.replace(/\s*\((?:zu|Zu) dpa:? [^()]{3,160}\)$/u, '')
  const { place, date } = whereAndWhen(text, lexicon)
  const folded = fold(text)
  const { captions } = lexicon
  if (captions.file.exec(folded)?.[0].includes(' ')) flags.add('file_photo')
  if (archived.test(folded)) flags.add('file_photo')
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

/** Words for an old picture in the middle of a sentence. */
const archived =
  /\bfile (?:photo|picture|image)\b|\bfoto (?:d'archivio|de archivo|de arquivo)|photo d'archives?|archiv(?:foto|bild|aufnahme)|архивн\p{L}+ (?:фото|снимк)|φωτογραφία αρχείου|arşiv fotoğraf|arsiv fotograf|صورة أرشيفية|عکس آرشیوی/u

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
