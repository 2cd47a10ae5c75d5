import { type Sql } from '../database.ts'
import { asked } from '../search-letters.ts'

/** A word or phrase, wanted or left out, anywhere in a story or in one part of it. */
export type Term = { text: string; phrase: boolean; not: boolean; field?: Field }

export type Field = 'headline' | 'by' | 'place'

/** What some configurations make of the same words, as text of tsquery. Every part that is there must hold; `without` must not. */
export type Branch = {
  configurations: string[]
  body?: string
  without?: string
  headline?: string
  named?: string
}

/**
 * The words of a query under every configuration that stories stand under: only those are asked for. In `uncounted` are the
 * configurations to which each wanted word is too common to be kept.
 */
export async function branchesOf(
  sql: Sql,
  terms: readonly Term[],
): Promise<{ branches: Branch[]; uncounted: string[] }> {
  const present = await configurationsOf(sql)
  const rows = ['simple', ...present.filter((name) => name !== 'simple')].flatMap((name) =>
    terms.flatMap((term, at) => {
      if (isNamed(term) && name !== 'simple') return []
      return asked(term.text, name).spellings.map((words) => ({ name, at, words }))
    }),
  )
  const made = await sql<{ name: string; at: number; queries: string[] }[]>`
    select name, at, array_agg(distinct phraseto_tsquery(name::regconfig, words)::text) as queries
    from jsonb_to_recordset(${sql.json(rows)}) as row (name text, at int, words text) group by 1, 2`
  const queryOf = new Map(made.map(({ name, at, queries }) => [`${name} ${at}`, queries.filter(Boolean)]))
  const uncounted: string[] = []
  const branches = new Map<string, Branch>()
  for (const name of present) {
    const written = terms.map((term, at) => one(term, queryOf.get(`${isNamed(term) ? 'simple' : name} ${at}`) ?? []))
    if (terms.some(({ not }) => !not) && !terms.some(({ not }, at) => !not && written[at])) {
      uncounted.push(name)
      continue
    }
    const { configurations, ...parts } = branch(terms, written, name)
    const key = JSON.stringify(parts)
    const known = branches.get(key)
    if (known) known.configurations.push(name)
    else branches.set(key, { configurations, ...parts })
  }
  return { branches: [...branches.values()], uncounted }
}

/** One step through an index for each, however many stories there are. */
async function configurationsOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    with recursive present as (
      (select configuration as name from search order by 1 limit 1)
      union all
      select (select configuration from search where configuration > name order by 1 limit 1) from present where name is not null
    ) select name from present where name is not null`
  return rows.map(({ name }) => name)
}

function isNamed({ field }: Term): boolean {
  return field === 'by' || field === 'place'
}

/** All spellings of a term as one query: any of them will do. */
function one(term: Term, queries: readonly string[]): string {
  const weight = term.field === 'by' ? 'A' : term.field === 'place' ? 'B' : ''
  const open = asked(term.text).open
  const spelt = queries.map((query) => {
    const weighted = weight ? query.replaceAll(lexemes, (lexeme) => `${lexeme}:${weight}`) : query
    return open ? weighted.replace(/(?::([AB]))?$/, (_, mark?: string) => `:*${mark ?? ''}`) : weighted
  })
  return spelt.length > 1 ? `(${spelt.map((query) => `(${query})`).join(' | ')})` : spelt[0] ? `(${spelt[0]})` : ''
}

const lexemes = /'(?:[^']|'')*'/g

function branch(terms: readonly Term[], written: readonly string[], name: string): Branch {
  const wanted = (part: (term: Term) => boolean, not: boolean) =>
    written.filter((query, at) => query && part(terms[at]!) && terms[at]!.not === not)
  const both = (part: (term: Term) => boolean) =>
    [...wanted(part, false), ...wanted(part, true).map((query) => `!${query}`)].join(' & ')
  const anywhere = ({ field }: Term) => field === undefined
  const [body, without] = wanted(anywhere, false).length
    ? [both(anywhere), '']
    : ['', wanted(anywhere, true).join(' | ')]
  const headline = both(({ field }) => field === 'headline')
  const named = both(isNamed)
  return {
    configurations: [name],
    ...(body ? { body } : {}),
    ...(without ? { without } : {}),
    ...(headline ? { headline } : {}),
    ...(named ? { named } : {}),
  }
}
