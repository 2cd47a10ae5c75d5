import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold } from '../text/fold.ts'
import { type PrintedClock, clockAt, zoneAt } from './clocks.ts'
import { type PrintedDate, dateAt, isMark, isoDate } from './dates.ts'
import { type Token, tokensOf } from './tokens.ts'
import { offsetOf, offsetText } from './zones.ts'

/** A moment found in a line: ISO text (with an offset only where a zone was printed) and the stretch of the line it takes. */
export type PrintedMoment = { iso: string; start: number; end: number; clock: boolean; date: PrintedDate }

/** The first moment in a text: a date with a day, with the clock and zone beside it. */
export function momentIn(text: string, lexicon: Lexicon, needsYear = true): PrintedMoment | null {
  const tokens = tokensOf(fold(text))
  for (let i = 0; i < tokens.length; i++) {
    const date = dateAt(tokens, i, lexicon)
    if (!date?.month || (needsYear && !date.year) || (date.day === undefined && needsYear)) continue
    return build(text, tokens, date, clockBeside(tokens, date, lexicon), lexicon)
  }
  return militaryIn(text, lexicon)
}

/** 041059 May 08: day, hour and minute in one number, as wires sign off. */
export function militaryIn(text: string, lexicon: Lexicon): PrintedMoment | null {
  const found = military.exec(text)
  if (!found) return null
  const month = lexicon.months.get(fold(found[5]!))
  const [day, hour, minute] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (!month || day < 1 || day > 31 || hour > 23 || minute > 59) return null
  const year = Number(found[6]) < 100 ? 2000 + Number(found[6]) - (Number(found[6]) > 60 ? 100 : 0) : Number(found[6])
  const zone = found[4] ? '+00:00' : ''
  return {
    iso: `${isoDate({ year, month, day })}T${found[2]}:${found[3]}:00${zone}`,
    start: found.index,
    end: found.index + found[0].length,
    clock: true,
    date: { year, month, day, from: 0, to: 0 },
  }
}

const military =
  /(?<![\p{L}\p{N}])(\d{2})(\d{2})(\d{2})(Z|GMT| GMT)?[ -]?(\p{Lu}\p{L}{2,8})\.?[ -]?(\d{4}|\d{2})(?!\d)/u

type Beside = { clock: PrintedClock; from: number; to: number }

/** The clock after a date, past fillers and marks; else the one just before it. */
function clockBeside(tokens: readonly Token[], date: PrintedDate, lexicon: Lexicon): Beside | null {
  let i = date.to
  for (let skipped = 0; i < tokens.length && skipped < 5; skipped++) {
    const clock = clockAt(tokens, i, lexicon) ?? (date.year ? dottedAt(tokens, i) : null)
    if (clock) return { clock, from: i, to: clock.to }
    const token = tokens[i]!
    const passable =
      token.is === 'mark'
        ? ',.-–—|/·•،():T'.includes(token.text)
        : token.text === 't' || lexicon.fillers.has(token.text) || lexicon.weekdays.has(token.text)
    if (!passable) break
    i++
  }
  for (let back = Math.max(0, date.from - 12); back < date.from; back++) {
    const clock = clockAt(tokens, back, lexicon)
    if (clock && clock.to <= date.from && date.from - clock.to <= 6) return { clock, from: back, to: clock.to }
  }
  return null
}

/** `16.15` behind a full date: a clock with a point, when no third figure follows. */
function dottedAt(tokens: readonly Token[], at: number): PrintedClock | null {
  const [hour, mark, minute, next] = tokens.slice(at, at + 4)
  if (hour?.is !== 'number' || minute?.is !== 'number' || !isMark(mark, '.') || minute.text.length !== 2) return null
  if (hour.text.length > 2 || mark!.start !== hour.end || minute.start !== mark!.end || isMark(next, '.')) return null
  const [h, m] = [Number(hour.text), Number(minute.text)]
  return h < 24 && m < 60 ? { hour: h, minute: m, second: 0, to: at + 3 } : null
}

function build(
  text: string,
  tokens: readonly Token[],
  date: PrintedDate,
  beside: Beside | null,
  lexicon: Lexicon,
): PrintedMoment {
  const day = isoDate(date)
  const first = Math.min(date.from, beside?.from ?? date.from)
  let to = Math.max(date.to, beside?.to ?? date.to)
  let iso = day
  if (beside && !beside.clock.empty && date.year && date.day) {
    const { hour, minute, second, fraction } = beside.clock
    const two = (n: number) => String(n).padStart(2, '0')
    iso = `${day}T${two(hour)}:${two(minute)}:${two(second)}${fraction ? `.${fraction}` : ''}`
    let at = beside.to
    if (isMark(tokens[at], ',') || (tokens[at]?.is === 'word' && lexicon.fillers.has(tokens[at]!.text))) at++
    const zone = zoneAt(tokens, beside.to, text, lexicon) ?? zoneAt(tokens, at, text, lexicon)
    if (zone) {
      iso += offsetText(zone.minutes ?? offsetOf(zone.place!, iso.slice(0, 19)))
      to = Math.max(to, zone.to)
    }
  }
  return { iso, start: tokens[first]!.start, end: tokens[to - 1]!.end, clock: iso.includes('T'), date }
}
