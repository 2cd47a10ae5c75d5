import { type Results } from '../store/views/search.ts'
import { type Views } from '../store/views/views.ts'
import { excerpt } from './extract.ts'
import { type Query } from './query.ts'

/** How many stories a page of results shows. */
export const pageLength = 20

/** Finds what a query asks for, as the public may see it at an instant (ISO text). Marks stand between U+E000 and U+E001. */
export async function search(views: Pick<Views, 'search'>, query: Query, now: string): Promise<Results> {
  const { terms, section, year, language, place, sort, page } = query
  const results = await views.search({
    terms,
    sort,
    now,
    skip: (page - 1) * pageLength,
    limit: pageLength,
    ...(section ? { section } : {}),
    ...(year ? { year } : {}),
    ...(language ? { language } : {}),
    ...(place ? { place } : {}),
  })
  const wanted = terms.filter(({ not }) => !not).map(({ text }) => text)
  const hits = results.hits.map((hit) => ({
    ...hit,
    headline: marked(hit.headline, wanted),
    extract: excerpt(hit.extract, wanted),
  }))
  return { ...results, hits }
}

/** Scripts without spaces are found by pairs of signs, which the database cannot mark; the words themselves can be. */
function marked(text: string, wanted: readonly string[]): string {
  return text.includes('\ue000') ? text : excerpt(text, wanted, Infinity)
}
