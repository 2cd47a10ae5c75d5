import { type Sql } from '../../src/store/database.ts'
import { type Database, json } from '../../src/store/database.ts'
import { findable } from '../../src/store/findable.ts'
import { type Invented, invented } from './invent.ts'

/** Puts `n` invented stories into an empty database, as a bulk import does: first the rows, the indexes of words after. */
export async function load({ sql, transaction }: Database, n: number): Promise<void> {
  const indexes = await sql<{ name: string; made: string }[]>`
    select indexname as name, indexdef as made from pg_indexes where tablename = 'search' and indexdef like '% USING gin %'`
  for (const { name } of indexes) await sql`drop index ${sql(name)}`
  for (const some of batches(invented(n), 1000)) await transaction((at) => loadSome(at, some))
  for (const { made } of indexes) await sql.unsafe(`set maintenance_work_mem = '256MB'; ${made}`)
  await sql.unsafe('vacuum analyze')
}

async function loadSome(sql: Sql, stories: readonly Invented[]): Promise<void> {
  const rows = stories.map(({ id, at, draft }) => ({
    ...{ id, draft, slug: draft.slug, headline: draft.headline, language: draft.language, direction: draft.direction },
    ...{ section: draft.sections[0], at: new Date(at).toISOString(), local: new Date(at).toISOString().slice(0, 19) },
  }))
  await sql`
    with given as (
      select * from jsonb_to_recordset(${json(sql, rows)}) as row (id text, draft jsonb, slug text, headline text,
        language text, direction text, section text, at timestamptz, local text)
    ), stories as (
      insert into story (id, version, work, publication, public_version, public_from, path, slug, headline, language,
        direction, urgency, sections, moments, first_published, changed, archived, created, saved)
      select id, 1, '{"is":"none"}', '{"is":"published","version":1}', 1, at, '/' || to_char(at, 'YYYY/MM/DD/') || slug, slug,
        headline, language, direction, 5, array[section],
        jsonb_build_object('firstPublished', jsonb_build_object('local', local, 'zone', 'UTC', 'zoneFrom', 'house')),
        at, at, true, at, at
      from given
    )
    insert into version (story, number, content, what, at, moment, by) select id, 1, draft, 'archived', at, '{}', 'bench' from given`
  await findable(
    sql,
    stories.map(({ id, at, draft }) => {
      const instant = new Date(at).toISOString()
      return {
        story: id,
        draft,
        firstPublished: instant,
        publicFrom: instant,
        day: instant.slice(0, 10),
        archived: true,
      }
    }),
  )
}

function* batches<One>(all: Iterable<One>, size: number): Generator<One[]> {
  let some: One[] = []
  for (const one of all) {
    some.push(one)
    if (some.length === size) {
      yield some
      some = []
    }
  }
  if (some.length) yield some
}
