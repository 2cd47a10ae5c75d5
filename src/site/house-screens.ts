import { type Ask, type Screen } from './ask.ts'
import { renderCorrections, renderPerson, renderStandards } from './house-pages.ts'

/** The public log, whole or one month of it. */
export async function correctionsScreen(on: Ask): Promise<Screen> {
  const { about, views, now, url } = on
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
  return { page: renderCorrections({ log, months, ...(month ? { month } : {}) }, on) }
}

/** How the house works, and whose it is. */
export async function standardsScreen(on: Ask): Promise<Screen> {
  return { page: renderStandards(on) }
}

/** One of our people; nobody who has signed nothing. */
export async function personScreen(on: Ask): Promise<Screen> {
  const { views, now, param } = on
  const person = await views.person(param('slug'), new Date(now).toISOString(), 100)
  return person && { page: renderPerson(person, on) }
}
