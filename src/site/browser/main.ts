import { addArrows } from './strip.ts'

// Two small additions to pages that are complete without them: ages beside times, and the arrows of a slide show.

const { lang } = document.documentElement
const say = new Intl.RelativeTimeFormat(lang, { style: 'long' })
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** Rounded down, and never pointing forward: a wrong clock says nothing, and after a week the date is enough. */
function ageOf(past: number): string {
  const unit = units.find(([, length]) => past >= length)
  return unit && past < 7 * 86_400_000 ? say.format(-Math.floor(past / unit[1]), unit[0]) : ''
}

function sayAges(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-age]')) {
    const age = ageOf(Date.now() - Date.parse(time.dateTime))
    let shown = time.nextElementSibling
    if (shown?.className !== 'age') {
      if (!age) continue
      shown = Object.assign(document.createElement('span'), { className: 'age' })
      time.after(' ', shown)
    }
    shown.textContent = age
  }
}

sayAges()
setInterval(sayAges, 60_000)
for (const strip of document.querySelectorAll<HTMLElement>('.strip')) addArrows(strip)
// On a narrow window the names of the sections scroll: bring the current one into sight, without moving the page.
const names = document.querySelector('.sections ul')
const current = names?.querySelector<HTMLElement>('[aria-current]')
if (names && current) {
  const [all, one] = [names.getBoundingClientRect(), current.getBoundingClientRect()]
  names.scrollLeft += one.left + one.width / 2 - all.left - all.width / 2
}
