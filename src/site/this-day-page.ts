import { archiveAddress } from '../story/address.ts'
import { type DayOfYear } from '../store/views/archive.ts'
import { type Html, html } from '../web/html.ts'
import { counted, fill } from '../words/words.ts'
import { desk, turn } from './archive-pages.ts'
import { longDay, plainDate } from './dates.ts'
import { type On, wire } from './lists.ts'
import { editionRoot, routes, thisDayPath } from './routes.ts'

/** A day of the calendar (`11-24`), year by year, the newest first, each with its newest stories and the way to all. */
export function renderThisDay(
  ask: { monthDay: string; years: readonly DayOfYear[]; before: string; after: string },
  on: On,
): Html {
  const { about, words, language } = on
  const { archive } = words
  const root = editionRoot(about.house, language)
  const name = plainDate(`--${ask.monthDay}`, words)
  const link = (monthDay: string) => ({ href: root + thisDayPath(monthDay), text: plainDate(`--${monthDay}`, words) })
  const total = ask.years.reduce((sum, { total: n }) => sum + n, 0)
  const head = html`<p class="section"><a href="${root}${routes.archive}">${words.page.archive}</a></p>
<h1>${name}</h1>
<p class="found">${archive.thisDay}: <strong>${counted(words, 'stories', total)}</strong>.${ask.monthDay === '02-29' ? html` ${archive.leapDay}` : ''}</p>
${turn(archive.days, link(ask.before), link(ask.after))}`
  const facets = html`<nav class="facets" aria-label="${words.find.year}">
<section>
<h2>${words.find.year}</h2>
<ul>
${ask.years.map(({ day, total: n }) => html`<li><a href="${archiveAddress(root, day)}">${plainDate(day.slice(0, 4), words)} <data value="${n}">${new Intl.NumberFormat(words.locale).format(n)}</data></a></li>\n`)}</ul>
</section>
</nav>
`
  const years = ask.years.map(({ day, total: n, stories }) => {
    const all =
      n > stories.length
        ? html`<p class="more"><a href="${archiveAddress(root, day)}">${fill(words.page.wholeDay, { day: longDay(day, words) })}</a> <span class="stamp">${counted(words, 'stories', n)}</span></p>\n`
        : ''
    return html`<h2 class="day"><time datetime="${day}">${longDay(day, words)}</time></h2>\n${wire(stories, on)}${all}`
  })
  const body = years.length ? html`${years}` : html`<p class="found">${archive.noneOnDay}</p>\n`
  const title = `${name} – ${archive.thisDay}`
  const page = { title, path: thisDayPath(ask.monthDay), head, facets: years.length ? facets : '', body }
  return desk(page, on)
}
