import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { otherNames, usStates } from './names.ts'

/** A town as the gazetteer has it: country as ISO 3166-1 alpha-2 (empty where that has none), zone as IANA names it. */
export type Town = { name: string; province: string; country: string; zone: string; people: number }

/**
 * The town a dateline means, or nothing where two are as likely: a wrong zone is worse than none. `region` is what was
 * printed after the name (`Ontario`, `South Korea`, `Va.`) and decides between namesakes.
 */
export function findTown(name: string, region?: string): Town | undefined {
  const key = fold(name)
  const towns = gazetteer().get(fold(otherNames[key] ?? name)) ?? []
  if (region) return towns.find((town) => liesIn(town, region))
  const [first, second] = towns
  if (!first) return undefined
  // Nobody prints the region of a town that is far greater than its namesakes.
  const same = second && first.country === second.country && first.zone === second.zone
  return !second || same || first.people >= 8 * second.people ? first : undefined
}

/** Lower case, without accents and points, one space between words: `WASHINGTON, D.C.` and `Washington DC` are one. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/[.,'’‘`]+/gu, '')
    .replace(/[\s-]+/gu, ' ')
    .trim()
}

function liesIn(town: Town, region: string): boolean {
  const wanted = fold(region)
  const state = usStates[wanted.replaceAll(' ', '')]
  if (state && town.country === 'US') return fold(town.province) === fold(state)
  return [town.province, town.country, countryName(town.country)].some((one) => fold(one) === wanted)
}

const english = new Intl.DisplayNames('en', { type: 'region' })

function countryName(country: string): string {
  return country ? (english.of(country) ?? country) : ''
}

/** The data has -99 for lands that ISO 3166 does not list. */
function isoCountry(given: unknown): string {
  return typeof given === 'string' && /^[A-Z]{2}$/.test(given) ? given : ''
}

let towns: Map<string, Town[]> | undefined

/** 7,300 towns by folded name, the greatest first; read when the first dateline asks. */
function gazetteer(): Map<string, Town[]> {
  if (towns) return towns
  const file = createRequire(import.meta.url).resolve('city-timezones/data/cityMap.json')
  type Row = {
    city: string
    city_ascii: string
    iso2: unknown
    province: string | null
    timezone: string | null
    pop: number
  }
  towns = new Map()
  for (const row of JSON.parse(readFileSync(file, 'utf8')) as Row[]) {
    if (!row.timezone) continue
    const town = {
      name: row.city,
      province: row.province ?? '',
      country: isoCountry(row.iso2),
      zone: row.timezone,
      people: row.pop,
    }
    for (const key of new Set([fold(row.city), fold(row.city_ascii)])) towns.set(key, [...(towns.get(key) ?? []), town])
  }
  for (const namesakes of towns.values()) namesakes.sort((a, b) => b.people - a.people)
  return towns
}
