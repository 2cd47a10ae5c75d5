import { type Field, type Term } from '../store/views/search-query.ts'
import { fieldOf } from './fields.ts'

/**
 * What somebody looks for. `terms` are words and whole phrases, each wanted or left out, anywhere or in one field; the four
 * filters narrow what has them. Everything that cannot be understood stands in `odd` and is left aside: a search never
 * fails over its query.
 */
export type Query = {
  /** As it was typed, for the box. */
  text: string
  terms: readonly Term[]
  section?: string
  year?: string
  language?: string
  place?: string
  sort: 'newest' | 'best'
  /** Counts from 1. */
  page: number
  /** The instant at which the first page was asked for: what came out later moves no story from one page to the next. */
  until?: string
  odd: readonly Odd[]
}

/** Why a part of the query was left aside. */
export type Odd = 'too-long' | 'too-many' | 'field' | 'year' | 'page' | 'sort' | 'until'

/** Longer than any headline; what comes after is not looked for. */
export const longest = 300

/** More words than anybody types; each costs a walk through the index. */
const mostTerms = 32

/** Reads the query of an address. */
export function readQuery(parameters: URLSearchParams): Query {
  const odd: Odd[] = []
  const typed = clean(parameters.get('q') ?? '')
  const text = [...typed].slice(0, longest).join('')
  if (text.length < typed.length) odd.push('too-long')
  const { terms, empty } = termsOf(text)
  if (empty) odd.push('field')
  if (terms.length > mostTerms) odd.push('too-many')
  const year = parameters.get('year') ?? ''
  if (year && !/^[12]\d{3}$/.test(year)) odd.push('year')
  const page = parameters.get('page') ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(page)) odd.push('page')
  const sort = parameters.get('sort') ?? 'newest'
  if (sort !== 'newest' && sort !== 'best') odd.push('sort')
  const until = parameters.get('until') ?? ''
  if (until && !isInstant(until)) odd.push('until')
  return {
    text,
    terms: terms.slice(0, mostTerms),
    ...filter('section', parameters),
    ...filter('language', parameters),
    ...filter('place', parameters),
    ...(year && !odd.includes('year') ? { year } : {}),
    sort: sort === 'best' ? 'best' : 'newest',
    page: odd.includes('page') ? 1 : Number(page),
    ...(until && !odd.includes('until') ? { until } : {}),
    odd,
  }
}

/** Whether there is anything to look for. */
export function asks(query: Query): boolean {
  return query.terms.length > 0 || Boolean(query.section ?? query.year ?? query.language ?? query.place)
}

/** The parameters of a query's address, some of them changed; `undefined` takes one out. What is usual is not written. */
export function parametersOf(
  query: Query,
  change: Readonly<Record<string, string | undefined>> = {},
): Record<string, string | undefined> {
  const { text, section, year, language, place, sort, page, until } = query
  return {
    q: text || undefined,
    section,
    year,
    language,
    place,
    sort: sort === 'best' ? sort : undefined,
    page: page > 1 ? String(page) : undefined,
    until: page > 1 && !('page' in change) ? until : undefined,
    ...change,
  }
}

/**
 * Words and phrases: quotation marks of any language keep words together, a minus before one leaves it out, the name of a
 * field and a colon before one look there alone. `empty` when a field had nothing after it.
 */
function termsOf(text: string): { terms: Term[]; empty: boolean } {
  let empty = false
  const even = text
    .replace(/(?<=\p{Script=Hebrew})["”“](?=\p{Script=Hebrew})/gu, '״') // an abbreviation, not a quotation
    .replace(/[“”„‟«»「」『』〝〞＂]/gu, '"')
    .replace(/(^|\s)[−–—－](?=\S)/gu, '$1-')
    .replaceAll('：', ':')
  const terms = [...even.matchAll(/(-?)(?:([\p{L}\p{M}]+):\s*)?(?:"([^"]*)(?:"|$)|([^\s"]+)|$)/gu)].flatMap(
    ([all, not, name, phrase, word]): Term[] => {
      const field: Field | undefined = name ? fieldOf(name) : undefined
      const words = (phrase ?? word ?? '').trim()
      if (!/[\p{L}\p{N}]/u.test(words)) {
        if (field) empty = true
        return []
      }
      const written = name && !field ? `${name} ${words}` : words
      if (!all) return []
      return [{ text: written, phrase: phrase !== undefined, not: not === '-', ...(field ? { field } : {}) }]
    },
  )
  return { terms, empty }
}

function filter(name: 'section' | 'language' | 'place', parameters: URLSearchParams) {
  const value = clean(parameters.get(name) ?? '').slice(0, longest)
  return value ? { [name]: value } : {}
}

/** Without control characters and half signs, which neither a page nor the database can carry. */
function clean(text: string): string {
  return text
    .slice(0, 4 * longest)
    .toWellFormed()
    .replaceAll(controls, ' ')
    .trim()
}

// oxlint-disable-next-line no-control-regex -- these are what must not get through
const controls = /[\u0000-\u001f\u007f-\u009f]+/g

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/.test(text) && !Number.isNaN(Date.parse(text))
}
