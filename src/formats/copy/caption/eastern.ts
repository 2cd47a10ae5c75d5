import type { CaptionFlag } from '../../../story/picture.ts'
import { isEasternName } from '../credit/eastern-people.ts'
import { datelineOf } from '../dateline/dateline.ts'
import { isAgency } from '../lexicon/agency-name.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { dateAt, isoDate } from '../moment/dates.ts'
import { tokensOf } from '../moment/tokens.ts'
import type { ReadCaption } from '../reading.ts'
import { fold } from '../text/fold.ts'
import { easternPlace } from './eastern-place.ts'

/**
 * A caption in Chinese, Japanese or Korean: `…検査する市長＝24日、東京都（山田花枝撮影）`, `…。新华社记者 何田 摄`, `(서울=연합뉴스) 홍길동 기자 = …
 * 2026.11.24`. Null when no credit and no label shows that the text is one, unless it is `known` to be one.
 */
export function easternCaption(raw: string, lexicon: Lexicon, known = false): ReadCaption | null {
  const text = raw.trim()
  const korean = datelined(text, lexicon)
  if (korean) return korean
  const label = new RegExp(`^(?:\\[|【|（|\\()?(?:${labels(lexicon)})(?:\\]|】|）|\\))?\\s*[:：/／]?\\s*`, 'u').exec(
    fold(text),
  )
  const rest = label ? text.slice(label[0].length) : text
  const found = atEnd(rest, lexicon) ?? (known ? byNames(rest) : null)
  const scene =
    lexicon.code === 'ja' &&
    /[＝=][^＝=。]{0,12}日[^＝=。]*、[^＝=。]{2,20}$|[^。]（[^（）。]{0,8}\d{1,2}日[^（）。]{0,6}、[^（）。]{2,16}）$/u.test(
      rest,
    )
  if (!found && !label && !known && !scene) return null
  const sentence = rest.slice(0, found?.from ?? rest.length).trim()
  return build(sentence, found?.credit, label ? ['file_photo'] : [], lexicon)
}

type Credit = {
  agency: string | null
  photographer: string | null
  flags: CaptionFlag[]
  date?: string
  restrictions?: string
}

function build(
  text: string,
  credit: Credit | undefined,
  more: CaptionFlag[],
  lexicon: Lexicon,
  where?: string,
  when?: string,
): ReadCaption {
  const day = when ?? dayIn(text, lexicon) ?? credit?.date
  const place = easternPlace(text, lexicon) ?? where
  const flags = [...new Set([...more, ...(credit?.flags ?? [])])]
  return {
    text,
    ...(place ? { place } : {}),
    ...(day ? { date: day } : {}),
    credit: { agency: credit?.agency ?? null, photographer: credit?.photographer ?? null },
    ...(flags.length ? { flags } : {}),
    ...(credit?.restrictions ? { restrictions: credit.restrictions } : {}),
  }
}

/** Korean agencies send captions as copy with a dateline, and the day at the end. */
function datelined(text: string, lexicon: Lexicon): ReadCaption | null {
  const end =
    /[\s(]*(\d{4}\. ?\d{1,2}\. ?\d{1,2})\.?\s*((?:[(（[][^)）\]]{2,40}[)）\]]\s*)?)(?:[\w.+-]+@[\w.-]+)?\s*$/u.exec(
      text,
    )
  const found = end && datelineOf(text, lexicon)
  if (!found || found.end > end.index) return null
  const { source, places } = found.dateline
  const given = end[2]?.trim() ? creditIn(end[2].trim().slice(1, -1), lexicon) : null
  const photographer = found.byline?.replace(/\s*(?:기자|특파원|통신원)$/u, '') ?? null
  const credit = given ?? { agency: source, photographer, flags: [] }
  return build(text.slice(found.end, end.index).trim(), credit, [], lexicon, places[0]?.name, dayIn(end[1]!, lexicon))
}

/** The credit that ends a caption, and where it begins. */
function atEnd(text: string, lexicon: Lexicon): { credit: Credit; from: number } | null {
  const taken =
    /(?<=[。.！!？?」”\s]|^)[\s　]*(?:[（(]?\p{Script=Han}{2,10}(?:记者|記者|发|發|社)[（(]?[\s　]*)?[\p{Script=Han}·]{2,5}[\s　/／]*(?:摄影?|攝影?|撮影|供图|供圖)[）)]?(?:[\s　]*(?:\d{2,4}年)?\d{1,2}月\d{1,2}日)?$/u.exec(
      text,
    )
  if (taken) return { credit: creditIn(taken[0], lexicon), from: taken.index }
  const bracketed = /\s*[（(【[［]([^（()）【】[\]［］]{1,70})[）)】\]］]\s*[。.]?$/u.exec(text)
  if (bracketed && isCredit(bracketed[1]!, lexicon))
    return { credit: creditIn(bracketed[1]!, lexicon), from: bracketed.index }
  const marked = /[\s　]*(?:[©ⓒ]|\([cC]\))\s*([^。.！!]{2,40})$/u.exec(text)
  if (marked) return { credit: creditIn(marked[1]!, lexicon), from: marked.index }
  const told =
    /(?<=[。.！!」”\s])[\s　]*((?:写真|撮影|图|圖|图片|圖片|图源|图片来源|圖片來源|摄影|攝影|사진|촬영|출처|사진제공|사진 제공|写真提供|提供)\s*[:：=＝/／]\s*[^。！!]{2,40})$/u.exec(
      text,
    )
  if (told) return { credit: creditIn(told[1]!, lexicon), from: told.index }
  const stroked = /(?<=[。.！!」”\s])[\s　]*([\p{L}]{2,12}[/／][^。！!\s][^。！!]{1,40})$/u.exec(text)
  if (stroked && stroked[1]!.split(/[/／]/u).some((part) => isAgency(part.trim(), lexicon)))
    return { credit: creditIn(stroked[1]!, lexicon), from: stroked.index }
  const shot = /[＝=].*日.*、(\p{Script=Han}{2,5}撮影)$/u.exec(text)
  if (shot) return { credit: creditIn(shot[1]!, lexicon), from: text.length - shot[1]!.length - 1 }
  const bare = /(?<=[。！!」”])[\s　]*([^。！!]{2,24})$/u.exec(text)
  return bare && isAgency(bare[1]!.trim(), lexicon) ? { credit: creditIn(bare[1]!, lexicon), from: bare.index } : null
}

/** `…。北光/山田花子`: a house nobody listed and a person as the last sentence of what is known to be a caption. */
function byNames(text: string): { credit: Credit; from: number } | null {
  const found = /(?<=[。.！!？?」”])[\s　]*([\p{L}・]{2,12})[/／]([^。！!？?/／]{2,16})$/u.exec(text)
  const person = found?.[2]!.replace(/\s*(?:기자|記者|记者)$/u, '') ?? ''
  if (!found || !isEasternName(person)) return null
  return { credit: { agency: found[1]!, photographer: person, flags: [] }, from: found.index }
}

/** What a line says that is only a credit, without its label. */
export function easternCredit(said: string, lexicon: Lexicon): Credit {
  return creditIn(said, lexicon)
}

/** Whether what stands in brackets is a credit: an agency, or a word for taking or giving a picture at its edge. */
function isCredit(inner: string, lexicon: Lexicon): boolean {
  const bare = inner.trim()
  if (isAgency(bare, lexicon) || /^[©ⓒ]/u.test(bare)) return true
  if (
    /(?:撮影|写真|提供|[摄攝]|[摄攝]影|供图|供圖|翻攝|제공|촬영|자료사진|자료 ?사진)(?:[\s.,].{0,30})?$/u.test(bare) ||
    /[摄攝][\s　]\d/u.test(bare)
  )
    return true
  if (/^(?:写真|撮影|图|圖|图片|图源|圖片|摄影|攝影|사진(?: ?(?:출처|제공|촬영))?|출처|자료)\s*[:：=＝/／]/u.test(bare))
    return true
  return bare.length <= 30 && bare.split(/[/／=＝・\s　]+/u).some((part) => isAgency(part, lexicon) || house.test(part))
}

/** Agency and photographer of the inside of a credit. */
function creditIn(inner: string, lexicon: Lexicon): Credit {
  const flags: CaptionFlag[] = []
  let rest = inner.replace(/^[\s　（(【[©ⓒ]+|[\s　）)】\].。]+$/gu, '')
  const take = (shape: RegExp, flag?: CaptionFlag): string | undefined => {
    const found = shape.exec(rest)
    if (!found) return undefined
    if (flag) flags.push(flag)
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.trim()
    return found[0].trim().replace(/^[.\s]+/u, '')
  }
  const restrictions = take(/[.\s]*재판매 및 DB ?금지|[.、\s]*(?:転載禁止|禁止转载|无断转载禁止)/u)
  const date = dayIn(rest, lexicon)
  if (date) take(/(?:\d{2,4}年)?\d{1,2}月\d{1,2}日|\d{4}[./-]\d{1,2}[./-]\d{1,2}\.?/u)
  take(/(?:资料图片?|資料圖片|資料写真|資料照片?|资料照片?|资料|자료 ?사진|자료)/u, 'file_photo')
  const given = take(/(?:写真)?提供|供图|供圖|제공/u)
  if (given && !isAgency(rest.replace(/^.*[:：=＝]\s*/u, '').trim(), lexicon)) flags.push('handout')
  take(/代表(?:撮影|取材)/u, 'pool')
  take(/^(?:写真|撮影|图片来源|圖片來源|图源|图片|圖片|图|圖|摄影|攝影|사진 ?출처|사진|촬영|출처)\s*[:：=＝/／]?\s*/u)
  take(/[\s　/／]*(?:撮影|摄影|攝影|[摄攝]|촬영)$/u)
  const spoken = /^(.+?)(?:特约)?(?:记者|記者|发|發|기자|カメラマン)[（(\s　]*(.{2,12})$/u.exec(rest)
  if (spoken) return { agency: spoken[1]!.trim(), photographer: clean(spoken[2]!), flags, ...more(date, restrictions) }
  rest = rest.replace(/\s*(?:기자|記者|记者)$/u, '').replace(/^[=＝:：/／、,\s]+|[=＝:：/／、,\s]+$/gu, '')
  if (isAgency(rest, lexicon) && !/[/／\s]/u.test(rest))
    return { agency: rest, photographer: null, flags, ...more(date, restrictions) }
  const parts = rest.split(/\s*[/／・、,]\s*|[\s　]+/u).filter(Boolean)
  const houses = parts.filter(
    (part) => isAgency(part, lexicon) || /(?:通信|新聞|新闻|通訊|通讯|社|网|網|뉴스|통신|일보|신문|時事)$/u.test(part),
  )
  const others = parts.filter((part) => !houses.includes(part))
  if (houses.length > 1 && !others.length)
    return { agency: rest, photographer: null, flags, ...more(date, restrictions) }
  if (houses.length)
    return {
      agency: houses.join('/'),
      photographer: others.length ? others.join(' ') : null,
      flags,
      ...more(date, restrictions),
    }
  const person =
    isEasternName(rest) &&
    !flags.includes('handout') &&
    /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Katakana}|\s/u.test(rest)
  return {
    agency: person || !rest ? null : rest,
    photographer: person ? rest : null,
    flags,
    ...more(date, restrictions),
  }
}

/** How the name of an agency or a paper ends. */
const house = /(?:通信|新聞|新闻|通訊|通讯|社|网|網|뉴스|통신|일보|신문|時事)$/u

function more(date: string | undefined, restrictions: string | undefined): { date?: string; restrictions?: string } {
  return { ...(date ? { date } : {}), ...(restrictions ? { restrictions } : {}) }
}

function clean(name: string): string {
  return name.replace(/[\s　）)（(]+$/gu, '').trim()
}

/** The first full date, else the first with a month, else the day after the sign that parts scene from place. */
function dayIn(text: string, lexicon: Lexicon): string | undefined {
  const tokens = tokensOf(fold(text))
  let best: string | undefined
  for (let i = 0; i < tokens.length; i++) {
    const date = dateAt(tokens, i, lexicon)
    if (!date?.day) continue
    if (date.year && date.month) return isoDate(date)
    if (date.month) best = best?.startsWith('--') && !best.startsWith('---') ? best : isoDate(date)
    else if (tokens[i - 1] && '=＝('.includes(tokens[i - 1]!.text)) best ??= isoDate(date)
    i = date.to - 1
  }
  return best
}

function labels({ captions }: Lexicon): string {
  return (
    [...captions.fileWords]
      .filter((word) => /[^\0-\u02ff]/u.test(word))
      .toSorted((a, b) => b.length - a.length)
      .join('|') || '(?!)'
  )
}
