import { sayAges } from './age.ts'
import { follow } from './live.ts'
import { addArrows } from './strip.ts'

// Small additions to pages that are complete without them: ages beside times, the arrows of a slide show, entries of a running story.

sayAges()
setInterval(sayAges, 60_000)
for (const strip of document.querySelectorAll<HTMLElement>('.strip')) addArrows(strip)
const live = document.querySelector<HTMLElement>('[data-live]')
if (live) follow(live)
// On a narrow window the names of the sections scroll: bring the current one into sight, without moving the page.
const names = document.querySelector('.sections ul')
const current = names?.querySelector<HTMLElement>('[aria-current]')
if (names && current) {
  const [all, one] = [names.getBoundingClientRect(), current.getBoundingClientRect()]
  names.scrollLeft += one.left + one.width / 2 - all.left - all.width / 2
}
