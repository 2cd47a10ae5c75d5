import { type Ask, type Screen } from './ask.ts'
import { renderCorrections, renderPerson, renderStandards } from './house-pages.ts'

/** The public log, whole or one month of it. */
export async function correctionsScreen({ about, words, views, now, url }: Ask): Promise<Screen> {
  const asked = url.searchParams.get('month') ?? ''
  const at = new Date(now).toISOString()
  const months = await views.correctionMonths(at, about.house.zone)
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : undefined
  const log = await views.corrections({
    now: at,
    zone: about.house.zone,
    limit: month ? 2000 : 100,
    ...(month ? { month } : {}),
  })
  return { page: renderCorrections({ log, months, ...(month ? { month } : {}) }, about, words, now) }
}

/** How the house works, and whose it is. */
export async function standardsScreen({ about, words, now }: Ask): Promise<Screen> {
  return { page: renderStandards(about, words, now) }
}

/** One of our people; nobody who has signed nothing. */
export async function personScreen({ about, words, views, now, param }: Ask): Promise<Screen> {
  const person = await views.person(param('slug'), new Date(now).toISOString(), 100)
  return person && { page: renderPerson(person, about, words, now) }
}
