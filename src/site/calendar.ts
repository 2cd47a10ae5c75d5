import { archiveAddress } from '../story/address.ts'
import { type Html, html } from '../web/html.ts'
import { type Words } from '../words/words.ts'
import { longDay, monthName } from './dates.ts'
import { type On } from './lists.ts'
import { editionRoot } from './routes.ts'

/** A month as a table of weeks, a link on each day that has stories. The week begins where the language begins it. */
export function calendar(month: string, counts: ReadonlyMap<string, number>, on: On, current?: string): Html {
  const { about, words, language } = on
  const root = editionRoot(about.house, language)
  const first = firstDay(words.locale)
  const [year = 0, number = 1] = month.split('-').map(Number)
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const blanks = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() - first + 7) % 7
  const cells = [...Array.from({ length: blanks }, () => 0), ...Array.from({ length }, (_, at) => at + 1)]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7))
  const names = Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2024, 8, 1 + first + at))) // 1 September 2024 was a Sunday
  const figure = new Intl.NumberFormat(words.locale)
  return html`<table class="month">
<caption>${monthName(month, words)}</caption>
<thead>
<tr>${names.map((day) => html`<th scope="col"><abbr title="${name(day, 'long', words)}">${name(day, 'narrow', words)}</abbr></th>`)}</tr>
</thead>
<tbody>
${weeks.map((week) => html`<tr>${Array.from({ length: 7 }, (_, at) => cell(week[at] ?? 0))}</tr>\n`)}</tbody>
</table>
`

  function cell(n: number): Html {
    if (n === 0) return html`<td></td>`
    const day = `${month}-${String(n).padStart(2, '0')}`
    if (!counts.get(day)) return html`<td>${figure.format(n)}</td>`
    return html`<td><a href="${archiveAddress(root, day)}" aria-label="${longDay(day, words)}"${day === current ? html` aria-current="date"` : ''}>${figure.format(n)}</a></td>`
  }
}

function name(day: Date, weekday: 'long' | 'narrow', { locale }: Words): string {
  return new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(day)
}

/** The weekday on which a week begins, 0 for Sunday. */
function firstDay(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo(): { firstDay: number } } // ES2026, not yet in the types
  return known.getWeekInfo().firstDay % 7
}
