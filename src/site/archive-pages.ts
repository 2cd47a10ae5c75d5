import { archiveAddress } from '../story/address.ts'
import { epoch, instant, momentAt } from '../story/moment.ts'
import { directionOf } from '../story/text.ts'
import { type Teaser } from '../store/views/teaser.ts'
import { type Html, type Part, html, nothing } from '../web/html.ts'
import { counted, fill } from '../words/words.ts'
import { alternates } from './alternates.ts'
import { calendar } from './calendar.ts'
import { longDay, monthName, plainDate, shortDay, zoneName } from './dates.ts'
import { layout, today } from './layout.ts'
import { type On, dayLine, wire } from './lists.ts'
import { editionRoot, routes, thisDayPath } from './routes.ts'

/** How many stories each day has. */
export type Counts = ReadonlyMap<string, number>

/** One day of the archive, in the order of the clock, newest first, in four parts. */
export function renderDay(
  ask: {
    day: string
    stories: readonly Teaser[]
    total: number
    month: Counts
    before?: string
    after?: string
    later: boolean
    more: boolean
  },
  on: On,
): Html {
  const { about, words, language } = on
  const root = editionRoot(about.house, language)
  const head = html`<p class="section"><a href="${root}${routes.archive}">${words.page.archive}</a></p>
<h1><time datetime="${ask.day}">${longDay(ask.day, words)}</time></h1>
<p class="found"><strong>${counted(words, 'stories', ask.total)}</strong>. <span class="zone">${fill(words.page.times, { zone: zoneName(momentAt(`${ask.day}T12:00:00Z`, about.house.zone), words) })}</span></p>
${turn(words.archive.days, ask.before && { href: archiveAddress(root, ask.before), text: plainDate(ask.before, words) }, ask.after && { href: archiveAddress(root, ask.after), text: plainDate(ask.after, words) })}`
  const facets = html`<nav class="facets" aria-label="${words.archive.months}">
${calendar(ask.day.slice(0, 7), ask.month, on, ask.day)}<p class="more"><a href="${archiveAddress(root, ask.day.slice(0, 7))}">${monthName(ask.day.slice(0, 7), words)}</a> <a href="${archiveAddress(root, ask.day.slice(0, 4))}">${plainDate(ask.day.slice(0, 4), words)}</a> <a href="${root}${routes.archive}">${words.archive.everyYear}</a> <a href="${root}${thisDayPath(ask.day.slice(5))}">${words.archive.thisDay}</a></p>
</nav>
`
  const last = ask.more && ask.stories.at(-1)
  const pages = turn(
    words.find.results,
    ask.later && { href: archiveAddress(root, ask.day), text: words.page.latest },
    last && {
      href: `${archiveAddress(root, ask.day)}?before=${instant(last.firstPublished)}~${last.id}`,
      text: words.page.older,
    },
  )
  const body =
    ask.stories.length === 0
      ? html`<p class="found">${words.archive.noStories}</p>\n`
      : html`${partsOfDay(ask.stories, on)}${pages}`
  return desk(
    { title: longDay(ask.day, words), path: archiveAddress('', ask.day), day: ask.day, head, facets, body },
    on,
  )
}

/** A month: each day that has stories, with the first of them. */
export function renderMonth(
  ask: {
    month: string
    days: readonly { day: string; total: number; stories: readonly Teaser[] }[]
    counts: Counts
    before?: string
    after?: string
  },
  on: On,
): Html {
  const { about, words, language, now } = on
  const root = editionRoot(about.house, language)
  const total = [...ask.counts.values()].reduce((sum, n) => sum + n, 0)
  const head = html`<p class="section"><a href="${root}${routes.archive}">${words.page.archive}</a></p>
<h1>${monthName(ask.month, words)}</h1>
<p class="found"><strong>${counted(words, 'stories', total)}</strong></p>
${turn(words.archive.days, ask.before && { href: archiveAddress(root, ask.before), text: monthName(ask.before, words) }, ask.after && { href: archiveAddress(root, ask.after), text: monthName(ask.after, words) })}`
  const facets = html`<nav class="facets" aria-label="${words.archive.months}">
${calendar(ask.month, ask.counts, on)}<p class="more"><a href="${archiveAddress(root, ask.month.slice(0, 4))}">${plainDate(ask.month.slice(0, 4), words)}</a> <a href="${root}${routes.archive}">${words.archive.everyYear}</a></p>
</nav>
`
  const days = ask.days.map(({ day, total: n, stories }) => {
    const all =
      n > stories.length
        ? html`<p class="more"><a href="${archiveAddress(root, day)}">${fill(words.page.wholeDay, { day: shortDay(day, today(about.house, now), words) })}</a> <span class="stamp">${counted(words, 'stories', n)}</span></p>\n`
        : ''
    return html`${dayLine(day, on, 2)}${wire(stories, on)}${all}`
  })
  const body = days.length ? html`${days}` : html`<p class="found">${words.archive.noStories}</p>\n`
  return desk({ title: monthName(ask.month, words), path: archiveAddress('', ask.month), head, facets, body }, on)
}

/** A year as twelve calendars. */
export function renderYear(
  ask: { year: string; counts: Counts; years: readonly { year: string; n: number }[] },
  on: On,
): Html {
  const { about, words, language } = on
  const root = editionRoot(about.house, language)
  const total = [...ask.counts.values()].reduce((sum, n) => sum + n, 0)
  const name = plainDate(ask.year, words)
  const head = html`<p class="section"><a href="${root}${routes.archive}">${words.page.archive}</a></p>
<h1>${name}</h1>
<p class="found"><strong>${counted(words, 'stories', total)}</strong></p>
`
  const months = Array.from({ length: 12 }, (_, at) => `${ask.year}-${String(at + 1).padStart(2, '0')}`)
  const body = calendars(months, ask.counts, on)
  return desk(
    { title: name, path: archiveAddress('', ask.year), head, facets: yearList(ask.years, ask.year, on), body },
    on,
  )
}

/** Every year that has stories, and the months of the newest. */
export function renderYears(
  { years, newest }: { years: readonly { year: string; n: number }[]; newest: Counts },
  on: On,
): Html {
  const { about, words, language } = on
  const root = editionRoot(about.house, language)
  const months = [...new Set([...newest.keys()].map((day) => day.slice(0, 7)))].toSorted().toReversed()
  const head = html`<h1>${words.page.archive}</h1>\n<p class="found">${words.find.start}</p>\n`
  const body = years.length
    ? html`<ol class="years">\n${years.map(({ year, n }) => html`<li><a href="${archiveAddress(root, year)}">${plainDate(year, words)}</a> <span class="stamp">${counted(words, 'stories', n)}</span></li>\n`)}</ol>\n${calendars(months, newest, on)}`
    : html`<p class="found">${words.page.empty}</p>\n`
  return desk({ title: words.page.archive, path: routes.archive, head, facets: nothing, body }, on)
}

function calendars(months: readonly string[], counts: Counts, on: On): Html {
  if (months.length === 0) return nothing
  return html`<div class="year">\n${months.map((month) => calendar(month, counts, on))}</div>\n`
}

function partsOfDay(stories: readonly Teaser[], on: On): Html {
  const { words, about } = on
  const parts = Map.groupBy(stories, (one) =>
    partOf(Number(momentAt(epoch(one.firstPublished), about.house.zone).local.slice(11, 13))),
  )
  return html`${[...parts].map(
    ([part, those]) => html`<section>
<h2 class="hour">${words.archive[part.replace(/-.*/, '') as Part4]}</h2>
${wire(those, on, { mark: (one) => (one.corrected ? words.story.corrected : '') })}</section>
`,
  )}`
}

type Part4 = 'night' | 'morning' | 'afternoon' | 'evening'

/** The night has two ends in one day; the early one has a name of its own so that no id stands twice. */
function partOf(hour: number): string {
  if (hour < 5) return 'night-early'
  if (hour < 12) return 'morning'
  if (hour < 18) return 'afternoon'
  return hour < 22 ? 'evening' : 'night'
}

function yearList(
  years: readonly { year: string; n: number }[],
  current: string,
  { about, words, language }: On,
): Html {
  const root = editionRoot(about.house, language)
  const figure = new Intl.NumberFormat(words.locale)
  return html`<nav class="facets" aria-label="${words.find.year}">
<section>
<h2>${words.find.year}</h2>
<ul>
${years.map(({ year, n }) => html`<li><a href="${archiveAddress(root, year)}"${year === current ? html` aria-current="true"` : ''}>${plainDate(year, words)} <data value="${n}">${figure.format(n)}</data></a></li>\n`)}</ul>
</section>
</nav>
`
}

type Link = { href: string; text: string } | '' | false | undefined

/** The page before and the page after. */
export function turn(label: string, before: Link, after: Link): Html {
  if (!before && !after) return nothing
  return html`<nav class="turn" aria-label="${label}">${before ? html`<a href="${before.href}" rel="prev">${before.text}</a> ` : ''}${after ? html`<a href="${after.href}" rel="next">${after.text}</a>` : ''}</nav>\n`
}

/** A page that each edition has: a head, a column to choose from, and what was chosen. `path` is its main address. */
export function desk(
  page: {
    title: string
    path?: string
    day?: string
    head: Html
    facets: Part
    body: Part
    search?: boolean
    feeds?: Html
  },
  { about, words, language, now }: On,
): Html {
  const { path } = page
  const at = (edition: string) => editionRoot(about.house, edition) + path
  const head = page.search ? page.head : html`<header class="head">\n${page.head}</header>\n`
  const main = html`<div class="desk">
${head}${page.facets}<div class="body">
${page.body}</div>
</div>`
  return layout(
    about,
    {
      kind: 'desk',
      words,
      language,
      direction: directionOf(language),
      title: page.title,
      ...(path ? { path: at(language) } : {}),
      ...(page.day ? { day: page.day } : {}),
      ...(page.feeds ? { feeds: page.feeds } : {}),
      head: path && alternates(about, at),
      main,
    },
    now,
  )
}
