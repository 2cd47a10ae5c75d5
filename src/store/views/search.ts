import { type Copy, copyLines } from '../../story/copy.ts'
import { type Sql } from '../database.ts'
import { configurations, searchable } from '../search.ts'
import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'

/** What to look for, as `archive/` understood it. */
export type Ask = {
  terms: readonly { text: string; phrase: boolean; not: boolean }[]
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

/**
 * A page of what was found. `total` and `facets` are exact. In `extract` and `headline` the words that were looked for
 * stand between U+E000 and U+E001. `ranked` is false when there were too many to rank them all.
 */
export type Results = { total: number; ranked: boolean; hits: readonly Hit[]; facets: Facets }

export type Hit = { teaser: Teaser; headline: string; extract: string }

/** For each filter its values with their counts, as if that filter alone were not set; the most frequent first. */
export type Facets = Readonly<
  Record<'section' | 'year' | 'language' | 'place', readonly { value: string; n: number }[]>
>

/** Full text search: each language by its own configuration, all in one statement. */
export function searchView(sql: Sql) {
  return {
    async search(ask: Ask): Promise<Results> {
      const text = ask.terms.map(written).join(' ')
      const queries = text ? await queriesFor(sql, text) : []
      const [found] = await sql<Found[]>`
        with found as materialized (${matches(sql, ask, text ? queries : undefined)}),
        chosen as (select * from found where ${where(sql, ask)}),
        candidates as (select * from chosen order by in_headline desc, first_published desc, story desc limit ${rankedAtMost}),
        page as (${ask.sort === 'best' && text ? best(sql, ask) : newest(sql, ask)})
        select (select count(*)::int from chosen) as total,
          coalesce((select jsonb_agg(story order by place_in_page) from page), '[]') as ids,
          ${facet(sql, ask, 'section', 12)} as section, ${facet(sql, ask, 'year', 60)} as year,
          ${facet(sql, ask, 'language', 12)} as language, ${facet(sql, ask, 'place', 10)} as place`
      if (!found) throw new Error('the search answered nothing')
      const { total, ids, ...facets } = found
      return {
        total,
        ranked: ask.sort !== 'best' || total <= rankedAtMost,
        facets,
        hits: await hits(sql, ids, queries, ask.now),
      }
    },
  }
}

type Found = { total: number; ids: string[] } & Facets

/** One query, and the configurations that make the same of the words. */
type Made = { query: string; configurations: string[] }

/** A term as `websearch_to_tsquery` reads it. Words of scripts without spaces become phrases of pairs. */
function written({ text, phrase, not }: Ask['terms'][number]): string {
  const words = searchable(text).trim().replaceAll('"', ' ')
  return `${not ? '-' : ''}${phrase || /\s/.test(words) ? `"${words}"` : words}`
}

async function queriesFor(sql: Sql, text: string): Promise<Made[]> {
  return sql<Made[]>`
    select query, array_agg(name) as configurations from (
      select name, websearch_to_tsquery(name::regconfig, ${text})::text as query from unnest(${configurations()}::text[]) as name
    ) made where query <> '' group by query`
}

/** Every public story that matches, whatever the filters say. */
function matches(sql: Sql, ask: Ask, queries: readonly Made[] | undefined) {
  const columns = sql`s.story, s.section, s.language, s.place, to_char(s.day, 'YYYY') as year, s.first_published`
  if (!queries)
    return sql`select ${columns}, false as in_headline, ''::tsquery as query from search s where s.public_from <= ${ask.now}`
  const none = sql`select ${columns}, false as in_headline, ''::tsquery as query from search s where false`
  return queries.reduce(
    (all, made) => sql`${all} union all
      select ${columns}, s.headline @@ ${made.query}::tsquery as in_headline, ${made.query}::tsquery as query
      from search s join search_text t using (story)
      where t.body @@ ${made.query}::tsquery and s.configuration = any(${made.configurations}) and s.public_from <= ${ask.now}`,
    none,
  )
}

type Filter = keyof Facets
const filters: readonly Filter[] = ['section', 'year', 'language', 'place']

function where(sql: Sql, ask: Ask, but?: Filter) {
  return filters
    .filter((name) => name !== but && ask[name] !== undefined)
    .reduce((all, name) => sql`${all} and ${sql(name)} = ${ask[name]!}`, sql`true`)
}

function newest(sql: Sql, { skip, limit }: Ask) {
  return sql`
    select story, row_number() over (order by first_published desc, story desc) as place_in_page
    from chosen order by first_published desc, story desc offset ${skip} limit ${limit}`
}

function best(sql: Sql, { skip, limit }: Ask) {
  return sql`
    select story, row_number() over (order by rank desc, first_published desc, story desc) as place_in_page from (
      select c.story, c.first_published, ts_rank(t.body, c.query) + case when c.in_headline then 1 else 0 end as rank
      from candidates c join search_text t using (story)
    ) ranked order by rank desc, first_published desc, story desc offset ${skip} limit ${limit}`
}

function facet(sql: Sql, ask: Ask, name: Filter, limit: number) {
  const order = name === 'year' ? sql`value desc` : sql`n desc, value`
  return sql`coalesce((select jsonb_agg(jsonb_build_object('value', value, 'n', n) order by ${order}) from (
    select ${sql(name)} as value, count(*)::int as n from found
    where ${sql(name)} is not null and ${where(sql, ask, name)} group by 1 order by ${order} limit ${limit}) counted), '[]')`
}

const signs = 'StartSel=\ue000, StopSel=\ue001'

async function hits(sql: Sql, ids: readonly string[], queries: readonly Made[], now: string): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await sql<(TeaserRow & { copy: Copy; configuration: string })[]>`
    select ${teaserColumns(sql)}, v.content -> 'copy' as copy, f.configuration
    from ${publicStories(sql)} join search f on f.story = s.id where s.id = any(${[...ids]}) and s.public_from <= ${now}`
  const texts = rows.map(({ id, headline, copy, configuration }) => {
    const query = queries.find((one) => one.configurations.includes(configuration))?.query ?? ''
    return { id, headline, text: prose(copy), configuration, query }
  })
  const marked = await sql<{ id: string; headline: string; extract: string }[]>`
    select id, ts_headline(configuration::regconfig, headline, query::tsquery, ${`${signs}, HighlightAll=true`}) as headline,
      ts_headline(configuration::regconfig, text, query::tsquery, ${`${signs}, MaxWords=36, MinWords=18, MaxFragments=2, FragmentDelimiter=" … "`}) as extract
    from jsonb_to_recordset(${sql.json(texts)}) as given (id text, headline text, text text, configuration text, query text)`
  const byId = new Map(marked.map((one) => [one.id, one]))
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    const marks = byId.get(id)
    if (!row || !marks) return []
    const { copy, configuration: _, ...teaser } = row
    return [{ teaser: toTeaser(teaser), headline: marks.headline, extract: cutOff(marks.extract, prose(copy)) }]
  })
}

/** What is told in sentences: a piece of a table means nothing by itself. */
function prose(copy: Copy): string {
  const told = copy.filter(({ is }) => is === 'paragraph' || is === 'quotation' || is === 'list')
  return copyLines(told.length ? told : copy)
    .join(' ')
    .slice(0, 40_000)
}

/** Dots where a piece does not begin or end as the text does. */
function cutOff(piece: string, text: string): string {
  const plain = piece.replaceAll(/[\ue000\ue001]/g, '')
  return `${text.startsWith(plain.slice(0, 20)) ? '' : '… '}${piece}${text.endsWith(plain.slice(-20)) ? '' : ' …'}`
}
