// Two small additions to pages that are complete without them: ages beside times, and the arrows of a slide show.

const { lang, dir } = document.documentElement
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

function addArrows(strip: HTMLElement): void {
  const all = strip.children.length
  const bar = Object.assign(document.createElement('p'), { className: 'count' })
  const count = document.createElement('span')
  count.setAttribute('role', 'status')
  let now = 0
  const go = (to: number) => strip.children[to]?.scrollIntoView({ block: 'nearest', inline: 'start' })
  const button = (sign: string, label: string | undefined, by: number) => {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: sign,
      ariaLabel: label ?? sign,
    })
    made.addEventListener('click', () => go(now + by))
    return made
  }
  const back = button('←', strip.dataset['back'], -1)
  const on = button('→', strip.dataset['on'], 1)
  const show = () => {
    const gone = Math.abs(strip.scrollLeft)
    const width = (strip.children[0] as HTMLElement).offsetWidth
    now = gone > strip.scrollWidth - strip.clientWidth - 8 ? all - 1 : Math.round(gone / width)
    count.textContent = `${now + 1} / ${all}`
    back.disabled = now === 0
    on.disabled = now === all - 1
  }
  bar.append(back, count, on)
  strip.after(bar)
  strip.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (!by) return
    event.preventDefault()
    go(now + (dir === 'rtl' ? -by : by))
  })
  strip.addEventListener('scroll', () => requestAnimationFrame(show), { passive: true })
  show()
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
