import { fold } from '../text/fold.ts'
import { languages } from './languages/index.ts'
import { listOf } from './lexicon.ts'

/**
 * The language a text is written in, as ISO 639-1, by its script and, where several languages share one, by their function words and
 * their own letters. Where that is not sure, `expected` (ISO 639-1), or English when nothing speaks for another.
 */
export function detectLanguage(raw: string, expected?: string): string {
  const sample = raw.length > 700 ? raw.slice(0, 350) + raw.slice(raw.length >> 1, (raw.length >> 1) + 350) : raw
  const short = raw.length < 500
  const script = scriptOf(short && raw.includes('@') ? sample.replace(/\S+@\S+/gu, ' ') : sample)
  // Few characters without kana are as good Japanese as Chinese.
  if (script === 'han' && expected && aloneIn.kana === expected && raw.length < 40) return expected
  if (script === 'han' && short && saysMore('ja', 'zh', sample)) return 'ja'
  const alone = aloneIn[script]
  if (alone) return alone
  const scores = new Float64Array(languages.length)
  const count = tally(fold(sample), scores, short)
  if (script !== 'latin' || /[\u00c0-\u02ff]/.test(sample))
    languages.forEach(({ code, letters }, at) => {
      if (letters && scriptOfLanguage(code) === script)
        scores[at]! += (sample.match(lettersOf(letters))?.length ?? 0) * 0.7
    })
  let best = script === 'arabic' ? 'ar' : script === 'cyrillic' ? 'ru' : 'en'
  let most = scores[languages.findIndex(({ code }) => code === best)] ?? 0
  languages.forEach(({ code }, at) => {
    if (
      scores[at]! <= most ||
      (scores[at]! < (short ? 1 : 2) && script === 'latin') ||
      scriptOfLanguage(code) !== script
    )
      return
    best = code
    most = scores[at]!
  })
  if (!expected || scriptOfLanguage(expected) !== script) return best
  const own = scores[languages.findIndex(({ code }) => code === expected)]
  // Of a language without a table it is only known that no other has most of the small words.
  if (own === undefined) return most > count * 0.2 ? best : expected
  return most - own < 1 ? expected : best
}

/** Whether one language is so far ahead that the rest of the sample will not change it. */
function isSettled(scores: Float64Array): boolean {
  let [most, next] = [0, 0]
  for (const score of scores)
    if (score > most) [most, next] = [score, most]
    else if (score > next) next = score
  return most >= 8 && most >= 2.5 * next
}

/**
 * Counts for each language the words that speak for it: runs of letters and apostrophes, cut by hand, since this is done for every text.
 * Answers how many words it looked at.
 */
function tally(folded: string, scores: Float64Array, short: boolean): number {
  const { votes, shapes } = ballots()
  let count = 0
  let start = -1
  for (let i = 0; i <= folded.length; i++) {
    const c = i < folded.length ? folded.charCodeAt(i) : 0
    const inside =
      (c > 0x60 && c < 0x7b) ||
      c === 0x27 ||
      (c > 0xbf && (c < 0x2000 || c > 0x206f) && c !== 0x60c && c !== 0x61b && c !== 0x61f)
    if (inside) {
      if (start < 0) start = i
      continue
    }
    if (start < 0) continue
    const from = start
    start = -1
    if (++count % 32 === 0 && !short && isSettled(scores)) return count
    // Most words are no function word of any language, and many of these show it by their length and first letters.
    if (!short && shapes[shapeOf(folded, from, i)] === 0) continue
    const word = folded.slice(from, i)
    // French and Italian write small words onto the next with an apostrophe.
    const elided = word.indexOf("'")
    const voted = votes.get(elided > 0 ? word.slice(0, elided + 1) : word)
    if (voted) for (const at of voted) scores[at]! += 1
    // An excerpt has hardly a function word; there the words of the trade speak.
    if (short) for (const at of tradeBallots().get(word) ?? []) scores[at]! += 1.5
  }
  return count
}

/** A number that words of the same length with the same two first letters share; one up to the apostrophe where there is one. */
function shapeOf(text: string, from: number, to: number): number {
  const most = Math.min(to, from + 15)
  let end = from + 1
  while (end < most && text.charCodeAt(end - 1) !== 0x27) end++
  const second = end - from > 1 ? text.charCodeAt(from + 1) : 0
  return ((end - from) << 10) | ((text.charCodeAt(from) & 31) << 5) | (second & 31)
}

type Script = 'latin' | 'cyrillic' | 'arabic' | 'hebrew' | 'greek' | 'devanagari' | 'han' | 'kana' | 'hangul'

const aloneIn: Partial<Record<Script, string>> = {
  hebrew: 'he',
  greek: 'el',
  devanagari: 'hi',
  han: 'zh',
  kana: 'ja',
  hangul: 'ko',
}
const scripts: Partial<Record<string, Script>> = {
  ...({
    ru: 'cyrillic',
    ar: 'arabic',
    fa: 'arabic',
    he: 'hebrew',
    el: 'greek',
    hi: 'devanagari',
    zh: 'han',
    ja: 'kana',
    ko: 'hangul',
  } as const),
}

function scriptOfLanguage(code: string): Script {
  return scripts[code] ?? 'latin'
}

function scriptOf(sample: string): Script {
  if (!/[^\0-\u02ff\u2000-\u2fff]/.test(sample)) return 'latin'
  const count = { latin: 0, cyrillic: 0, arabic: 0, hebrew: 0, greek: 0, devanagari: 0, han: 0, kana: 0, hangul: 0 }
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i)
    if (c < 0x41) continue
    if (c < 0x300) count.latin++
    else if (c >= 0x370 && c < 0x400) count.greek++
    else if (c >= 0x400 && c < 0x530) count.cyrillic++
    else if (c >= 0x590 && c < 0x600) count.hebrew++
    else if ((c >= 0x600 && c < 0x780) || (c >= 0xfb50 && c < 0xfeff)) count.arabic++
    else if (c >= 0x900 && c < 0x980) count.devanagari++
    else if (c >= 0x3040 && c < 0x3100) count.kana += 3
    else if (c >= 0x3400 && c < 0xa000) count.han += 3
    else if (c >= 0xac00 && c < 0xd7b0) count.hangul += 3
  }
  if (count.kana > count.han * 0.05 && count.kana + count.han > count.latin) return 'kana'
  let best: Script = 'latin'
  for (const [script, n] of Object.entries(count)) if (n > count[best]) best = script as Script
  return best
}

type Ballots = { votes: Map<string, number[]>; shapes: Uint8Array }

let cached: Ballots | undefined

/** For every function word the languages that use it, and the shapes that such words have. */
function ballots(): Ballots {
  if (cached) return cached
  cached = { votes: new Map(), shapes: new Uint8Array(1 << 14) }
  for (const [at, { words }] of languages.entries())
    for (const word of listOf(words)) {
      cached.votes.set(word, [...(cached.votes.get(word) ?? []), at])
      cached.shapes[shapeOf(word, 0, word.length)] = 1
    }
  return cached
}

let trade: Map<string, number[]> | undefined

/** For every word of the trade (roles, months, words for pictures) the languages that use it. */
function tradeBallots(): Map<string, number[]> {
  if (trade) return trade
  trade = new Map()
  for (const [at, table] of languages.entries()) {
    const phrases = [
      ...leadsOf(table),
      ...table.months.flatMap(listOf),
      ...listOf(table.weekdays),
      ...listOf(table.captions.photo),
      ...listOf(table.contacts),
    ]
    const words = phrases.flatMap((phrase) => phrase.split(/[\s/]+/u)).filter((word) => word.length > 3)
    for (const word of new Set(words)) trade.set(word, [...(trade.get(word) ?? []), at])
  }
  return trade
}

function leadsOf({ roles }: (typeof languages)[number]): string[] {
  return Object.values(roles).flatMap(({ lead, follow }) => [...listOf(lead), ...listOf(follow)])
}

/** Whether a text in signs that two languages share has more words for roles of the one than of the other. */
function saysMore(one: string, other: string, text: string): boolean {
  const hits = (code: string) => {
    const table = languages.find((language) => language.code === code)
    return table ? leadsOf(table).filter((lead) => lead.length > 1 && text.includes(lead)).length : 0
  }
  return hits(one) > hits(other)
}

const classes = new Map<string, RegExp>()

function lettersOf(letters: string): RegExp {
  let found = classes.get(letters)
  if (!found) classes.set(letters, (found = new RegExp(`[${letters}]`, 'gu')))
  return found
}
