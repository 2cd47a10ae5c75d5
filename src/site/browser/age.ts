import { findClock, houseNow } from './clock.ts'
import { locale } from './locale.ts'

const script = document.currentScript as HTMLScriptElement | null
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const
const week = 7 * 86_400_000
let started = false
let say: Intl.RelativeTimeFormat | undefined // the words of a language take a slow phone 70 ms

/** Says ages from now on, by the house's clock; without it none, since a wrong one is worse. */
export async function startAges(): Promise<void> {
  if (!script || !document.querySelector('time[data-age],[data-clock]')) return
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done)) // pictures first,
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done))) // and painted
  started = true
  sayAges()
  setInterval(sayAges, 5000)
  // Whoever comes back to a page sees at once how old it has become.
  for (const back of ['visibilitychange', 'pageshow']) addEventListener(back, sayAges)
}

/** Says beside each moment that wants it how long ago it was; for new ones on the page too. */
export function sayAges(): void {
  if (!started || document.hidden) return
  const now = houseNow()
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-age]')) {
    const age = now === undefined ? '' : ageOf(now - Date.parse(time.dateTime))
    let shown = time.nextElementSibling
    if (shown?.className !== 'age') {
      if (!age) continue
      shown = Object.assign(document.createElement('span'), { className: 'age' })
      time.after(' ', shown)
    }
    put(shown, age)
  }
  for (const clock of document.querySelectorAll<HTMLElement>('[data-clock]')) put(clock, clockOf(clock, now))
  if (now === undefined && script) void findClock(script.src).then((is) => is && sayAges())
}

/** Rounded down, and never pointing forward: what lies ahead says nothing, and after a week the date is enough. */
function ageOf(past: number): string {
  const unit = units.find(([, length]) => past >= length)
  if (!unit || past >= week) return ''
  say ??= new Intl.RelativeTimeFormat(locale, { style: 'long' })
  return say.format(-Math.floor(past / unit[1]), unit[0])
}

/** What the clock of a place shows. */
function clockOf({ dataset }: HTMLElement, now: number | undefined): string {
  const clock = { timeZone: dataset['clock'], hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return now === undefined ? '' : new Date(now).toLocaleTimeString(locale, clock)
}

function put(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text
}
