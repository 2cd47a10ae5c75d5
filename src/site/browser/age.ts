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

/** Says beside each moment that wants it how long ago it was. */
export function sayAges(): void {
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
