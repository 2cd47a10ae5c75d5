const printed = new Map<HTMLTimeElement, string>()
const { documentElement: page } = document

/**
 * Offers all times of the page in the reader's own zone, says so when they are, and keeps the choice. The words come with the
 * imprint (`data-own`, `data-printed`, `data-now`, `data-moment`, `data-locale`).
 */
export function offerOwnZone(): void {
  const place = document.querySelector<HTMLElement>('.house')
  const { own, printed: back, now, locale, moment } = place?.dataset ?? {}
  if (!place || !own || !back || !now || !moment) return
  const button = Object.assign(document.createElement('button'), { type: 'button' })
  const says = document.createElement('span')
  says.setAttribute('role', 'status')
  place.append(button, ' ', says)
  const seen = new MutationObserver(() => show(true))
  const show = (mine: boolean) => {
    seen.disconnect()
    if (mine) ownTimes(locale, moment)
    else for (const [time, text] of printed) time.textContent = text
    button.textContent = mine ? back : own
    const text = mine ? now.replace('{zone}', zoneName(locale)) : ''
    if (says.textContent !== text) says.textContent = text
    if (mine) seen.observe(document.querySelector('main') ?? page, { childList: true, subtree: true })
  }
  button.addEventListener('click', () => {
    const mine = button.textContent === own
    keep(mine)
    show(mine)
  })
  show(kept())
}

/** Each time that names a clock, in the same form as it is printed: a clock alone, or the whole moment with its zone. */
function ownTimes(locale: string | undefined, moment: string): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[datetime*=T]')) {
    if (!printed.has(time)) printed.set(time, time.textContent)
    const text = printed.get(time) ?? ''
    const at = new Date(time.dateTime)
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    const sameDay = at.toLocaleDateString('sv') === time.dateTime.slice(0, 10)
    if (/^\p{Nd}+\P{Nd}\p{Nd}+$/u.test(text))
      time.textContent = at.toLocaleString(locale, sameDay ? clock : { ...clock, weekday: 'short' })
    else if (/\p{Nd}[:.]\p{Nd}{2}/u.test(text))
      time.textContent = moment
        .replace('{date}', at.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' }))
        .replace('{time}', at.toLocaleTimeString(locale, { ...clock, timeZoneName: 'short' }))
  }
}

function zoneName(locale: string | undefined): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: 'long' }).formatToParts()
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
