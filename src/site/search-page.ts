import { sectionIn } from '../config/house.ts'
import { type Finding, type Hit, pageLength } from '../archive/search.ts'
import { type Query, asks, parametersOf } from '../archive/query.ts'
import { archiveAddress } from '../story/address.ts'
import { isoOf } from '../story/moment.ts'
import { type Facets } from '../store/views/search.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { type Words, counted, wordsFor } from '../words/words.ts'
import { desk, turn } from './archive-pages.ts'
import { plainDate, shortMoment } from './dates.ts'
import { lang, marked } from './language.ts'
import { type On } from './lists.ts'
import { editionRoot, housePath, routes, searchPath } from './routes.ts'

/** The search page: the box alone, or what was found with ways to narrow it. */
export function renderSearch(query: Query, results: Finding | undefined, on: On): Html {
  const { about, words, language } = on
  const form = html`<form class="head" role="search" action="${housePath('search', language, about.house)}">
<h1 class="unseen">${words.page.search}</h1>
<label class="unseen" for="q">${words.find.label}</label>
<div class="ask">
<input id="q" name="q" type="search" value="${query.text}" placeholder="${words.find.label}" maxlength="300">
${keep(query)}<button type="submit">${words.page.search}</button>
</div>
${results ? found(query, results, on) : html`<p class="found">${words.find.start} ${words.find.advice}</p>\n`}</form>
`
  const body = results ? html`${hitsOf(results.hits, on)}${pages(query, results, on)}` : nothing
  return desk(
    {
      title: query.text || words.page.search,
      head: form,
      facets: results ? facets(query, results.facets, on) : nothing,
      body,
      search: true,
      ...(asks(query) ? {} : { path: routes.search }),
    },
    on,
  )
}

/** The same search with some of it changed, in the edition where it is asked. */
function searching(query: Query, change: Parameters<typeof parametersOf>[1], { about, language }: On): string {
  return editionRoot(about.house, language) + searchPath(parametersOf(query, change))
}

/** A new search keeps how the results are sorted, not what they were narrowed to. */
function keep({ sort }: Query): Html {
  return sort === 'best' ? html`<input type="hidden" name="sort" value="best">\n` : nothing
}

function found(query: Query, finding: Finding, on: On): Html {
  const { words } = on
  const { find } = words
  const { total, unlooked } = finding
  const other = query.sort === 'best' ? { sort: undefined, page: undefined } : { sort: 'best', page: undefined }
  const link = searching(query, other, on)
  const sorted = query.terms.some(({ field, not }) => !field && !not) && total > 1
  const remarks = [
    ...(unlooked ? [find[unlooked]] : total === 0 ? [find.nothing, find.advice] : []),
    ...(query.odd.some((part) => part !== 'too-long' && part !== 'too-many') ? [find.odd] : []),
    ...(query.odd.includes('too-long') || query.odd.includes('too-many') ? [find.long] : []),
    ...(!unlooked && finding.uncounted.length ? [find.partly] : []),
    ...(finding.reach < total ? [find.tooMany] : []),
  ]
  const count = html`<strong>${counted(words, 'stories', total)}</strong>${sorted ? html`, ${query.sort === 'best' ? find.bestFirst : find.newestFirst}. <a href="${link}">${query.sort === 'best' ? find.byNewest : find.byBest}</a>${remarks.length ? '.' : ''}` : '.'} `
  return html`<p class="found">${unlooked ? nothing : count}${remarks.join(' ')}</p>\n${years(query, finding, on)}`
}

/** Ways on when not everything could be looked at: the words in one year, or the year itself when the words mean nothing. */
function years(query: Query, { years: some, unlooked }: Finding, on: On): Html {
  if (some.length === 0) return nothing
  const { about, words, language } = on
  const link = (year: string) =>
    unlooked === 'common'
      ? archiveAddress(editionRoot(about.house, language), year)
      : searching(query, { year, page: undefined }, on)
  return html`<ul class="found" aria-label="${words.find.years}">${some.map((year) => html`<li><a href="${link(year)}">${plainDate(year, words)}</a></li> `)}</ul>\n`
}

function facets(query: Query, found: Facets, on: On): Html {
  const { about, words, language } = on
  const { house } = about
  const plain = (text: string) => html`<bdi>${text}</bdi>`
  const names: Record<keyof Facets, (value: string, tongue?: string) => Html> = {
    section(value) {
      const name = sectionIn(house, value, language)
      return html`<bdi${lang(name, language)}>${name.text}</bdi>`
    },
    year: (value) => plain(plainDate(value, words)),
    place: (value, tongue) => html`<bdi${lang({ language: tongue }, language)}>${value}</bdi>`,
    language: (value) => plain(languageName(value, words)),
  }
  const parts = (['section', 'year', 'place', 'language'] as const).map((name) =>
    facet(name, words.find[name], query, found[name], names[name], on),
  )
  return html`<nav class="facets" aria-label="${words.find.narrow}">\n${parts}</nav>\n`
}

function facet(
  name: keyof Facets,
  title: string,
  query: Query,
  values: Facets[keyof Facets],
  nameOf: (value: string, tongue?: string) => Html,
  on: On,
): Html {
  const { words } = on
  const chosen = query[name]
  if (values.length < 2 && chosen === undefined) return nothing
  const link = (value: string | undefined) => searching(query, { [name]: value, page: undefined }, on)
  const number = new Intl.NumberFormat(words.locale)
  return html`<section>
<h2>${title}</h2>
<ul>
${chosen === undefined ? '' : html`<li><a href="${link(undefined)}">${words.find.any}</a></li>\n`}${values.map(({ value, n, language }) => html`<li><a href="${link(value)}"${value === chosen ? html` aria-current="true"` : ''}>${nameOf(value, language)} <data value="${n}">${number.format(n)}</data></a></li>\n`)}</ul>
</section>
`
}

function languageName(tag: string, { locale }: Words): string {
  const words = wordsFor(tag)
  if (words.language === tag.split('-')[0]) return words.self
  return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
}

function hitsOf(hits: readonly Hit[], { about, words, language }: On): Html {
  if (hits.length === 0) return nothing
  return html`<ol class="results">
${hits.map(({ teaser, headline, extract }) => {
  const { section, place, firstPublished, corrected } = teaser
  const stamp = [
    section && marked(sectionIn(about.house, section, language), language),
    corrected ? words.story.corrected : '',
  ].filter(Boolean)
  const tongue = lang(teaser, language)
  return html`<li>
<time datetime="${isoOf(firstPublished)}">${shortMoment(firstPublished, words, about.house.zone)}</time>
<div>
<h2><a href="${teaser.path}"${tongue}>${marks(headline)}</a></h2>
${extract ? html`<p${tongue}>${marks(extract)}</p>\n` : ''}<p class="stamp">${place ? html`<span class="place"${lang(teaser, language)}>${place}</span> ` : ''}${stamp.map((part, at) => html`${at ? ' · ' : ''}${part}`)}</p>
</div>
</li>
`
})}</ol>
`
}

/** The words that were looked for, marked; what lies between is text and stays text. */
function marks(text: string): Html {
  return html`${text.split(/(\ue000[^\ue000\ue001]*\ue001)/).map((part) => (part.startsWith('\ue000') ? html`<mark>${part.slice(1, -1)}</mark>` : part))}`
}

function pages(query: Query, { reach, page, until }: Finding, on: On): Html {
  const { words } = on
  const last = Math.ceil(reach / pageLength)
  const to = (number: number, text: string) => ({
    href: searching(query, number > 1 ? { page: String(number), until } : { page: undefined }, on),
    text,
  })
  return turn(
    words.find.results,
    page > 1 ? to(page - 1, words.page.newer) : '',
    page < last ? to(page + 1, words.page.older) : '',
  )
}
