import { lagOfClock } from './clock.ts'

const { lang } = document.documentElement
const script = document.currentScript as HTMLScriptElement | null
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const
const week = 7 * 86_400_000
let lag: number | undefined
let say: Intl.RelativeTimeFormat | undefined // the words of a language take a slow phone 70 ms

/** Says ages from now on, by the house's clock; without it none, since a wrong one is worse. */
export async function startAges(): Promise<void> {
  if (!script || !document.querySelector('time[data-age],[data-clock]')) return
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done)) // pictures first,
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done))) // and painted
  lag = await lagOfClock(script.src)
  sayAges()
  setInterval(sayAges, 60_000)
}

/** Rounded down, and never pointing forward: what lies ahead says nothing, and after a week the date is enough. */
function ageOf(past: number): string {
  const unit = units.find(([, length]) => past >= length)
  if (!unit || past >= week) return ''
  say ??= new Intl.RelativeTimeFormat(lang, { style: 'long' })
  return say.format(-Math.floor(past / unit[1]), unit[0])
}

/** Says beside each moment that wants it how long ago it was; for new ones on the page too. */
export function sayAges(): void {
  if (lag === undefined) return
  const now = Date.now() + lag
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-age]')) {
    const age = ageOf(now - Date.parse(time.dateTime))
    let shown = time.nextElementSibling
    if (shown?.className !== 'age') {
      if (!age) continue
      shown = Object.assign(document.createElement('span'), { className: 'age' })
      time.after(' ', shown)
    }
    shown.textContent = age
  }
  sayClocks(now)
}

/** What the clock of a place shows. */
function sayClocks(now: number): void {
  for (const clock of document.querySelectorAll<HTMLElement>('[data-clock]'))
    clock.textContent = new Date(now).toLocaleTimeString(lang, {
      timeZone: clock.dataset['clock'],
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
}
