import { locale } from './locale.ts'

const printed = new Map<HTMLTimeElement, string>()
const day = { day: 'numeric', month: 'long' } as const
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/**
 * Offers all times of the page in the reader's own zone, says so when they are, in place of the house's zone, and keeps the
 * choice. The words come with the imprint (`data-own`, `data-printed`, `data-now`, `data-moment`).
 */
export function offerOwnZone(): void {
  const place = document.querySelector<HTMLElement>('.house')
  const says = document.querySelectorAll('.zone')
  const { own, printed: back, now, moment } = place?.dataset ?? {}
  if (!place || !own || !back || !now || !moment) return
  const button = Object.assign(document.createElement('button'), { type: 'button' })
  const house = says[0]?.textContent ?? ''
  place.querySelector('.zone')?.setAttribute('role', 'status')
  place.append(button)
  const seen = new MutationObserver(() => show(true))
  const show = (mine: boolean) => {
    seen.disconnect()
    if (mine) ownTimes(moment)
    else for (const [time, text] of printed) time.textContent = text
    button.textContent = mine ? back : own
    const text = mine ? now.replace('{zone}', zoneName('longGeneric')) : house
    for (const one of says) if (one.textContent !== text) one.textContent = text
    if (mine) seen.observe(document.querySelector('main') ?? document, { childList: true, subtree: true })
  }
  button.addEventListener('click', () => {
    const mine = button.textContent === own
    keep(mine)
    show(mine)
  })
  show(kept())
}

/**
 * Each instant in the same form as it is printed: a clock alone, with its weekday where that is another than the list's; a day
 * alone, with its year where that is another; or the whole moment, in short or with its zone.
 */
function ownTimes(moment: string): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[datetime*=T]')) {
    if (!printed.has(time)) printed.set(time, time.textContent)
    const text = printed.get(time) ?? ''
    const at = new Date(time.dateTime)
    const listed = at.toLocaleDateString('sv')
    const year = { year: 'numeric' } as const
    if (/^\p{Nd}+\P{Nd}\p{Nd}+$/u.test(text))
      time.textContent = at.toLocaleString(
        locale,
        listed === time.dateTime.slice(0, 10) ? clock : { ...clock, weekday: 'short' },
      )
    else if (/\p{Nd}[:.]\p{Nd}{2}/u.test(text)) {
      const short = /\s\p{Nd}{2}\P{Nd}\p{Nd}{2}$/u.test(text)
      const date = at.toLocaleDateString(locale, { ...day, ...year, ...(short ? { month: 'short' } : {}) })
      time.textContent =
        moment.replace('{date}', date).replace('{time}', at.toLocaleTimeString(locale, clock)) +
        (short ? '' : ` ${zoneName('short', at)}`)
    } else
      time.textContent = at.toLocaleDateString(
        locale,
        /\p{Nd}{4}/u.test(text) || listed.slice(0, 4) !== time.dateTime.slice(0, 4) ? { ...day, ...year } : day,
      )
  }
}

function zoneName(timeZoneName: 'short' | 'longGeneric', at?: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

function kept(): boolean {
  try {
    return localStorage.getItem('zone') === 'own'
  } catch {
    return false
  }
}

function keep(own: boolean): void {
  try {
    if (own) localStorage.setItem('zone', 'own')
    else localStorage.removeItem('zone')
  } catch {
    // Whoever lets nothing be kept chooses anew on each page.
  }
}
