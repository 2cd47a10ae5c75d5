import { isAgency, isShouted, isSource, isSourceLike } from '../lexicon/agency-name.ts'
import { isCity } from '../lexicon/cities.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { isRegion } from '../lexicon/regions.ts'
import { dateAt, isoDate } from '../moment/dates.ts'
import { tokensOf } from '../moment/tokens.ts'
import type { ReadDateline } from '../reading.ts'
import { fold } from '../text/fold.ts'
import { dateIn, isPlainPlace, placed, placesOf } from './places.ts'

/** A dateline at the head of a paragraph. `end` is where the copy begins; `sure` is false for forms that a sentence could have too. */
export type FoundDateline = { dateline: ReadDateline; end: number; sure: boolean; byline?: string; note?: string }

/** The dateline a paragraph begins with, in any of the manners of agencies, or null. */
export function datelineOf(text: string, lexicon: Lexicon): FoundDateline | null {
  const head = text.slice(0, 320)
  if (!lexicon.datelines.length && !/[([（【［/:：–—]|[-.]\s/u.test(head) && !/^\p{Lu}{2}/u.test(head)) return null
  const bracket = /^\(([^()]{3,150})\)\s*(?=\S)/u.exec(head)
  const note =
    bracket && (/^(?:with|in)\s/iu.test(bracket[1]!) || lexicon.changes.test(fold(bracket[1]!))) ? bracket : null
  const from = note?.[0].length ?? 0
  const found = special(head, lexicon) ?? regioned(head.slice(from), lexicon) ?? after(head.slice(from), lexicon)
  if (!found) return null
  const { places, date, source, end, sure, byline } = found
  const aside = note?.[0].trim() ?? found.note
  const dateline: ReadDateline = {
    places,
    ...(date ? { date } : {}),
    source,
    raw: rawOf(head.slice(0, from + end), byline ?? found.note),
  }
  return { dateline, end: from + end, sure, ...(byline ? { byline } : {}), ...(aside ? { note: aside } : {}) }
}

/** A byline or a note that was glued before the place is no part of the dateline as printed. */
function rawOf(head: string, lead: string | undefined): string {
  const trimmed = head.trim()
  return lead && trimmed.startsWith(lead) ? trimmed.slice(lead.length).replace(/^[\s/]+/u, '') : trimmed
}

type Parts = {
  places: ReadDateline['places']
  date?: string
  source: string | null
  end: number
  sure: boolean
  byline?: string
  note?: string
}

function after(head: string, lexicon: Lexicon): Parts | null {
  return bracketed(head, lexicon) ?? named(head, lexicon) ?? dashed(head, lexicon) ?? bare(head, lexicon)
}

/** Manners that a language has of its own. */
function special(head: string, lexicon: Lexicon): (Parts & { byline?: string }) | null {
  for (const form of lexicon.datelines) {
    const found = form.exec(head)
    if (!found?.groups) continue
    const { places, region, date, source, byline } = found.groups
    const day = date ? (dateIn(date, lexicon) ?? dayAndMonth(date)) : undefined
    const named = places ? placesOf(places, lexicon) : []
    return {
      places: region && named.length === 1 ? [{ ...named[0]!, region }] : named,
      ...(day?.iso ? { date: day.iso } : {}),
      source: source?.trim() || null,
      end: found[0].length + /^[\s:：]*/u.exec(head.slice(found[0].length))![0].length,
      sure: true,
      ...(byline ? { byline: byline.trim() } : {}),
    }
  }
  return null
}

/** `24 - 11`: a date in two numbers, the day first. */
function dayAndMonth(text: string): { iso: string } | undefined {
  const found = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})$/u.exec(fold(text))
  return found && Number(found[2]) <= 12
    ? { iso: isoDate({ day: Number(found[1]), month: Number(found[2]) }) }
    : undefined
}

/** `NAPLES (Italie), 7 avril (AFP) -`, `Doha (Catar) -`: the region stands in brackets of its own. Read as if commas stood there. */
function regioned(head: string, lexicon: Lexicon): Parts | null {
  const found =
    /^(\p{Lu}[\p{L}\p{M}\d .'’/-]{1,40}) \((\p{Lu}[\p{L}\p{M} .-]{1,30})\)(?=,|\s*\(|\s+[-–—]\s+["“«„]?\p{Lu})/u.exec(
      head,
    )
  if (!found || isAgency(found[2]!, lexicon) || isSource(found[2]!)) return null
  const [all, name, region] = found
  // Call letters of a station are a source, a state of two letters is a region.
  if (/^\p{Lu}{3,6}$/u.test(region!) && !isRegion(region!, lexicon.code) && !/^\s*\(/u.test(head.slice(all.length)))
    return null
  const plain = `${name}, ${region} ${head.slice(all.length)}`
  const read = bracketed(plain, lexicon) ?? dashed(plain, lexicon)
  if (read) return read
  const dash = /^\s+[-–—]{1,2}\s+/u.exec(head.slice(all.length))
  const place = dash && placed(`${name}, ${region}`, lexicon)
  return place
    ? { ...place, source: null, end: all.length + dash[0].length, sure: region !== region!.toUpperCase() }
    : null
}

const bracket =
  /^([^()（）[\]【】［］]{0,150}?)\s*(?:\(([^()]{1,48})\)|（([^（）]{1,40})）|\[([^[\]]{1,40})\])\s*(\.?\s?[-‐-―−]{1,3}|\._|_(?=\s)|[:：=.,，।])?\s*/u
const strokes = /^([^()/]{2,60}?)\s*()()()\/(?=\p{L})([^/()]{2,30})\/\s*()(\.?[-‐-―−]{0,3}|[:.])\s*/u

/** `PLACE, date (SOURCE) -` and the same with strokes or other brackets; the place may also follow: `(ANSA) - ROMA, 7 APR -`. */
function bracketed(head: string, lexicon: Lexicon): Parts | null {
  const stroked = strokes.exec(head)
  if (
    stroked &&
    (isAgency(stroked[5]!, lexicon) || (/\s/u.test(head[stroked[1]!.length]!) && isShouted(stroked[1]!.split(',')[0]!)))
  ) {
    const place = placed(stroked[1]!, lexicon)
    if (place) return { ...place, source: stroked[5]!.trim(), end: stroked[0].length, sure: true }
  }
  const found = bracket.exec(head)
  if (!found) return null
  const [all, before = '', round, wide, square, dash] = found
  const source = (round ?? wide ?? square ?? '').trim()
  const known = isAgency(source, lexicon)
  const dashed = (dash !== undefined && /[-‐-―−=:_]/u.test(dash)) || /\S:\s*$/u.test(before)
  const initials = /^\p{Lu}{2,6}$/u.test(source) && /\d/.test(before)
  const named = isSource(source)
  if (!known && !initials && !(dashed && (named || isSourceLike(source)) && before.trim())) return null
  if (!before.trim()) {
    if (!known || (!dashed && !/^[^)]*\)\s+["“«]?\p{Lu}/u.test(head))) return null
    const rest = head.slice(all.length)
    const inner = /^([^()]{2,60}?)\s*[-‐-―−]{1,2}\s+/u.exec(rest)
    const place = inner && placed(inner[1]!, lexicon)
    if (inner && place && (place.date || isShouted(inner[1]!)))
      return { ...place, source, end: all.length + inner[0].length, sure: true }
    return { places: [], source, end: all.length, sure: true }
  }
  const { byline, note, rest } = known ? withoutLead(before, lexicon) : { rest: before }
  const place = placed(rest, lexicon)
  if (!place || isAgency(rest, lexicon)) return null
  if (initials && !place.date) return null
  if (
    !known &&
    !named &&
    !place.date &&
    !isShouted(rest.split(/[,/]/)[0]!) &&
    !place.places.every(({ name }) => isCity(name)) &&
    !(/[-–—]/u.test(dash ?? '') && !lexicon.eastern && isPlainPlace(rest))
  )
    return null
  return {
    ...place,
    source,
    end: all.length,
    sure: known || dashed,
    ...(byline ? { byline } : {}),
    ...(note ? { note } : {}),
  }
}

const naming =
  /(?:[,.،]\s*|\s+[-–—]\s+|\s)([\p{Lu}\p{Lo}][\p{L}\p{N}.-]{1,20}(?: [\p{Lu}\p{Lo}][\p{L}.-]{1,14}){0,2}?)\s*(?:([-–—]{1,2})\s+|([:/])\s*|(\.)\s+)/gu

/** `PLACE, date, SOURCE:`, `PLACE. Date. SOURCE/`, `PLACE, date - SOURCE.` */
function named(head: string, lexicon: Lexicon): Parts | null {
  const start = head.slice(0, 130)
  naming.lastIndex = 0
  for (let found = naming.exec(start); found; found = naming.exec(start)) {
    const [all, source = '', dash, colon] = found
    naming.lastIndex = found.index + 1
    const before = start.slice(0, found.index)
    if (/[()“”"«»]/u.test(before) || found.index > 75) return null
    if (before.split(/\s+/u).some((word) => lexicon.jobs.has(fold(word)))) return null
    const known = isAgency(source, lexicon)
    const place = known || (colon && isShouted(source)) ? placed(before, lexicon) : null
    if (!place?.places.length) continue
    if (!known && !(place.date && source.length > 2)) continue
    if (known && !place.date && !isShouted(before) && !dash && place.places.length === 1 && !isCity(before)) continue
    return { ...place, source, end: found.index + all.length, sure: true }
  }
  return null
}

/** `PLACE, date -` and `PLACE -`. */
function dashed(head: string, lexicon: Lexicon): Parts | null {
  const found = /^([^()“”"«»:;!?]{2,60}?)\s*(?:\.?[-–—―]{1,2}|\s-|(:))\s+(?=["“«„'‘<(]?[\p{Lu}\p{Lo}\d]|\p{Ll})/u.exec(
    head,
  )
  if (!found) return null
  const before = found[1]!
  if (head.length < 100 && isShouted(head)) return null
  // `Por Ana Ruiz – Repórter da Agência`: a byline with a dash.
  const led = lexicon.bylineLead.exec(fold(before))
  if (led && before.split(' ').length > 2 && !isShouted(before.slice(led[0].length))) return null
  const place = placed(before, lexicon)
  if (!place?.places.length || (!place.date && /^\p{Ll}/u.test(head.slice(found[0].length)))) return null
  const shouted = isShouted(before.split(/[,/]/)[0]!)
  const city = place.places.every(({ name, region }) => isCity(name) || (region && isRegion(region, lexicon.code)))
  if (found[2] && !(shouted && (city || place.date))) return null
  if (!place.date && !city && (before.split(' ').length > 3 || /^\p{Lo}/u.test(before))) return null
  return { ...place, source: null, end: found[0].length, sure: city || (shouted && place.date !== undefined) }
}

/** `OSLO, June 28 Gas output …`, `NEW YORK A trade war …`, `Paris, le 7 avril 2008. ` */
function bare(head: string, lexicon: Lexicon): Parts | null {
  const run = /^(?:\p{Lu}[\p{Lu}'’.-]*(?:[ /]+(?=\p{Lu}[\p{Lu}'’.-]+(?:[ ,/]|$)))?)+/u.exec(head)?.[0].trim()
  const dated = /^([^()“”"«»:;!?\d]{2,40}?),?\s+(?=\p{L}+\.? \d|\d)/u.exec(head)
  if (dated && isShouted(dated[1]!.split(/[,/]/)[0]!)) {
    const rest = head.slice(dated[0].length, dated[0].length + 30)
    const tokens = tokensOf(fold(rest))
    const date = dateAt(tokens, 0, lexicon)
    const place = placed(dated[1]!, lexicon)
    if (date?.month && date.day && place?.places.length) {
      const stop = tokens[date.to - 1]!.end
      const tail = /^[.,:]?\s+(?=["“«„'‘]?\p{Lu})/u.exec(rest.slice(stop))
      if (tail)
        return {
          places: place.places,
          date: isoDate(date),
          source: null,
          end: dated[0].length + stop + tail[0].length,
          sure: true,
        }
    }
  }
  const stopped = /^(\p{Lu}[\p{L}\p{M}-]+(?: \p{Lu}[\p{L}\p{M}-]+)?)\.\s+(?=["“«„]?\p{Lu})/u.exec(head)
  if (stopped && isCity(stopped[1]!))
    return { places: [{ name: stopped[1]! }], source: null, end: stopped[0].length, sure: false }
  if (!run || !isCity(run.replaceAll(/[.,]$/g, '')) || run.length < 4) return null
  const next = /^(?:, (\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?),?)?\s+(?=["“‘]?(?:\p{Lu}\p{Ll}|[AI] ))/u.exec(
    head.slice(run.length),
  )
  if (!next || (next[1] && !isRegion(next[1], lexicon.code))) return null
  return {
    places: [{ name: run, ...(next[1] ? { region: next[1] } : {}) }],
    source: null,
    end: run.length + next[0].length,
    sure: true,
  }
}

/** `By Ana Ruiz LONDON`, `Corrects date NEW YORK`: what was glued before the place. The place is what is shouted at the end. */
function withoutLead(before: string, lexicon: Lexicon): { byline?: string; note?: string; rest: string } {
  const shouted =
    /(?:^|[\s.])((?:\p{Lu}[\p{Lu}'’.-]+)(?:[\s/]+\p{Lu}[\p{Lu}'’.-]+)*(?:, ?[\p{L}. ]+?)?(?:,? \p{Lu}\p{L}{2,8}\.? ?\d{1,2})?)\s*$/u.exec(
      before,
    )
  const lead = shouted ? before.slice(0, shouted.index + 1).trim() : ''
  if (!shouted || !/\p{Ll}{2}/u.test(lead) || lead.includes('/')) return { rest: before }
  const folded = fold(lead)
  if (lexicon.changes.test(folded)) return { note: lead, rest: shouted[1]! }
  const names = lead
    .split(/\s+/u)
    .every((word) => /^\p{Lu}/u.test(word) || lexicon.and.has(fold(word)) || lexicon.bylineLead.test(fold(word)))
  if (lexicon.bylineLead.test(folded) || (names && lead.includes(' '))) return { byline: lead, rest: shouted[1]! }
  return { rest: before }
}
