import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Signal } from '../reading.ts'
import { fold } from '../text/fold.ts'

/** A signal at the head of a line, and where the rest of the line begins. */
export type FoundSignal = { signal: Signal; end: number }

/**
 * `UPDATE 2-`, `CORRECTED - `, `REFILE-UPDATE 1-`, `KILL: `: the words before a headline that say what kind of take it is. A
 * correction, a kill and an embargo weigh more than an update that stands beside them.
 */
export function signalOf(text: string, lexicon: Lexicon): FoundSignal | null {
  let found = null as FoundSignal | null
  let at = 0
  for (let turn = 0; turn < 3; turn++) {
    const next = one(text, at, lexicon)
    if (!next) break
    found = { signal: heavier(found?.signal, next.signal), end: next.end }
    at = next.end
  }
  return found
}

/** A signal in brackets behind a headline, as Korean agencies put it: `…(종합2보)`, `…(更新)`. */
export function signalAtEnd(text: string, lexicon: Lexicon): { signal: Signal; start: number } | null {
  const found = /\s*[([（【]([^\s()[\]（）【】]{2,8}?)(\d*)[)\]）】]\s*$/u.exec(text)
  if (!found || !/\p{Lo}/u.test(text)) return null
  const word = fold(found[1]! + found[2]!)
  for (const [is, words] of Object.entries(lexicon.signals) as [Signal['is'], ReadonlySet<string>][])
    if (words.has(word) || words.has(fold(found[1]!))) {
      const number = is === 'update' || is === 'wrapup' ? numbered(/\d+/.exec(word)?.[0]) : {}
      return { signal: { is, ...number }, start: found.index }
    }
  return null
}

/** A line that is nothing but a signal, such as `EMBARGOED until 0001 GMT, Wednesday` or `KILL KILL KILL`. */
export function signalLine(text: string, lexicon: Lexicon): Signal | null {
  if (text.length > 160) return null
  const folded = fold(text)
    .replace(/^[\s*([{=#【「◎●※<-]+/u, '')
    .replace(/^\p{L}{2,9}: ?(?=\p{Lo})/u, '')
  for (const is of ['kill', 'embargo'] as const)
    for (const word of lexicon.signals[is]) {
      if (!folded.startsWith(word)) continue
      const rest = folded.slice(word.length)
      if (/^[\p{L}\p{M}]/u.test(rest)) continue
      // `EMBARGOED-Prices rise 3%` is a headline with a signal before it.
      if (/^[-–—](?!until\b|for\b)\p{L}/u.test(rest)) continue
      if (is === 'embargo' && (/\d/.test(rest) || rest.length < 40) && !isTrade(text, word, rest)) return { is }
      if (is === 'kill' && !/[\p{L}\p{M}]{3}|(?:\p{Lo}.*){4}/u.test(rest.replaceAll(word, ''))) return { is }
    }
  return null
}

/** `Embargo on tin lifted`: the trade, not the wire. A wire shouts, or prints a clock, a date or "until" behind the word. */
function isTrade(text: string, word: string, rest: string): boolean {
  const at = fold(text).indexOf(word)
  if (!/^\p{Lu}\p{Ll}/u.test(text.slice(at)) || !/\p{L}{2}/u.test(rest)) return false
  return !(word.includes(' ') || (/\d/.test(rest) && /^\s*[:：]|\d{1,2}[.:h/]\d{1,2}/u.test(rest)))
}

function one(text: string, at: number, lexicon: Lexicon): FoundSignal | null {
  const rest = text.slice(at, at + 90)
  const folded = fold(rest)
  const opening = /^[\s*([【「◎●※<]*/u.exec(folded)![0].length
  if (!openings(lexicon).has(folded.slice(opening, opening + 2))) return null
  let best: { is: Signal['is']; length: number; number?: number } | null = null
  for (const [is, words] of Object.entries(lexicon.signals) as [Signal['is'], ReadonlySet<string>][])
    for (const word of words) {
      if (!folded.startsWith(word, opening) || (best && best.length - opening >= word.length)) continue
      const tail =
        (is === 'embargo' ? until.exec(rest.slice(opening + word.length)) : null) ??
        spoken.exec(folded.slice(opening + word.length)) ??
        /^[\s°º]*(?:n[°ºo.]*\s*)?(\d{1,3})?(?:\s*\d{4})?\s*(?:[-–—:/|]+(?:\s[-–—]+)?|\/{2,}|[)\]】」>])\s*(?=\S)/u.exec(
          folded.slice(opening + word.length),
        )
      const written = rest.slice(opening, opening + word.length)
      if (!tail || !isSignalLike(is, written, tail[0], tail[1], at > 0)) continue
      best = {
        is,
        length: opening + word.length + tail[0].length,
        ...numbered(tail[1] ?? /\d+/.exec(word)?.[0]),
      }
    }
  if (!best) return null
  const counted = best.number !== undefined && (best.is === 'update' || best.is === 'wrapup')
  return { signal: { is: best.is, ...(counted ? { number: best.number! } : {}) }, end: at + best.length }
}

function numbered(digits: string | undefined): { number?: number } {
  return digits && digits.length < 3 ? { number: Number(digits) } : {}
}

/** `EMBARGOED UNTIL 0500 GMT NOV 25-Rents slow`: the moment stands between the word and the headline. */
const until = /^().{0,40}?\d.{0,30}?\s*[-–—]\s*(?=\p{Lu}\p{Ll}|\p{Lu} \p{Ll})/u

/** `ACTUALISE avec réactions /// `: three strokes end what the signal says of itself. */
const spoken = /^() [^/]{3,60}?\s*\/{3,}\s*(?=\S)/u

/** Capitals, or a mark right after the word; "Update - a love story" is as good as none, so it must be close or counted. */
function isSignalLike(
  is: Signal['is'],
  written: string,
  tail: string,
  number: string | undefined,
  again: boolean,
): boolean {
  if (again || number || !/\p{Ll}/u.test(written) || /\/{3}/.test(tail)) return true
  if (is === 'wrapup' && /^\s*[:|]/u.test(tail)) return false
  return /^\s*[:|]|^[-–—/]|^\s*\d{4}\b/u.test(tail)
}

const weight: Record<Signal['is'], number> = { kill: 6, embargo: 5, correction: 4, refile: 3, wrapup: 2, update: 1 }

function heavier(a: Signal | undefined, b: Signal): Signal {
  if (!a) return b
  if (a.is === 'update' && b.is === 'wrapup') return a
  return weight[a.is] >= weight[b.is] ? a : b
}

const known = new WeakMap<Lexicon, ReadonlySet<string>>()

/** The first two letters of every signal word: most lines begin with none of them. */
function openings(lexicon: Lexicon): ReadonlySet<string> {
  let found = known.get(lexicon)
  if (!found)
    known.set(
      lexicon,
      (found = new Set(Object.values(lexicon.signals).flatMap((words) => [...words].map((word) => word.slice(0, 2))))),
    )
  return found
}
