import { placeSlug } from '../story/address.ts'
import { everyPicture } from '../story/running.ts'
import { json, type Query } from './database.ts'
import { type Showing, findable } from './findable.ts'
import { type Sent } from './sent.ts'

/**
 * Keeps the rows by which public doors find a story: its sections, its people, its topics, its places, its words, its
 * pictures. Sent and not waited for.
 */
export type Shown = {
  /**
   * `unfound` leaves search to a later `findable`, as bulk import does; `first` says that none of them was ever shown, so
   * that there is nothing to take away.
   */
  show(showings: readonly Showing[], how?: { unfound?: boolean; first?: boolean }): void
  /** Its pictures stay known as those of a withdrawn story. */
  withdraw(story: string): void
}

export function shownIn(sql: Query, sent: Sent): Shown {
  const takeAway = (stories: readonly string[], pictures = sql``): void =>
    sent.send(sql`
      with section as (delete from in_section where story = any(${stories as string[]})),
        person as (delete from credited where story = any(${stories as string[]})),
        topic as (delete from in_topic where story = any(${stories as string[]}))
        ${pictures}
      delete from in_place where story = any(${stories as string[]})`)
  return {
    show(showings, { unfound = false, first = false } = {}) {
      if (!showings.length) return
      const stories = showings.map(({ story }) => story)
      if (!first) takeAway(stories, sql`, picture as (delete from pictured where story = any(${stories}))`)
      const sections = showings.flatMap(sectionRows)
      if (sections.length)
        sent.send(sql`
          insert into in_section (section, story, position, language, first_published, public_from, archived)
          select * from jsonb_to_recordset(${json(sql, sections)}) as row (section text, story text, position smallint,
            language text, first_published timestamptz, public_from timestamptz, archived boolean)`)
      const people = showings.flatMap(peopleRows)
      if (people.length)
        sent.send(sql`
          insert into credited (person, story, role, first_published, public_from)
          select * from jsonb_to_recordset(${json(sql, people)}) as row (person text, story text, role text,
            first_published timestamptz, public_from timestamptz)
          on conflict do nothing`)
      const topics = showings.flatMap(topicRows)
      if (topics.length)
        sent.send(sql`
          insert into in_topic (code, story, language, first_published, public_from, archived)
          select topic_code(code), story, language, first_published, public_from, archived
          from jsonb_to_recordset(${json(sql, topics)}) as row (code text, story text, language text,
            first_published timestamptz, public_from timestamptz, archived boolean)
          on conflict do nothing`)
      const places = showings.flatMap(placeRows)
      if (places.length)
        sent.send(sql`
          insert into in_place (place, story, printed, first_published, public_from)
          select * from jsonb_to_recordset(${json(sql, places)}) as row (place text, story text, printed jsonb,
            first_published timestamptz, public_from timestamptz)
          on conflict do nothing`)
      const pictures = showings.flatMap(pictureRows)
      if (pictures.length)
        sent.send(sql`
          insert into pictured (hash, story)
          select * from jsonb_to_recordset(${json(sql, pictures)}) as row (hash text, story text)
          on conflict do nothing`)
      if (!unfound) sent.send(findable(sql, showings))
    },
    withdraw(story) {
      takeAway([story])
      sent.send(sql`delete from search where story = ${story}`)
    },
  }
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

function placeRows({ story, draft, firstPublished, publicFrom }: Showing) {
  return (draft.dateline?.places ?? []).flatMap((printed) => {
    const place = placeSlug(printed)
    return place ? [{ place, story, printed, first_published: firstPublished, public_from: publicFrom }] : []
  })
}

function pictureRows({ story, draft }: Showing) {
  return everyPicture(draft).flatMap(({ image }) => (image ? [{ hash: image.hash, story }] : []))
}

function topicRows({ story, draft, firstPublished, publicFrom, archived }: Showing) {
  return draft.subjects.flatMap(({ code }) =>
    code
      ? [{ code, story, language: draft.language, first_published: firstPublished, public_from: publicFrom, archived }]
      : [],
  )
}
