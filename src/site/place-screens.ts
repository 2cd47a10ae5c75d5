import { placeAddress } from '../story/address.ts'
import { type Ask, type Screen } from './ask.ts'
import { renderAbout } from './about-page.ts'
import { asPrinted, placeOf } from './place.ts'
import { renderPlace } from './place-page.ts'
import { editionRoot } from './routes.ts'
import { readAfter } from './topic-screens.ts'
import { nextTurn } from './turn.ts'

const limit = 50

/** A place of the house, or one from which something was filed; its other names lead to its one address. */
export async function placeScreen(on: Ask): Promise<Screen> {
  const { about, language, views, now, url, param } = on
  const asked = param('slug').normalize('NFC')
  const known = placeOf(asked, about.house, language)
  const after = readAfter(url.searchParams.get('before'))
  const filed = await views.filedFrom({
    places: known.slugs,
    now: new Date(now).toISOString(),
    limit: limit + 1,
    ...(after ? { after } : {}),
  })
  if (!filed && !known.bureau) return undefined
  const place = filed ? asPrinted(known, filed.printed) : known
  if (place.slug !== asked) return { moved: placeAddress(about.base + editionRoot(about.house, language), place.slug) }
  const stories = filed?.stories ?? []
  const shown = { stories: stories.slice(0, limit), total: filed?.total ?? 0 }
  const page = renderPlace({ place, filed: shown, later: after !== undefined, more: stories.length > limit }, on)
  return { page, query: ['before'], ...(place.zone ? { until: nextTurn(now, place.zone) } : {}) }
}

/** Who the house is. */
export async function aboutScreen(on: Ask): Promise<Screen> {
  const { views, now } = on
  const people = await views.signed(new Date(now).toISOString(), 300)
  return { page: renderAbout(people, on), query: [] }
}
