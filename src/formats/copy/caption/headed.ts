import { findTown } from '../../../places/gazetteer.ts'
import { isEasternName } from '../credit/eastern-people.ts'
import { isName } from '../credit/people.ts'
import { isAgency, isShouted, isSource, mentionsAgency } from '../lexicon/agency-name.ts'
import { isCity } from '../lexicon/cities.ts'
import type { Found } from '../lexicon/finder.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { isRegion } from '../lexicon/regions.ts'
import { fold } from '../text/fold.ts'

/**
 * A line that opens with the label of a picture: `Foto: Snow on the hill, …`, `[Bild 2: …]`, `Caption: …`. `text` is what the label
 * leads; it is a `credit` when it only says who made or gave the picture. `sure` when nothing but a picture's line is written so.
 */
export type Headed = { is: 'caption' | 'credit'; text: string; sure: boolean }

/** The picture's line a text is; null when no label of a picture opens it. */
export function headedLine(printed: string, lexicon: Lexicon): Headed | null {
  if (printed.length > longest || !/^.{1,40}[:：=＝\])】）］]/u.test(printed)) return null
  const inner = unbracketed(printed) ?? boxed(printed)
  const text = inner ?? printed
  const folded = fold(text.slice(0, 60))
  const { captions } = lexicon
  const words = captions.label.exec(folded)
  const said = words && behind(text, words, lexicon)
  if (said) return { is: 'caption', text: said, sure: true }
  const picture = captions.photoLabel.exec(folded)
  const led = picture && behind(text, picture, lexicon)
  if (led) {
    const is = isCreditAlone(led, lexicon) ? 'credit' : 'caption'
    return { is, text: led, sure: inner !== null || is === 'credit' || /[.。।؟!/\d()（）]/u.test(led) }
  }
  // `Archivfoto: …` and `Symbolbild: …` keep their label, which is a flag of the picture.
  const flag = captions.file.exec(folded) ?? captions.illustration.exec(folded)
  const flagged = flag?.index === 0 ? behind(text, flag, lexicon) : null
  if (!flagged) return null
  if (isCreditAlone(flagged, lexicon)) return { is: 'credit', text, sure: true }
  return inner === null ? null : { is: 'caption', text, sure: true }
}

/** A paragraph of this length is copy, however it begins. */
const longest = 900

/** What stands in one pair of brackets that is the whole line. */
function unbracketed(text: string): string | null {
  const inner = /^[[(（【［]\s*(.+?)\s*[\])）】］]$/u.exec(text)?.[1]
  if (!inner) return null
  let depth = 0
  for (const sign of inner) {
    if ('[(（【［'.includes(sign)) depth++
    else if ('])）】］'.includes(sign) && --depth < 0) return null
  }
  return depth === 0 ? inner : null
}

/** `【写真】…`, `[Photo] …`: a label in brackets of its own, as if a colon stood behind it. */
function boxed(text: string): string | null {
  const found = /^[[(（【［]\s*([^\])】）］]{1,30})[\])】）］]\s*[:：]?\s*(\S.*)$/u.exec(text)
  return found && `${found[1]!.trim()}: ${found[2]}`
}

/** What follows a label and its colon; a number may stand between. */
function behind(text: string, label: Found, { eastern }: Lexicon): string | null {
  const rest = text.slice(label[0].length)
  const marked = /^(?:\s*(?:nr\.|no\.|n[º°]|№)?\s*\(?\d{1,3}\)?)?\s*[:：]\s*(?=\S)/iu.exec(rest)
  const ruled = !marked && eastern ? /^\s*[=＝]\s*(?=\S)/u.exec(rest) : null
  const found = marked ?? ruled
  return found ? rest.slice(found[0].length) : null
}

/** Whether words say who made a picture, or who gave it, and nothing else. */
function isCreditAlone(said: string, lexicon: Lexicon): boolean {
  if (said.length > 120) return false
  if (isAgency(said, lexicon)) return true
  const folded = fold(said)
  const { courtesy, provided } = lexicon.captions
  if (courtesy.exec(folded)?.index === 0 || provided.exec(folded)?.index === 0) return !/[.!?]\s|\d/u.test(said)
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(said))
    return said.split(/\s*[/／、,，=＝|]\s*/u).every((part) => isEasternMaker(part, lexicon))
  // `Die Brücke.`: a name has a full stop behind it at times, an article before it as well never.
  if (said.endsWith('.') && lexicon.words.has(fold(said.split(' ')[0]!))) return false
  const bare = said.replace(/[.]$/u, '').replace(/^©\s*(?:\d{4}\s)?/u, '')
  if (/[\d?!:؟।«»„“”"]|[^\s.]{2}[.]\s/u.test(bare)) return false
  const parts = bare.split(/\s*[/|,;·،()]\s*|\s+v[ií]a\s+|\s+[-–—]\s+/iu).filter(Boolean)
  if (!parts.length) return false
  if (!/[\p{Lu}\p{Ll}]/u.test(bare)) return !/[.]$/u.test(said) && parts.every((part) => isPlainMaker(part, lexicon))
  if (parts.some((part) => !isMaker(part, lexicon))) return false
  const [first = '', ...others] = parts
  return (
    first.includes(' ') ||
    mentionsAgency(bare, lexicon) ||
    !others.some((part) => isPlace(part, lexicon)) ||
    bare.includes('/')
  )
}

/** One maker, or several with an "and" between. */
function isMaker(part: string, lexicon: Lexicon): boolean {
  const words = part.split(' ')
  if (isAgency(part, lexicon) || isSource(part) || isShouted(part) || mentionsAgency(part, lexicon)) return true
  const folded = fold(part)
  const { photo, handout, fileWords } = lexicon.captions
  if (photo.has(folded) || handout.has(folded) || fileWords.has(folded)) return true
  // `privat`, `zur Verfügung`: few words without a capital name nothing that can be seen.
  if (!/\p{Lu}/u.test(part)) return words.length <= 2
  const at = words.findIndex((word) => lexicon.and.has(fold(word)) && word.length < 4)
  if (at > 0 && at < words.length - 1)
    return isMaker(words.slice(0, at).join(' '), lexicon) && isMaker(words.slice(at + 1).join(' '), lexicon)
  return isName(part, lexicon) && words.filter((word) => /^\p{Lu}/u.test(word)).length <= 4
}

/** A maker in a script without capitals: a few words, none of which leads a place or joins a sentence. */
function isPlainMaker(part: string, lexicon: Lexicon): boolean {
  if (isAgency(part, lexicon) || lexicon.captions.photo.has(fold(part))) return true
  const words = fold(part).split(/\s+/u)
  return words.length <= 4 && !words.some((word) => lexicon.words.has(word))
}

function isEasternMaker(part: string, lexicon: Lexicon): boolean {
  const bare = part.replace(/\s*(?:기자|작가|특파원|記者|记者|撮影|摄影?|攝影?)$/u, '')
  if (isAgency(bare, lexicon) || /(?:通信|新聞|新闻|通訊|通讯|社|网|網|뉴스|통신|일보|신문|時事)$/u.test(bare))
    return true
  if (/\p{Script=Hangul}/u.test(bare)) return /^\p{Script=Hangul}{2,4}$/u.test(bare)
  return isEasternName(bare) && !/の\p{Script=Han}/u.test(bare)
}

function isPlace(part: string, lexicon: Lexicon): boolean {
  return isCity(part) || isRegion(part, lexicon.code) || findTown(part) !== undefined
}
