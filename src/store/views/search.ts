import { type Copy } from '../../story/copy.ts'
import { type Running } from '../../story/running.ts'
import { type Database, type Sql } from '../database.ts'
import { type Forms, formsOf } from './search-forms.ts'
import { type Branch, type Term, branchesOf } from './search-query.ts'
import { evenly, told } from './search-texts.ts'
import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'

/** What to look for, as `archive/` understood it. */
export type Ask = {
  terms: readonly Term[]
  section?: string
  year?: string
  language?: string
  place?: string
  sort: 'newest' | 'best'
  now: string
  skip: number
  limit: number
}

/** At most this many stories are put in order of their match: ranking costs a read of each. */
export const rankedAtMost = 5000
const newestRanked = 1000

/** No search works longer than this. */
const patience = 1500

/**
 * A page of what was found, with exact `total` and `facets`. `reach` is how many of them can be turned to: fewer than
 * `total` when there were too many to rank them all. When nothing was looked at, `unlooked` says why: it took too long, or
 * no wanted word is kept because all are too common; `uncounted` names the configurations of which that is true.
 */
export type Results = {
  total: number
  reach: number
  hits: readonly Hit[]
  facets: Facets
  unlooked?: 'slow' | 'common'
  uncounted: readonly string[]
}

/** A story that was found, the beginning of what it tells, and the forms of its words for marking them. */
export type Hit = { teaser: Teaser; text: string; forms: Forms }

/**
 * For each filter its values with their counts, as if that filter alone were not set; the most frequent first. A place says
 * in which language it was printed so.
 */
export type Facets = Readonly<
  Record<'section' | 'year' | 'language' | 'place', readonly { value: string; n: number; language?: string }[]>
>

/** Full text search: each language by its own configuration, all in one statement. */
export function searchView({ sql, reading }: Pick<Database, 'sql' | 'reading'>) {
  return {
    /** `patience` is in milliseconds. When that is not enough and a year was chosen, that year alone is tried. */
    async search(ask: Ask, how: { patience?: number } = {}): Promise<Results> {
      const within = how.patience ?? patience
      const { branches, uncounted } = ask.terms.length
        ? await branchesOf(sql, ask.terms)
        : { branches: [{ configurations: [] }], uncounted: [] }
      if (branches.length === 0) return { ...nothing, uncounted, ...(uncounted.length ? { unlooked: 'common' } : {}) }
      const found =
        (await look(reading, ask, branches, within)) ??
        (ask.year && (await look(reading, ask, branches, within, ask.year)))
      if (!found) return { ...nothing, uncounted, unlooked: 'slow' }
      const { total, reach, ids, ...facets } = found
      if (total === 0 && uncounted.length) return { ...nothing, uncounted, unlooked: 'common' }
      return { total, reach, facets, uncounted, hits: await hits(sql, ids, ask) }
    },

    /** The years that have stories, newest first, without a look at the stories themselves. */
    async searchYears(): Promise<string[]> {
      const rows = await sql<{ year: number }[]>`
        with recursive years as (
          (select year from search order by year desc limit 1)
          union all
          select (select year from search where year < years.year order by year desc limit 1) from years where year is not null
        ) select year from years where year is not null limit 300`
      return rows.map(({ year }) => String(year).padStart(4, '0'))
    },
  }
}

const nothing: Results = {
  total: 0,
  reach: 0,
  hits: [],
  facets: { section: [], year: [], language: [], place: [] },
  uncounted: [],
}

type Found = { total: number; reach: number; ids: string[] } & Facets

/** Everything in one statement, of one moment; nothing when it took too long. */
async function look(
  reading: Database['reading'],
  ask: Ask,
  branches: readonly Branch[],
  patience: number,
  year?: string,
): Promise<Found | undefined> {
  const best = ask.sort === 'best' && ask.terms.some(({ field, not }) => !field && !not)
  const statement = (sql: Sql) => sql<Found[]>`
    with found as materialized (${matches(sql, ask, branches, best, year)}),
    cube as (select section, year, language, count(*)::int as n from found where ${where(sql, ask, ['place'])} group by 1, 2, 3),
    places as (select place, count(*)::int as n from found where ${where(sql, ask, cubed)} group by 1),
    chosen as (select * from found where ${where(sql, ask, filters)}),
    counted as (select coalesce(sum(n), 0)::int as total from cube where ${where(sql, ask, cubed)}),
    ${best ? ranked(sql, branches) : newest(sql)},
    page as (select *, row_number() over (order by ${order(sql, best)}) as at from (
      select * from reached order by ${order(sql, best)} offset ${ask.skip} limit ${ask.limit}) shown)
    select total, ${best ? sql`(select count(*)::int from reached)` : sql`total`} as reach,
      coalesce((select jsonb_agg(story order by at) from page), '[]') as ids,
      ${facet(sql, ask, 'section', 12)} as section, ${facet(sql, ask, 'year', 60)} as year,
      ${facet(sql, ask, 'language', 12)} as language, ${facet(sql, ask, 'place', 10)} as place
    from counted`
  try {
    // Sent together: a round trip less.
    const [, [found]] = await reading((sql) =>
      Promise.all([
        sql`select set_config('statement_timeout', ${String(patience)}, true), set_config('work_mem', '64MB', true),
          set_config('max_parallel_workers_per_gather', '0', true)`,
        statement(sql),
      ]),
    )
    return found
  } catch (fault) {
    if ((fault as { code?: string }).code === '57014') return undefined
    throw fault
  }
}

/** Every public story that matches, whatever the filters say; of one year when even that is too much. */
function matches(sql: Sql, ask: Ask, branches: readonly Branch[], best: boolean, year?: string) {
  return branches
    .map(({ configurations, body, without, headline, named }, at) => {
      const conditions = [
        sql`s.public_from <= ${ask.now}`,
        ...(year ? [sql`s.year = ${Number(year)}`] : []),
        // Not by its index, which would be read through to little avail: the words are the rarer thing.
        ...(configurations.length ? [sql`s.configuration || '' = any(${configurations})`] : []),
        ...(body ? [sql`s.body @@ ${body}::tsquery`] : []),
        ...(headline ? [sql`s.headline @@ ${headline}::tsquery`] : []),
        ...(named ? [sql`s.named @@ ${named}::tsquery`] : []),
        ...(without ? [sql`s.story not in (select story from search where body @@ ${without}::tsquery)`] : []),
      ]
      return sql`select s.story, s.section, s.year, s.language, s.place, s.first_published,
        ${best && body ? sql`s.headline @@ ${body}::tsquery` : sql`false`} as in_headline, ${at}::int as branch
        from search s where ${conditions.reduce((all, one) => sql`${all} and ${one}`)}`
    })
    .reduce((all, one) => sql`${all} union all ${one}`)
}

type Filter = keyof Facets
/** Three by which everything is counted at once; of places there are too many for that. */
const cubed: readonly Filter[] = ['section', 'year', 'language']
const filters: readonly Filter[] = [...cubed, 'place']

function where(sql: Sql, ask: Ask, names: readonly Filter[]) {
  return names
    .filter((name) => ask[name] !== undefined)
    .reduce((all, name) => sql`${all} and ${sql(name)} = ${name === 'year' ? Number(ask.year) : ask[name]!}`, sql`true`)
}

function newest(sql: Sql) {
  return sql`reached as (select story, first_published from chosen)`
}

/** All that match up to a limit; above it those that say it in their headline, and the newest of the others. */
function ranked(sql: Sql, branches: readonly Branch[]) {
  const queries = sql.json(branches.map(({ body = '' }, branch) => ({ branch, query: body })))
  const limit = (above: number) =>
    sql`(select case when total <= ${rankedAtMost} then ${rankedAtMost} else ${above}::int end from counted)`
  return sql`
    candidates as (
      (select * from chosen where in_headline order by first_published desc, story desc limit ${limit(rankedAtMost - newestRanked)})
      union all
      (select * from chosen where not in_headline order by first_published desc, story desc limit ${limit(newestRanked)})
    ),
    reached as (
      select c.story, c.first_published, ts_rank(s.body, q.query) + case when c.in_headline then 1 else 0 end as rank
      from candidates c join jsonb_to_recordset(${queries}) as q (branch int, query tsquery) using (branch) join search s on s.story = c.story
    )`
}

function order(sql: Sql, best: boolean) {
  return best ? sql`rank desc, first_published desc, story desc` : sql`first_published desc, story desc`
}

function facet(sql: Sql, ask: Ask, name: Filter, limit: number) {
  const sorted = name === 'year' ? sql`value desc` : sql`n desc, value`
  const counts =
    name === 'place'
      ? sql`select place as value, n from places`
      : sql`select ${sql(name)} as value, sum(n)::int as n from cube
          where ${where(
            sql,
            ask,
            cubed.filter((other) => other !== name),
          )} group by 1`
  const tongue =
    name === 'place' ? sql`, 'language', (select f.language from found f where f.place = counted.value limit 1)` : sql``
  return sql`coalesce((select jsonb_agg(jsonb_build_object('value', value::text, 'n', n ${tongue}) order by ${sorted}) from (
    select * from (${counts}) counts where value is not null order by ${sorted} limit ${limit}) counted), '[]')`
}

async function hits(sql: Sql, ids: readonly string[], { terms, now }: Ask): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await sql<(TeaserRow & { copy: Copy; running: Running | null; configuration: string })[]>`
    select ${teaserColumns(sql)}, v.content -> 'copy' as copy, v.content -> 'running' as running, f.configuration
    from ${publicStories(sql)} join search f on f.story = s.id where s.id = any(${[...ids]}) and s.public_from <= ${now}`
  const texts = evenly(rows.map(({ teaser: { standfirst }, copy, running }) => told(standfirst, copy, running)))
  const found = rows.map(({ copy: _copy, running: _running, configuration, ...teaser }, at) => ({
    ...{ teaser, configuration, text: texts[at] ?? '' },
  }))
  const wanted = terms.filter(({ not }) => !not).map(({ text }) => text)
  const forms = await formsOf(
    sql,
    found.map(({ configuration, text, teaser }) => ({ configuration, text: `${teaser.headline}\n${text}` })),
    wanted,
  )
  const byId = new Map(
    found.map(({ teaser, text }, at) => [teaser.id, { teaser: toTeaser(teaser), text, forms: forms[at] ?? new Map() }]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
