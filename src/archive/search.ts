import { setImmediate as turn } from 'node:timers/promises'
import { type Results, type Hit as Match } from '../store/views/search.ts'
import { type Views } from '../store/views/views.ts'
import { extract, marked } from './extract.ts'
import { type Query } from './query.ts'

/** How many stories a page of results shows. */
export const pageLength = 20

/**
 * What a query found. `page` is the one that is shown: the last, when the one that was asked for is beyond it. `years` are
 * offered when not everything could be looked at or turned to. `until` is what the addresses of further pages carry.
 */
export type Finding = Omit<Results, 'hits'> & {
  hits: readonly Hit[]
  page: number
  years: readonly string[]
  until: string
}

/** In `headline` and `extract` the words that were looked for stand between U+E000 and U+E001; all else is plain text. */
export type Hit = Pick<Match, 'teaser'> & { headline: string; extract: string }

/** Finds what a query asks for, as the public may see it at an instant (ISO text). */
export async function search(
  views: Pick<Views, 'search' | 'searchYears'>,
  query: Query,
  now: string,
): Promise<Finding> {
  const { terms, section, year, language, place, sort } = query
  const until = query.until && query.until < now ? query.until : now
  const ask = {
    terms,
    sort,
    now: until,
    limit: pageLength,
    ...(section ? { section } : {}),
    ...(year ? { year } : {}),
    ...(language ? { language } : {}),
    ...(place ? { place } : {}),
  }
  let { page } = query
  let results = await views.search({ ...ask, skip: (page - 1) * pageLength })
  if (results.reach > 0 && results.reach <= (page - 1) * pageLength) {
    page = Math.ceil(results.reach / pageLength)
    results = await views.search({ ...ask, skip: (page - 1) * pageLength })
  }
  const wanted = terms.filter(({ not, field }) => !not && field !== 'by' && field !== 'place')
  const anywhere = wanted.filter(({ field }) => !field)
  const hits: Hit[] = []
  for (const { teaser, text, forms } of results.hits) {
    hits.push({
      teaser,
      headline: marked(teaser.headline, wanted, forms),
      extract: extract(text, anywhere, forms),
    })
    if (text.length > 10_000) await turn() // readers of other pages do not wait for long stories
  }
  const narrow = results.unlooked !== undefined || results.reach < results.total
  return { ...results, hits, page, until, years: narrow ? await yearsOf(views, results) : [] }
}

async function yearsOf(views: Pick<Views, 'searchYears'>, { facets }: Results): Promise<readonly string[]> {
  return facets.year.length ? facets.year.map(({ value }) => value) : views.searchYears()
}
