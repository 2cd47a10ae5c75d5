import { isCurrencyNote } from '../furniture/asides.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ReadPerson } from '../reading.ts'
import { fold } from '../text/fold.ts'
import { areNames, peopleOf } from './people.ts'

/** A stretch of a text. */
export type Stretch = { start: number; end: number }

/**
 * Where a credit line or a byline says how somebody is reached: telephone numbers, mail and messaging addresses, social handles, each with
 * its label and, in a sentence of its own, all of that. Sums, dates and clocks are none. For lines of names only: copy may print numbers.
 */
export function reachesIn(text: string, lexicon: Lexicon): Stretch[] {
  if (!mayHold(text)) return []
  const bare = [...addressesIn(text), ...numbersIn(text, lexicon)].toSorted((a, b) => a.start - b.start)
  const merged: Stretch[] = []
  for (const found of bare) {
    const reach = labelled(text, found, lexicon)
    const last = merged.at(-1)
    if (last && (reach.start <= last.end || between.test(text.slice(last.end, reach.start))))
      last.end = Math.max(last.end, reach.end)
    else merged.push(reach)
  }
  return merged.map((reach) => bounded(text, reach))
}

/** The text with blanks where somebody is reached, so that every other place stays where it was. */
export function withoutReaches(text: string, reaches: readonly Stretch[]): string {
  return reaches.reduce((rest, { start, end }) => {
    const parted = /\p{L}\s*$/u.test(rest.slice(0, start)) && /^\s*\p{Lu}/u.test(rest.slice(end))
    return rest.slice(0, start) + (parted ? ',' : ' ') + ' '.repeat(end - start - 1) + rest.slice(end)
  }, text)
}

/** What stands before, between and after the stretches. */
export function besides(length: number, stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = []
  let at = 0
  for (const { start, end } of stretches) {
    if (start > at) kept.push({ start: at, end: start })
    at = end
  }
  if (at < length) kept.push({ start: at, end: length })
  return kept
}

/** Whether a line under the copy is how somebody is reached: a number that only could be a sum does not make it one. */
export function isReachLine(text: string, lexicon: Lexicon): boolean {
  if (text.length > 300) return false
  return reachesIn(text, lexicon).some(
    ({ start, end }) => !/^[\s,;]*\p{Nd}{1,3}(?:[ .]?\p{Nd}{3})*$/u.test(text.slice(start, end)),
  )
}

/** The people whose names are none but a number or an address left out, and their places and houses likewise. */
export function withoutNumbers(people: readonly ReadPerson[]): ReadPerson[] {
  return people.flatMap(({ name, place, org, ...rest }) =>
    isNumbered(name)
      ? []
      : [
          {
            name,
            ...rest,
            ...(place && !isNumbered(place) ? { place } : {}),
            ...(org && !isNumbered(org) ? { org } : {}),
          },
        ],
  )
}

function isNumbered(text: string): boolean {
  return /[@＠]|(?:\p{Nd}\P{Nd}*){5}/u.test(text)
}

/** Whether it is worth a look: quick, for many paragraphs are asked. */
function mayHold(text: string): boolean {
  if (/\d[\d ().\u00a0/\u2010-\u2013-]{5}|[@＠]|[.:：] ?\d{4}|\d{5}|[٠-٩۰-۹０-９]{2}/.test(text)) return true
  if (text.includes('/') && accounts.test(text)) return true
  return (/[:：微([]/.test(text) && messages.test(text)) || /[([]at[)\]]/.test(text)
}

const accounts = /\.(?:com|me|app|net)\//i
const messages = /(?:skype|signal|telegram|app|twitter|instagram|chat|messaging|messenger)\s?[:：]|微信/i
const between = /^[\s,;:/|&+·–—-]*(?:\p{Ll}{1,5}[\s.:]+)?$/u

const mail =
  /(?:(?:rm|mailto|https?):(?:\/\/)?)?(?<![\p{L}\p{N}_.+-])@?[\p{L}\p{N}_.+-]{1,64}(?:\s?[([]at[)\]]\s?|[@＠])[\p{L}\p{N}-]{1,64}(?:(?:\.|\s?[([]dot[)\]]\s?)[\p{L}\p{N}-]{1,64}){0,6}|(?<![\p{L}\p{N}])@[\p{L}\p{N}_][\p{L}\p{N}_.]{0,40}/giu
const account =
  /(?:https?:\/\/)?\b(?:www\.)?(?:t\.me|wa\.me|x\.com|twitter\.com|instagram\.com|facebook\.com|fb\.me|linkedin\.com|bsky\.app|threads\.net|signal\.me)\/[^\s;,)）\]]{1,100}/gi
const message =
  /\b(?:skype|signal|telegram|whatsapp|twitter|instagram|wechat|(?:(?:thomson\s)?reuters\s|bloomberg\s)?messaging|messenger)\s?[:：]\s?[^\s;,)）\]]{2,80}|微信(?:号|號)?[:：]?\s?\w{3,30}/gi

function* addressesIn(text: string): Generator<Stretch> {
  const looked: RegExp[] = []
  if (/[@＠]|[([]at[)\]]/i.test(text)) looked.push(mail)
  if (accounts.test(text)) looked.push(account)
  if (messages.test(text)) looked.push(message)
  for (const expression of looked)
    for (const found of text.matchAll(expression))
      yield { start: found.index, end: found.index + found[0].replace(/[.…]+$/u, '').length }
}

const number =
  /(?<!\p{Nd}[.,]?)(?<![\p{Lu}\p{Ll}$€£¥￥])[(（]?[+＋]?[(（]?\p{Nd}(?:[\s().（）/‐‑–-]{0,3}\p{Nd}){3,17}(?:\s?(?:ext\.?|extension|x|durchwahl|dw|poste|доб\.?)\s?\p{Nd}{1,5})?/giu

function* numbersIn(text: string, lexicon: Lexicon): Generator<Stretch> {
  for (const found of text.matchAll(number)) {
    const [lead, end] = [found[0], found.index + found[0].length]
    const loose = lead.split(/[(（]/u).length > lead.split(/[)）]/u).length && /^[(（]/u.test(lead) ? 1 : 0
    const start = found.index + loose
    const digits = lead.match(/\p{Nd}/gu)!.length
    const told = labelAt(text, start, lexicon) < start
    if (digits < 5 && !told) continue
    if (!told && isFigure(text, start, end, lexicon)) continue
    yield { start, end }
  }
}

/** A date, years, a clock, a sum or an agency's number of the day. */
function isFigure(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  const figure = text.slice(start, end)
  if (/^[+＋]/u.test(figure)) return false
  const after = text.slice(end, end + 24)
  const before = text.slice(Math.max(0, start - 12), start)
  if (/^\s*(?:=|[:：]\p{Nd}|GMT\b|UTC\b)/u.test(after) || /[=＝$€£¥]\s*$/u.test(before)) return true
  const open = text.lastIndexOf('(', start)
  const close = text.indexOf(')', end)
  if (open >= 0 && close >= 0 && close - open < 120 && isCurrencyNote(text.slice(open + 1, close))) return true
  if (lexicon.eastern && /^[1-9]\p{Nd}{4,7}$/u.test(figure)) return true
  return (
    /^\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s+\d{1,2})?$|^\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})(?:\s+\d{1,2})?$/u.test(
      figure,
    ) || /^(?:\d{1,2}[\s.]+)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d|\s+(?:19|20)\d\d|\d{4})?$/u.test(figure)
  )
}

/** An address with its label before it; with all of its sentence, when that names nobody's work. */
function labelled(text: string, { start, end }: Stretch, lexicon: Lexicon): Stretch {
  const from = clauseStart(text, start)
  const clause = text.slice(from, start)
  if (from > 0 && text[from - 1] !== ',' && isOwnSentence(clause, lexicon)) {
    const rest =
      /^(?:[^,;.()（）[\]\n]|\.(?!\s*(?:\p{Lu}|$))){0,80}(?=[,;.)）\]]|$)/u.exec(text.slice(end, end + 82))?.[0] ?? ''
    return { start: from, end: end + (hasRole(rest, lexicon) ? 0 : rest.length) }
  }
  return { start: labelAt(text, start, lexicon), end }
}

function isOwnSentence(clause: string, lexicon: Lexicon): boolean {
  if (!/\p{L}/u.test(clause) || hasRole(clause, lexicon)) return false
  const folded = fold(clause).trimStart()
  if (lexicon.contacts.test(folded)) return true
  if (lexicon.bylineLead.test(folded)) return false
  return !areNames(peopleOf(clause, lexicon), lexicon)
}

/** Somebody's work: a role that leads a name or follows one. "The editing desk" is none. */
function hasRole(clause: string, lexicon: Lexicon): boolean {
  const folded = fold(clause)
  lexicon.follow.lastIndex = 0
  if (lexicon.follow.test(folded)) return true
  lexicon.lead.lastIndex = 0
  for (let lead = lexicon.lead.exec(folded); lead; lead = lexicon.lead.exec(folded))
    if (/^\s*[:：\p{Lu}\p{Lo}]/u.test(clause.slice(lead.index + lead[0].length))) return true
  return false
}

/** Where the clause begins that a place stands in: behind a bracket, a comma, a semicolon or the end of a sentence. */
function clauseStart(text: string, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 200); i--) {
    const c = text[i]!
    if (',;；，、()（）[]【】·|'.includes(c)) return i + 1
    if (
      c === '。' ||
      (c === '.' &&
        /^\s+\p{Lu}/u.test(text.slice(i + 1, i + 6)) &&
        /\p{L}\p{Ll}{2}$/u.test(text.slice(Math.max(0, i - 3), i)))
    )
      return i + 1
  }
  return Math.max(0, at - 200)
}

/** Where the label before an address begins, `Tel. `, `E-mail: `, `reachable at `; the address itself when it has none. */
function labelAt(text: string, at: number, lexicon: Lexicon): number {
  const from = Math.max(clauseStart(text, at), at - 48)
  const before = text.slice(from, at)
  for (const word of before.matchAll(/(?<![\p{L}\p{M}\p{N}-])\p{L}/gu)) {
    const folded = fold(before.slice(word.index))
    const label = lexicon.contacts.exec(folded)
    if (label && /^[\s.:：=–-]*(?:\p{Ll}{1,6}[\s.:]+){0,2}$/u.test(folded.slice(label[0].length)))
      return from + word.index
  }
  const short = labels.exec(before)
  return short ? from + short.index + short[1]!.length : at
}

const labels =
  /(^|[\s(])(?:(?:on\s)?(?:twitter|instagram|facebook|telegram|signal|whatsapp|skype|wechat|line|threads|bluesky|mastodon|linkedin|messenger|mobile|mob|cell|handy|tel|tél|telefon|telefono|teléfono|telefone|téléphone|тел|τηλ|电话|電話|전화|هاتف)[\s.:：]*|[TMEFX]\s?[:：]\s*|(?:at|on|unter|au|al|en|via|per|or|o|ou|oder)\s+)$/iu

/** The reach with the bracket that holds nothing else, and with the mark that parted it from what stood before. */
function bounded(text: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end]
  for (;;) {
    const open = /[(（[]\s*$/u.exec(text.slice(Math.max(0, from - 12), from))
    const close = /^\s*[)）\]]/u.exec(text.slice(to, to + 12))
    if (!open || !close) break
    from -= open[0].length
    to += close[0].length
  }
  const mark = /\s*[,;，；·|/–—-]?\s*$/u.exec(text.slice(Math.max(0, from - 12), from))![0]
  return /^\s*(?:[,;.)）\]，；。]|$)/u.test(text.slice(to, to + 12))
    ? { start: from - mark.length, end: to }
    : { start: from, end: to }
}
