import { type House, saidIn } from '../config/house.ts'
import { findTown, fold } from '../places/gazetteer.ts'
import { otherNames } from '../places/names.ts'
import { placeSlug, slugOf } from '../story/address.ts'
import { type DatelinePlace } from '../story/dateline.ts'
import { mainLanguage } from './routes.ts'

/** A place as its page shows it. `slugs` are those of all its names: stories printed one or another. */
export type Place = {
  slug: string
  slugs: readonly string[]
  name: string
  /** The language of the name, where it is known. */
  language?: string
  /** What it is called in other languages, or in older copy. */
  others: readonly { name: string; language: string }[]
  /** ISO 3166-1 alpha-2. */
  country?: string
  zone?: string
  bureau: boolean
}

/**
 * The place behind a slug: one of the house's own in any of its names, a town of the gazetteer, or whatever datelines have
 * printed (`printed` tells, when its first story is known). Its name is said in `language` where the house knows it.
 */
export function placeOf(slug: string, house: House, language: string): Place {
  const own = house.bureaux.find((one) => namesOf(one).some((name) => slugOf(name) === slug))
  if (own) {
    const { text: name, language: tongue } = saidIn(language, house, own.names, own.name) ?? {
      text: own.name,
      language,
    }
    const called = Object.entries({ [mainLanguage(house)]: own.name, ...own.names })
    const others = called.filter(([, one], at) => one !== name && called.findIndex(([, other]) => other === one) === at)
    return {
      slug: slugOf(own.name),
      slugs: [...new Set(namesOf(own).map((name) => slugOf(name)))],
      name,
      language: tongue,
      others: others.map(([other, one]) => ({ name: one, language: other })),
      zone: own.zone,
      bureau: true,
      ...(own.country ? { country: own.country } : {}),
    }
  }
  const town = findTown(slug.replaceAll('-', ' '))
  if (!town) return { slug, slugs: [slug], name: '', others: [], bureau: false }
  const called = Object.keys(otherNames).filter((other) => fold(otherNames[other] ?? '') === fold(town.name))
  return {
    slug: slugOf(town.name),
    slugs: [...new Set([town.name, ...called].map((name) => slugOf(name)))],
    name: town.name,
    others: [],
    zone: town.zone,
    bureau: false,
    ...(town.country ? { country: town.country } : {}),
  }
}

/** What the place of a dateline adds to one that neither house nor gazetteer knows. */
export function asPrinted(place: Place, printed: DatelinePlace): Place {
  if (place.name) return place
  const { name, region, country, zone } = printed
  return {
    ...place,
    slug: placeSlug(printed),
    name: region ? `${small(name)}, ${region}` : small(name),
    ...(country ? { country } : {}),
    ...(zone ? { zone } : {}),
  }
}

/** `PORT ELLERY` as a title: datelines are printed in capitals, pages set them so themselves. */
function small(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}

function namesOf({ name, names }: House['bureaux'][number]): string[] {
  return [name, ...Object.values(names ?? {})]
}
