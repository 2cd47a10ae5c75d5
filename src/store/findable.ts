import { everyLine } from '../story/running.ts'
import { type Draft } from '../story/story.ts'
import { json, type Query } from './database.ts'
import { plain, searchable } from './search-letters.ts'
import { configurationOf, searchRules } from './search.ts'

/** What lists and search know of a public version. Instants are ISO text; `day` is the house's calendar day. */
export type Showing = {
  story: string
  draft: Draft
  firstPublished: string
  publicFrom: string
  day: string
  archived: boolean
}

/** Puts the words of public versions where search finds them, in place of what was there. */
export function findable(sql: Query, showings: readonly Showing[]): Promise<unknown> {
  if (!showings.length) return Promise.resolve()
  return sql`
    insert into search (story, configuration, language, section, place, country, day, first_published, public_from, rules,
      headline, named, body)
    select story, configuration, language, section, place, country, day, first_published, public_from, ${searchRules},
      ${words(sql, 'headline')},
      setweight(${words(sql, 'people', sql`'simple'`)}, 'A') || setweight(${words(sql, 'places', sql`'simple'`)}, 'B'),
      ${words(sql, 'body')}
    from jsonb_to_recordset(${json(sql, showings.map(searchRow))}) as row (story text, configuration text, language text,
      section text, place text, country text, day date, first_published timestamptz, public_from timestamptz,
      headline text, plain_headline text, people text, plain_people text, places text, plain_places text, body text,
      plain_body text)
    on conflict (story) do update set configuration = excluded.configuration, language = excluded.language,
      section = excluded.section, place = excluded.place, country = excluded.country, day = excluded.day,
      first_published = excluded.first_published, public_from = excluded.public_from, rules = excluded.rules,
      headline = excluded.headline, named = excluded.named, body = excluded.body`
}

/** Each word as it is written and without its accents, both at the same place, so that phrases hold in either. */
function words(sql: Query, name: Name, configuration = sql`configuration`) {
  const vector = (column: string) => sql`to_tsvector(${configuration}::regconfig, ${sql(column)})`
  return sql`case when ${sql(`plain_${name}`)} is null then ${vector(name)}
    else (${vector(name)}::text || ' ' || ${vector(`plain_${name}`)}::text)::tsvector end`
}

type Name = 'headline' | 'people' | 'places' | 'body'

function searchRow({ story, draft, firstPublished, publicFrom, day }: Showing) {
  const places = draft.dateline?.places ?? []
  const { headline, standfirst = '', byline, pictures, keywords, subjects, credits } = draft
  const configuration = configurationOf(draft.language)
  const people = credits.flatMap((group) => group.people.map(({ name }) => name))
  const body = [
    headline,
    standfirst,
    ...byline,
    ...everyLine(draft),
    ...pictures.map(({ caption }) => caption.text),
    ...keywords,
    ...subjects.map(({ name = '' }) => name),
    ...people,
    ...places.map(({ name }) => name),
  ]
  return {
    story,
    configuration,
    language: draft.language,
    section: draft.sections[0] ?? null,
    place: places[0]?.name ?? null,
    country: places[0]?.country ?? null,
    day,
    first_published: firstPublished,
    public_from: publicFrom,
    ...both('headline', headline, configuration),
    ...both('people', apart([...byline, ...people]), 'simple'),
    ...both(
      'places',
      apart(places.flatMap(({ name, country }) => [name, ...countryNames(country, draft.language)])),
      'simple',
    ),
    ...both('body', body.join('\n'), configuration),
  }
}

/** A text as it is indexed, and without accents where that is another. A word list may hold a megabyte at most. */
function both(name: Name, text: string, configuration: string) {
  const letters = cut(searchable(text.slice(0, 200_000), configuration), 400_000)
  const bare = plain(letters)
  return { [name]: letters, [`plain_${name}`]: bare === letters ? null : bare }
}

/** Names with a word between them that nobody types, so that no phrase runs from one into the next. */
function apart(names: readonly string[]): string {
  return names.join(' ʔʔ ').slice(0, 20_000)
}

function cut(text: string, bytes: number): string {
  return Buffer.byteLength(text) <= bytes
    ? text
    : Buffer.from(text)
        .subarray(0, bytes)
        .toString()
        .replace(/\ufffd+$/, '')
}

/** A country by its name, in the story's language and in English: readers look for Chile, not for CL. */
function countryNames(country: string | undefined, language: string): string[] {
  if (!country || !/^[A-Z]{2}$/.test(country)) return []
  return [language, 'en'].flatMap((one) => {
    try {
      return [(countries[one] ??= new Intl.DisplayNames([one], { type: 'region' })).of(country) ?? '']
    } catch {
      return []
    }
  })
}

const countries: Record<string, Intl.DisplayNames> = {}
