import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../../test/database.ts'
import { type Sql } from '../database.ts'
import { searchRules } from '../search.ts'
import { type Ask, rankedAtMost, searchView } from './search.ts'

const ask: Ask = {
  terms: [{ text: 'dam', phrase: false, not: false }],
  sort: 'best',
  now: '2030-01-01T00:00:00Z',
  skip: 0,
  limit: 20,
}

test('of more stories than may be ranked the headlines and the newest are, and totals and facets stay exact', async () => {
  await using database = await testDatabase()
  const n = rankedAtMost + 1000
  await fill(database.sql, n)
  const { search, searchYears } = searchView(database)
  const best = await search(ask)
  assert.deepEqual([best.total, best.reach, best.hits.length], [n, 1001, 20])
  // Story 7 is among the oldest, and the only one that says it in its headline.
  assert.equal(best.hits[0]?.teaser.id, 's7')
  assert.equal(best.hits[0]?.teaser.headline, 'The dam')
  assert.equal(
    best.facets.section.reduce((sum, { n: count }) => sum + count, 0),
    n,
  )
  const newest = await search({ ...ask, sort: 'newest', section: 'odd', skip: 20 })
  assert.deepEqual([newest.total, newest.reach], [n / 2, n / 2])
  assert.equal(newest.hits[0]?.teaser.id, `s${n - 1 - 40}`)
  assert.deepEqual(
    newest.facets.section.map(({ n: count }) => count),
    [n / 2, n / 2],
  )
  const none = await search({ ...ask, now: '1999-01-01T00:00:00Z' })
  assert.deepEqual([none.total, none.hits.length], [0, 0])
  const slow = await search(ask, { patience: 1 })
  assert.deepEqual([slow.unlooked, slow.total, await searchYears()], ['slow', 0, ['2020']])
})

test('a query of signs or of words that no language counts finds nothing, or everything that the filters leave', async () => {
  await using database = await testDatabase()
  await fill(database.sql, 10)
  const { search } = searchView(database)
  assert.equal((await search({ ...ask, terms: [{ text: '"\'\\:*&|!()', phrase: true, not: false }] })).total, 0)
  assert.equal(
    (
      await search({
        ...ask,
        terms: [
          { text: 'dam', phrase: false, not: false },
          { text: 'fell', phrase: false, not: true },
        ],
      })
    ).total,
    0,
  )
  assert.equal((await search({ ...ask, terms: [] })).total, 10)
})

/** As many public stories, a minute apart, each with the word in its copy and one in its headline. */
async function fill(sql: Sql, n: number): Promise<void> {
  await sql`
    insert into story (id, version, work, publication, public_version, public_from, path, slug, headline, language,
      direction, urgency, sections, moments, first_published, created, saved)
    select 's' || i, 1, '{"is":"none"}', '{"is":"published","version":1}', 1, at, '/s' || i, 's' || i,
      case when i = 7 then 'The dam' else 'The lake' end, 'en', 'ltr', 5, '{}',
      jsonb_build_object('firstPublished', jsonb_build_object('local', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'zone', 'UTC', 'zoneFrom', 'house')),
      at, at, at
    from generate_series(0, ${n - 1}::int) i, lateral (select timestamptz '2020-01-01Z' + i * interval '1 minute' as at) t`
  await sql`
    insert into version (story, number, content, what, at, moment, by)
    select id, 1, jsonb_build_object('pictures', '[]'::jsonb, 'copy', jsonb_build_array(jsonb_build_object('is', 'paragraph',
      'text', jsonb_build_array(jsonb_build_object('text', 'The dam fell silent.'))))), 'published', saved, '{}', 'ana' from story`
  await sql`
    insert into search (story, configuration, language, section, place, country, day, first_published, public_from, rules, headline,
      named, body)
    select id, 'english', 'en', case when right(id, 1)::int % 2 = 1 then 'odd' else 'even' end, null, null, first_published::date,
      first_published, public_from, ${searchRules}, to_tsvector('english', headline), '',
      to_tsvector('english', headline || ' The dam fell silent.') from story`
}

test('a search whose connection is cut fails alone: the process lives, and the next search is answered', async () => {
  await using database = await testDatabase()
  await fill(database.sql, 10)
  const { search } = searchView(database)
  await database.transaction(async (sql) => {
    await sql`lock table search in access exclusive mode`
    const looking = search({ ...ask, terms: [], sort: 'newest' }, { patience: 20_000 })
    looking.catch(() => {})
    for (let cut = 0; cut === 0; await new Promise((next) => setTimeout(next, 20)))
      cut = (
        await database.sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%as materialized%'`
      ).length
    await assert.rejects(looking)
  })
  assert.ok((await search(ask)).hits.length > 0)
})
