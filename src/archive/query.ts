/**
 * What somebody looks for. `terms` are words and whole phrases, each wanted or left out; the four filters narrow what
 * has them. Everything that cannot be understood stands in `odd` and is left aside: a search never fails over its query.
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
  odd: readonly Odd[]
}

export type Term = { text: string; phrase: boolean; not: boolean }

/** Why a part of the query was left aside. */
export type Odd = 'too-long' | 'year' | 'page' | 'sort' | 'only-left-out'

/** Longer than any headline; what comes after is not looked for. */
export const longest = 300

/** Reads the query of an address. */
export function readQuery(parameters: URLSearchParams): Query {
  const odd: Odd[] = []
  const typed = clean(parameters.get('q') ?? '')
  if (typed.length > longest) odd.push('too-long')
  const text = [...typed].slice(0, longest).join('')
  const terms = termsOf(text)
  if (terms.length > 0 && terms.every(({ not }) => not)) odd.push('only-left-out')
  const year = parameters.get('year') ?? ''
  if (year && !/^[12]\d{3}$/.test(year)) odd.push('year')
  const page = parameters.get('page') ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(page)) odd.push('page')
  const sort = parameters.get('sort') ?? 'newest'
  if (sort !== 'newest' && sort !== 'best') odd.push('sort')
  return {
    text,
    terms: odd.includes('only-left-out') ? [] : terms,
    ...filter('section', parameters),
    ...filter('language', parameters),
    ...filter('place', parameters),
    ...(year && !odd.includes('year') ? { year } : {}),
    sort: sort === 'best' ? 'best' : 'newest',
    page: odd.includes('page') ? 1 : Number(page),
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
  const { text, section, year, language, place, sort, page } = query
  return {
    q: text || undefined,
    section,
    year,
    language,
    place,
    sort: sort === 'best' ? sort : undefined,
    page: page > 1 ? String(page) : undefined,
    ...change,
  }
}

/** Words and phrases: quotation marks of any language keep words together, a minus before a word leaves it out. */
function termsOf(text: string): Term[] {
  const plain = text.replace(/[“”„‟«»「」『』〝〞＂]/gu, '"').replace(/(^|\s)[−–—－](?=\S)/gu, '$1-')
  return [...plain.matchAll(/(-?)"([^"]*)(?:"|$)|(-?)([^\s"]+)/gu)].flatMap(([, notPhrase, phrase, notWord, word]) => {
    const words = (phrase ?? word ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(words)) return []
    return [{ text: words, phrase: phrase !== undefined, not: (notPhrase ?? notWord) === '-' }]
  })
}

function filter(name: 'section' | 'language' | 'place', parameters: URLSearchParams) {
  const value = clean(parameters.get(name) ?? '').slice(0, longest)
  return value ? { [name]: value } : {}
}

/** Without control characters and half signs, which neither a page nor the database can carry. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll(controls, ' ').trim()
}

// oxlint-disable-next-line no-control-regex -- these are what must not get through
const controls = /[\u0000-\u001f\u007f-\u009f]+/g
