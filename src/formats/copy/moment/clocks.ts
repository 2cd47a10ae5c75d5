import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold } from '../text/fold.ts'
import { isMark } from './dates.ts'
import type { Token } from './tokens.ts'
import { zoneNames, zonePlaces } from './zones.ts'

/** A clock time as printed. `to` is the token after it. `empty` is a clock that was never set, such as `0:0`. */
export type PrintedClock = { hour: number; minute: number; second: number; fraction?: string; to: number; empty?: true }

/** The clock that begins at a token: 11:21, 11:21:05.27, 11h21, 11.21 Uhr, 3 PM, 下午3时5分, 오전 11시. */
export function clockAt(tokens: readonly Token[], at: number, lexicon: Lexicon): PrintedClock | null {
  let i = at
  let half = halfAt(tokens, i, lexicon)
  if (half) i += half.length
  const hour = tokens[i]
  if (hour?.is !== 'number' || hour.text.length > 2) return null
  const clock: PrintedClock = { hour: Number(hour.text), minute: 0, second: 0, to: i + 1 }
  const [mark, minute] = [tokens[i + 1], tokens[i + 2]]
  let sure = half !== null
  if (
    minute?.is === 'number' &&
    minute.text.length <= 2 &&
    (isMark(mark, ':.：') || isHour(mark)) &&
    minute.start - hour.end <= 4
  ) {
    if (minute.text.length === 1)
      return isMark(mark, ':') && !Number(hour.text + minute.text) ? { ...clock, to: i + 3, empty: true } : null
    clock.minute = Number(minute.text)
    clock.to = i + 3
    sure ||= !isMark(mark, '.')
    if (isMinute(tokens[clock.to])) clock.to++
    const second = tokens[clock.to + 1]
    if (isMark(tokens[clock.to], ':') && second?.is === 'number' && second.text.length === 2) {
      clock.second = Number(second.text)
      clock.to += 2
      const part = tokens[clock.to + 1]
      if (isMark(tokens[clock.to], '.') && part?.is === 'number' && part.start === tokens[clock.to]!.end) {
        clock.fraction = part.text
        clock.to += 2
      }
    }
  } else if (isHour(mark)) {
    clock.to = i + 2
    sure = true
  } else if (!half && !halfAt(tokens, i + 1, lexicon) && !isHourWord(mark, lexicon)) return null
  if (!half) {
    half = halfAt(tokens, clock.to, lexicon)
    if (half) {
      clock.to += half.length
      sure = true
    }
  }
  // 05.58 GMT: the zone says that the figures are a clock.
  if (tokens[clock.to]?.is === 'word' && zoneNames.has(tokens[clock.to]!.text.toUpperCase())) sure = true
  if (isHourWord(tokens[clock.to], lexicon)) {
    clock.to++
    sure = true
  }
  if (!sure) return null
  if (half?.pm && clock.hour < 12) clock.hour += 12
  if (half && !half.pm && clock.hour === 12) clock.hour = 0
  return clock.hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : null
}

/** The zone that begins at a token, as minutes or as a place whose clock is meant. Names count only in capitals. */
export function zoneAt(
  tokens: readonly Token[],
  at: number,
  text: string,
  lexicon: Lexicon,
): { minutes?: number; place?: string; to: number } | null {
  let i = at
  if (isMark(tokens[i], '(')) i++
  const token = tokens[i]
  if (!token) return null
  const close = (to: number) => (i > at && isMark(tokens[to], ')') ? to + 1 : to)
  if (token.is === 'word') {
    for (let last = Math.min(i + 3, tokens.length - 1); last >= i; last--) {
      const own = lexicon.zones.get(fold(text.slice(token.start, tokens[last]!.end)))
      if (own !== undefined) return { minutes: own, to: close(last + 1) }
    }
    const printed = text.slice(token.start, token.end)
    if (printed === 'Z') return { minutes: 0, to: close(i + 1) }
    const place = zonePlaces.get(printed)
    if (place) return { place, to: close(i + 1) }
    const minutes = zoneNames.get(printed)
    if (minutes === undefined) return null
    const more = minutes === 0 ? offsetAt(tokens, i + 1) : null
    return more ? { minutes: more.minutes, to: close(more.to) } : { minutes, to: close(i + 1) }
  }
  const offset = offsetAt(tokens, i)
  return offset && (offset.sure || i > at) ? { minutes: offset.minutes, to: close(offset.to) } : null
}

function offsetAt(tokens: readonly Token[], at: number): { minutes: number; to: number; sure: boolean } | null {
  const [sign, hours] = [tokens[at], tokens[at + 1]]
  if (!isMark(sign, '+-−–') || hours?.is !== 'number' || hours.start !== sign!.end) return null
  const factor = sign!.text === '+' ? 1 : -1
  if (hours.text.length === 4)
    return {
      minutes: factor * (Number(hours.text.slice(0, 2)) * 60 + Number(hours.text.slice(2))),
      to: at + 2,
      sure: true,
    }
  if (hours.text.length > 2) return null
  const minutes = tokens[at + 3]
  if (isMark(tokens[at + 2], ':') && minutes?.is === 'number')
    return { minutes: factor * (Number(hours.text) * 60 + Number(minutes.text)), to: at + 4, sure: true }
  return { minutes: factor * Number(hours.text) * 60, to: at + 2, sure: false }
}

/** Morning or afternoon, in one word or several: `pm`, `p. m.`, `de la tarde`. */
function halfAt(tokens: readonly Token[], at: number, { am, pm }: Lexicon): { pm: boolean; length: number } | null {
  if (tokens[at]?.is !== 'word') return null
  for (let length = Math.min(4, tokens.length - at); length > 0; length--) {
    const texts = tokens.slice(at, at + length).map(({ text }) => text)
    const printed = texts.includes('.') ? texts.join('') : texts.join(' ')
    if (!pm.has(printed) && !am.has(printed)) continue
    const dotted = isMark(tokens[at + length], '.') && printed.includes('.')
    return { pm: pm.has(printed), length: length + (dotted ? 1 : 0) }
  }
  return null
}

function isHour(token: Token | undefined): boolean {
  return token?.is === 'word' && /^(?:h|时|時|點|点|시)$/.test(token.text)
}

function isMinute(token: Token | undefined): boolean {
  return token?.is === 'word' && /^(?:分|분|min)$/.test(token.text)
}

function isHourWord(token: Token | undefined, { fillers }: Lexicon): boolean {
  return (
    token?.is === 'word' &&
    /^(?:uhr|hrs|hours|h|ώρα|ч|время)$/.test(token.text) &&
    (fillers.has(token.text) || token.text === 'h')
  )
}
