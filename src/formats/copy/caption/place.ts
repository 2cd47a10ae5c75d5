import { findTown } from '../../../places/gazetteer.ts'
import { isCity } from '../lexicon/cities.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { isCountry } from '../lexicon/regions.ts'
import { type PrintedDate, dateAt, isoDate } from '../moment/dates.ts'
import { type Token, tokensOf } from '../moment/tokens.ts'
import { fold } from '../text/fold.ts'

/** The place and the day of a picture as its caption tells them. */
export type WhereAndWhen = { place?: string; date?: string }

type Found = { date: PrintedDate; start: number; end: number; full: boolean }

/**
 * The day is the first full date of the caption (with a year, or with a weekday); the place is what "in", "at" or "near" leads nearest
 * before it, else right after it. A date without a year far from a place is what the story tells, not the picture's.
 */
export function whereAndWhen(text: string, lexicon: Lexicon): WhereAndWhen {
  const undated = lexicon.captions.undated.test(fold(text))
  const dates = undated ? [] : datesIn(text, lexicon)
  const day = dates.find(({ full }) => full) ?? dates[0]
  if (!day) {
    const place = placeAlone(text, lexicon) ?? marked(text, lexicon.captions.places.anywhere) ?? townOf(text, lexicon)
    return place && !isWhen(place, lexicon) ? { place } : {}
  }
  const early = day.start < 24
  const place = early
    ? (placeAfter(text, day.end, lexicon, true) ?? placeBefore(text, day.start, lexicon))
    : (placeAfter(text, day.end, lexicon, false) ??
      placeBefore(text, day.start, lexicon) ??
      placeBehind(text, day.start, lexicon, false) ??
      placeAfter(text, day.end, lexicon, true) ??
      placeBehind(text, day.start, lexicon, true))
  const date = isoDate(day.date)
  const where = place ?? marked(text, lexicon.captions.places.anywhere) ?? townOf(text, lexicon)
  return {
    ...(where && !isWhen(where, lexicon) ? { place: where } : {}),
    ...(date && !date.startsWith('---') ? { date } : {}),
  }
}

/** "in September", "on Sunday" and "im Winter" lead no place. */
function isWhen(place: string, { months, weekdays }: Lexicon): boolean {
  const word = fold(place)
  return months.has(word) || weekdays.has(word) || seasons.has(word) || /\p{L} day$/u.test(word)
}

const seasons = new Set(
  'spring summer autumn fall winter frühling frühjahr sommer herbst printemps été automne hiver primavera verano otoño invierno estate autunno inverno verão outono'.split(
    ' ',
  ),
)

function datesIn(text: string, lexicon: Lexicon): Found[] {
  const tokens = tokensOf(fold(text))
  const found: Found[] = []
  for (let i = 0; i < tokens.length; i++) {
    const date = dateAt(tokens, i, lexicon)
    if (!date?.month || (!date.day && !date.year)) continue
    const weekday = lexicon.weekdays.has(tokens[i]!.text)
    const start = startOf(tokens, i, lexicon)
    found.push({ date, start, end: tokens[date.to - 1]!.end, full: date.year !== undefined || weekday })
    i = date.to - 1
  }
  return found
}

/** With the words that lead it: "on", "on this". */
function startOf(tokens: readonly Token[], at: number, { fillers }: Lexicon): number {
  let i = at
  while (
    i > 0 &&
    tokens[i - 1]!.is === 'word' &&
    (fillers.has(tokens[i - 1]!.text) || /^(?:on|this|early|late|am|le|el|il|em|dated|of)$/u.test(tokens[i - 1]!.text))
  )
    i--
  return tokens[i]!.start
}

/** A name of a place at the start of a text: capitals, commas between, small words within, and a direction such as "550 km south of X". */
const small =
  'of|the|de|la|le|del|della|di|da|do|dos|das|du|des|al|el|on|upon|sur|am|an|and|near|der|den|van|von|à|e|y|und|aux'
const capital = `(?:(?:\\p{Lu}\\.){2,}|(?:St|Mt|Ft)\\. \\p{Lu}[\\p{L}\\p{M}'’-]*|\\p{Lu}[\\p{L}\\p{M}'’-]*(?:\\.(?=,|\\p{Lu}\\.|$)|\\.\\p{Lu}\\.)?|(?:St|Mt|Ft)\\. \\p{Lu}[\\p{L}\\p{M}'’-]*|(?:al|el|as|ar|ash|an|St)[-.][\\p{Lu}][\\p{L}'’-]*)`
const name = `${capital}(?:(?: | (?:${small}) | d['’]| dell['’])${capital}){0,5}`
const direction = `(?:\\d[\\d,.]* ?(?:km|kms|miles|kilometers|kilometres|mi|meters)(?: \\([^()]{2,20}\\))? )?(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|outside|near)(?:ern)? (?:of )?${name}`
const lead = `(?:(?:the )?(?:\\p{Ll}[\\p{Ll}-]+ ){0,3}(?:city|town|village|province|district|state|port|island|suburb|region|county|area|capital|neighborhood|neighbourhood) of )?(?:the |downtown |central |northern |southern |eastern |western )?`
const placeHere = new RegExp(`^(${lead}${name}(?:, (?:${direction}|${name})| \\(${capital}\\))*)`, 'u')
const placeSoon = new RegExp(`^(?:\\p{Ll}+ ){1,5}(${name}(?:, ${name})?)`, 'u')

/** The last place-lead before an offset whose place reaches to it. */
function placeBefore(text: string, to: number, lexicon: Lexicon): string | undefined {
  const head = text.slice(0, to).replace(/[\s,;(–—-]+$/u, '')
  const leads = leadsIn(head, lexicon)
  for (const at of leads) {
    if (to - at.end > 120 || genitive.has(at.word)) continue
    const found = placeHere.exec(head.slice(at.end))
    if (!found || at.end + found[0].length < head.length - 1 || isWhen(found[1]!, lexicon)) continue
    return trim(joined(head, at, leads, lexicon) + found[1]!)
  }
  return marked(head, lexicon.captions.places.before)
}

/** `à Lampedusa, en Italie`: the town that a second place-lead is set beside, with the comma and the lead. */
function joined(head: string, at: Led, leads: readonly Led[], { code }: Lexicon): string {
  const before = leads[leads.indexOf(at) - 1]
  const found = before ? placeHere.exec(head.slice(before.end, at.start)) : null
  if (!before || !found || weak.has(before.word) || weak.has(at.word)) return ''
  const town = found[1]!.split(',')[0]!
  // English sets a country beside its town without a second lead: what stands there is seldom a place.
  if (code === 'en' && !isCity(town) && !findTown(town)) return ''
  return /^,\s*$/u.test(head.slice(before.end + found[0].length, at.start)) ? head.slice(before.end, at.end) : ''
}

/** The place-lead nearest before an offset, wherever its place ends, in the same sentence. */
function placeBehind(text: string, to: number, lexicon: Lexicon, soon: boolean): string | undefined {
  const head = text.slice(0, to)
  for (const at of leadsIn(head, lexicon).toReversed()) {
    if (/[.!?]\s+\p{Lu}/u.test(head.slice(at.end))) return undefined
    if (!strong.has(at.word)) continue
    const found = placeHere.exec(head.slice(at.end)) ?? (soon ? placeSoon.exec(head.slice(at.end)) : null)
    if (found) return trim(found[1]!)
  }
  return undefined
}

function placeAfter(text: string, from: number, lexicon: Lexicon, anywhere: boolean): string | undefined {
  const rest = text.slice(from)
  const stop = anywhere ? (/[a-z\p{Ll}]{2}[.!?](?:\s+\p{Lu}|$)/u.exec(rest)?.index ?? rest.length) + 3 : 12
  const leads = leadsIn(rest.slice(0, stop), lexicon)
  let best: string | undefined
  for (const at of leads) {
    if (!anywhere && best === undefined && at === leads[0] && rest.slice(0, at.start).replace(/[\s,;]+/gu, ''))
      return undefined
    if (genitive.has(at.word)) continue
    const found = placeHere.exec(rest.slice(at.end))
    if (!found) continue
    // With the date first, a place with its region says more than the nearest one.
    const nested = leads.find(({ start }) => start === at.end + found[0].length + 1)
    if (nested && strong.has(nested.word) && placeHere.test(rest.slice(nested.end))) continue
    if (!anywhere || found[1]!.includes(',')) return trim(found[1]!)
    if (strong.has(at.word)) best ??= trim(found[1]!)
  }
  return best
}

/** Without a date only a place that ends its clause counts. */
function placeAlone(text: string, lexicon: Lexicon): string | undefined {
  const first = /^.{20,}?[\p{Ll})]{2}[.!?](?=\s+["“]?\p{Lu}|$)/u.exec(text)?.[0] ?? text
  for (const at of leadsIn(first, lexicon).toReversed()) {
    if (!strong.has(at.word)) continue
    const found = placeHere.exec(first.slice(at.end))
    if (!found || /['’]s?\s*$/u.test(found[0])) continue
    const next = first.slice(at.end + found[0].length)
    if (/^(?:\s*[.,;]|\s*$)/u.test(next)) return trim(found[1]!)
    // A known town before a word that begins another clause ends its clause too.
    const town = found[1]!.split(',')[0]!
    if (
      /^\s(?:on|during|after|before|as|while|where|when|following|amid|ahead)\s/u.test(next) &&
      (isCity(town) || findTown(town))
    )
      return trim(found[1]!)
  }
  return undefined
}

/** The place as a language marks it that has no word before a capital for it. */
function marked(text: string, forms: readonly RegExp[]): string | undefined {
  for (const form of forms) {
    const place = form.exec(text)?.groups?.['place']
    if (place) return trim(place)
  }
  return undefined
}

/** What a thing belongs to, "the station of X", is the place only when X is a known town and nothing better was said. */
function townOf(text: string, lexicon: Lexicon): string | undefined {
  if (lexicon.code === 'en') return undefined
  const first = /^.{20,}?[\p{Ll})]{2}[.!?](?=\s+["“]?\p{Lu}|$)/u.exec(text)?.[0] ?? text
  for (const at of leadsIn(first, lexicon)) {
    const found = placeHere.exec(first.slice(at.end))
    const place = found ? trim(found[1]!) : ''
    const town = place.split(',')[0]!
    if (place && (findTown(town) || isCity(town))) return place
  }
  return undefined
}

/** Words that lead what a thing belongs to rather than where it is, and words that lead much else than places. */
const genitive = new Set('of του της των de du des di del della dell von der do da dos das'.split(' '))
const weak = new Set([...genitive, ...'from on off over around inside sur aus auf su sobre'.split(' ')])
const strong = { has: (word: string) => !weak.has(word) }

type Led = { start: number; end: number; word: string }

function leadsIn(text: string, { captions: { placeLead } }: Lexicon): Led[] {
  const folded = fold(text)
  const leads: Led[] = []
  placeLead.lastIndex = 0
  for (let found = placeLead.exec(folded); found; found = placeLead.exec(folded)) {
    const end = found.index + found[0].length
    if (!/\s/u.test(text[end] ?? '')) continue
    // `auf dem Bungsberg`: mountains and islands have their article.
    const article = found[0] === 'auf' ? (/^(?:dem|der) /u.exec(folded.slice(end + 1, end + 6))?.[0].length ?? 0) : 0
    leads.push({ start: found.index, end: end + 1 + article, word: found[0] })
  }
  return leads
}

function trim(place: string): string {
  const bare = place.replace(/^the (?=\p{Ll})/u, '').replace(/[\s,;]+$/u, '')
  const word = /,\s*(\p{Lu}\p{Ll}{1,5})\.$/u.exec(bare)?.[1]
  return (/\p{Lu}\.$/u.test(bare) && !/\s\p{Lu}{2,}\.$/u.test(bare)) || (word && !isCountry(word))
    ? bare
    : bare.replace(/\.$/u, '')
}
