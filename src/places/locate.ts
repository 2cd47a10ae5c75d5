import { type Dateline } from '../story/dateline.ts'
import { findTown, fold } from './gazetteer.ts'

/** A place that the house knows itself: its bureaux and the places it often writes from, in every language it uses. */
export type OwnPlace = { name: string; names?: Readonly<Record<string, string>>; country?: string; zone: string }

/**
 * The same dateline with country and zone at each place that is known: the house's own places first, then the
 * gazetteer. What came with a zone keeps it; what nobody knows stays as it was printed.
 */
export function locate(dateline: Dateline, own: readonly OwnPlace[] = []): Dateline {
  return {
    ...dateline,
    places: dateline.places.map((place) => {
      if (place.zone) return place
      const wanted = fold(place.name)
      const ours = own.find((one) =>
        [one.name, ...Object.values(one.names ?? {})].some((name) => fold(name) === wanted),
      )
      if (ours) return { ...place, zone: ours.zone, ...(ours.country ? { country: ours.country } : {}) }
      const town = findTown(place.name, place.region)
      return town ? { ...place, ...(town.country ? { country: town.country } : {}), zone: town.zone } : place
    }),
  }
}
