import { type Credit, type Credited } from '../story/credit.ts'
import { type Dateline } from '../story/dateline.ts'
import { type Words, fill, joined, wordsFor } from '../words/words.ts'

/**
 * The dateline as it opens a first paragraph, up to where the copy begins, composed as the language does it and as the page
 * shows it (`OSTRA, Nov 24 (Agency) – `); as it came where no place was understood.
 */
export function datelineText(dateline: Dateline | undefined, language: string): string {
  if (!dateline) return ''
  const { places, date, source, raw } = dateline
  if (!places.length) return raw ? `${raw.trim()} ` : ''
  const words = wordsFor(language)
  const { start, between, beforeDate, beforeSource, afterSource, end } = words.dateline
  const where = places.map(({ name, region }) => (region ? `${name}, ${region}` : name)).join(between)
  const when = date ? beforeDate + dayText(date, words) : ''
  return `${start}${where}${when}${source ? beforeSource + source + afterSource : ''}${end}`
}

/** `Additional reporting by A and B in X; Editing by D`, composed as the language does it. The byline stands elsewhere. */
export function creditsText(credits: readonly Credit[], language: string): string {
  const words = wordsFor(language)
  return credits
    .filter(({ role, people }) => role !== 'byline' && people.length)
    .map(({ role, people }) => fill(words.roles[role] ?? '{people}', { people: peopleText(people, words) }))
    .join(words.betweenCredits)
}

function peopleText(people: readonly Credited[], words: Words): string {
  const groups: { place?: string | undefined; names: string[] }[] = []
  for (const { name, place, organisation } of people) {
    const last = groups.at(-1)
    const said = organisation ? `${name} (${organisation})` : name
    if (last && last.place === place) last.names.push(said)
    else groups.push({ place, names: [said] })
  }
  return joined(
    words,
    groups.map(({ place, names }) =>
      place ? fill(words.inPlace, { people: joined(words, names), place }) : joined(words, names),
    ),
  )
}

function dayText(iso: string, words: Words): string {
  const day = Date.parse(`${iso.startsWith('--') ? `2000-${iso.slice(2)}` : iso}T12:00:00Z`)
  return Number.isNaN(day) ? iso : dayClock(words).format(day)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times its use, so each language keeps its own. */
function dayClock(words: Words): Intl.DateTimeFormat {
  const locale = words.datelineLocale ?? words.locale
  const known = clocks.get(locale) ?? new Intl.DateTimeFormat(locale, { ...words.datelineDate, timeZone: 'UTC' })
  clocks.set(locale, known)
  return known
}
