import { copyLines } from '../story/copy.ts'
import { type Draft } from '../story/story.ts'
import { json, type Query } from './database.ts'
import { configurationOf, searchable } from './search.ts'

/** What lists and search know of a public version. Instants are ISO text; `day` is the house's calendar day. */
export type Showing = {
  story: string
  draft: Draft
  firstPublished: string
  publicFrom: string
  day: string
  archived: boolean
}

/** Keeps the rows by which public doors find a story: its sections, its people, its words. */
export type Shown = {
  /** `unfound` leaves search to a later `findable`, as bulk import does. */
  show(showings: readonly Showing[], how?: { unfound?: boolean }): Promise<void>
  withdraw(story: string): Promise<void>
}

export function shownIn(sql: Query): Shown {
  return {
    async show(showings, { unfound = false } = {}) {
      if (!showings.length) return
      const stories = showings.map(({ story }) => story)
      await sql`delete from in_section where story = any(${stories})`
      await sql`delete from credited where story = any(${stories})`
      const sections = showings.flatMap(sectionRows)
      if (sections.length)
        await sql`
          insert into in_section (section, story, position, language, first_published, public_from, archived)
          select * from jsonb_to_recordset(${json(sql, sections)}) as row (section text, story text, position smallint,
            language text, first_published timestamptz, public_from timestamptz, archived boolean)`
      const people = showings.flatMap(peopleRows)
      if (people.length)
        await sql`
          insert into credited (person, story, role, first_published, public_from)
          select * from jsonb_to_recordset(${json(sql, people)}) as row (person text, story text, role text,
            first_published timestamptz, public_from timestamptz)
          on conflict do nothing`
      if (!unfound) await findable(sql, showings)
    },
    async withdraw(story) {
      await sql`delete from in_section where story = ${story}`
      await sql`delete from credited where story = ${story}`
      await sql`delete from search where story = ${story}`
    },
  }
}

/** Puts the words of public versions where search finds them, in place of what was there. */
export async function findable(sql: Query, showings: readonly Showing[]): Promise<void> {
  if (!showings.length) return
  const rows = showings.map(searchRow)
  await sql`
    with words as (
      select * from jsonb_to_recordset(${json(sql, rows)}) as row (story text, configuration text, language text,
        section text, place text, country text, day date, first_published timestamptz, public_from timestamptz,
        headline text, body text)
    ), narrow as (
      insert into search (story, configuration, language, section, place, country, day, first_published, public_from, headline)
      select story, configuration, language, section, place, country, day, first_published, public_from,
        to_tsvector(configuration::regconfig, headline)
      from words
      on conflict (story) do update set configuration = excluded.configuration, language = excluded.language,
        section = excluded.section, place = excluded.place, country = excluded.country, day = excluded.day,
        first_published = excluded.first_published, public_from = excluded.public_from, headline = excluded.headline
    )
    insert into search_text (story, body)
    select story, to_tsvector(configuration::regconfig, body) from words
    on conflict (story) do update set body = excluded.body`
}

function sectionRows({ story, draft, firstPublished, publicFrom, archived }: Showing) {
  return [...new Set(draft.sections)].map((section, position) => ({
    section,
    story,
    position,
    language: draft.language,
    first_published: firstPublished,
    public_from: publicFrom,
    archived,
  }))
}

function peopleRows({ story, draft, firstPublished, publicFrom }: Showing) {
  return draft.credits.flatMap(({ role, people }) =>
    people.flatMap(({ person }) =>
      person ? [{ person, story, role, first_published: firstPublished, public_from: publicFrom }] : [],
    ),
  )
}

function searchRow({ story, draft, firstPublished, publicFrom, day }: Showing) {
  const [place] = draft.dateline?.places ?? []
  const { headline, standfirst = '', byline, copy, pictures, keywords, subjects, credits } = draft
  const body = [
    headline,
    standfirst,
    ...byline,
    ...copyLines(copy),
    ...pictures.map(({ caption }) => caption.text),
    ...keywords,
    ...subjects.map(({ name = '' }) => name),
    ...credits.flatMap(({ people }) => people.map(({ name }) => name)),
    ...(draft.dateline?.places ?? []).map(({ name }) => name),
  ]
  return {
    story,
    configuration: configurationOf(draft.language),
    language: draft.language,
    section: draft.sections[0] ?? null,
    place: place?.name ?? null,
    country: place?.country ?? null,
    day,
    first_published: firstPublished,
    public_from: publicFrom,
    headline: searchable(headline),
    // A word list may hold a megabyte at most.
    body: searchable(body.join('\n').slice(0, 200_000)),
  }
}
