import { parse } from 'yaml'
import { spoken } from '../words/words.ts'
import { coloursOf } from './house-colours.ts'
import { feedsOf, hubOf, ownLicence, trustOf } from './house-ties.ts'
import { passagesFrom, passagesOf } from './house-passages.ts'
import { type Bureau, type House, type Section, type Staff, plainHouse } from './house.ts'

/** A `house.yaml` that cannot be used: every complaint at once, each naming the line of settings it is about. */
export class HouseError extends Error {
  readonly complaints: readonly string[]
  constructor(complaints: readonly string[]) {
    super(`The house cannot be used:\n${complaints.map((one) => `  - ${one}`).join('\n')}`)
    this.name = 'HouseError'
    this.complaints = complaints
  }
}

/**
 * Reads the text of a `house.yaml`. Names may be one text or a text for each language; passages may be a list of titles with
 * texts, or one text. What is left out is as in a plain house. Throws `HouseError`.
 */
export function toHouse(text: string): { house: House; staff: Staff[] } {
  const wrong: string[] = []
  const top = fields(parseYaml(text), 'house.yaml', wrong)
  const languages = tonguesOf(texts(top['languages'] ?? plainHouse.languages, 'languages', wrong), wrong)
  const own = languages[0] ?? 'en'
  for (const key of Object.keys(top))
    if (!known.has(key)) wrong.push(`${key}: nobody knows this setting; one of ${[...known].join(', ')}`)

  const name = words(top['name'] ?? plainHouse.name, 'name', own, wrong)
  const tagline = top['tagline'] === undefined ? undefined : words(top['tagline'], 'tagline', own, wrong)
  const zone = zoneOf(top['zone'] ?? plainHouse.zone, 'zone', wrong)
  const colours = top['colours'] === undefined ? undefined : coloursOf(fields(top['colours'], 'colours', wrong), wrong)
  const contact = top['contact']
  const house: House = {
    name: name.text,
    names: name.all,
    mark: text1(top['mark'] ?? name.text, 'mark', wrong),
    ...(tagline ? { tagline: tagline.text, taglines: tagline.all } : {}),
    zone,
    languages,
    sections: top['sections'] === undefined ? plainHouse.sections : each(top['sections'], 'sections', wrong, sectionOf),
    bureaux: [
      ...each(top['bureaux'] ?? [], 'bureaux', wrong, bureauOf),
      ...each(top['places'] ?? [], 'places', wrong, bureauOf),
    ],
    desks: each(top['desks'] ?? [], 'desks', wrong, (one, at) => ({
      slug: text1(one['slug'], `${at}.slug`, wrong),
      name: text1(one['name'], `${at}.name`, wrong),
    })),
    ...passagesFrom(top, own, wrong),
    standardsLine:
      top['standardsLine'] === undefined ? {} : words(top['standardsLine'], 'standardsLine', own, wrong).all,
    ...(contact === undefined ? {} : { contact: contactOf(contact, wrong) }),
    ...(colours ? { colours } : {}),
    ...(top['hub'] === undefined ? {} : { hub: hubOf(top['hub'], wrong) }),
    ...(top['feeds'] === undefined ? {} : { feeds: feedsOf(top['feeds'], wrong) }),
    ...(top['licence'] === undefined ? {} : { licence: ownLicence(top['licence'], wrong) }),
    ...(top['trust'] === undefined ? {} : { trust: trustOf(fields(top['trust'], 'trust', wrong), wrong) }),
  }
  const staff = each(top['staff'] ?? [], 'staff', wrong, (one, at): Staff => {
    const called = words(one['name'], `${at}.name`, own, wrong)
    const [title, about] = ['title', 'about'].map((key) =>
      one[key] === undefined ? undefined : words(one[key], `${at}.${key}`, own, wrong),
    )
    return {
      id: text1(one['id'], `${at}.id`, wrong),
      name: called.text,
      names: called.all,
      role: text1(one['role'] ?? 'reporter', `${at}.role`, wrong),
      ...(title ? { title: title.text, titles: title.all } : {}),
      ...(about ? { about: about.text, abouts: about.all } : {}),
    }
  })
  if (wrong.length) throw new HouseError(wrong)
  return { house, staff }

  function sectionOf(one: Fields, at: string): Section {
    const slug = text1(one['slug'], `${at}.slug`, wrong)
    if (slug && !/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(slug))
      wrong.push(`${at}.slug: “${slug}” cannot be an address; write letters and figures with hyphens between`)
    if (reserved.has(slug)) wrong.push(`${at}.slug: “${slug}” is an address of the site itself; choose another`)
    return { slug, name: words(one['name'], `${at}.name`, own, wrong).all }
  }

  function bureauOf(one: Fields, at: string): Bureau {
    const place = words(one['place'] ?? one['name'] ?? wordsIn(one), at, own, wrong)
    const number = (key: string) => (typeof one[key] === 'number' ? { [key]: one[key] } : {})
    return {
      name: place.text,
      names: place.all,
      ...(one['country'] === undefined ? {} : { country: text1(one['country'], `${at}.country`, wrong) }),
      zone: zoneOf(one['zone'] ?? zone, `${at}.zone`, wrong),
      ...number('latitude'),
      ...number('longitude'),
    }
  }
}

type Fields = Readonly<Record<string, unknown>>

const known = new Set(
  'name mark tagline zone founded languages sections desks bureaux places staff standardsLine standards corrections ownership contact colours hub feeds licence trust'.split(
    ' ',
  ),
)
const reserved = new Set(
  'archive search people places topics corrections standards about lite wire desk health rss atom feed assets previews'.split(
    ' ',
  ),
)

function parseYaml(text: string): unknown {
  try {
    return parse(text) ?? {}
  } catch (error) {
    throw new HouseError([(error as Error).message.split('\n')[0] ?? 'it is not YAML'])
  }
}

function fields(value: unknown, at: string, wrong: string[]): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  wrong.push(`${at}: must be names with values under them`)
  return {}
}

function each<T>(value: unknown, at: string, wrong: string[], make: (one: Fields, at: string) => T): T[] {
  if (Array.isArray(value)) return value.map((one, n) => make(fields(one, `${at}[${n}]`, wrong), `${at}[${n}]`))
  wrong.push(`${at}: must be a list`)
  return []
}

function text1(value: unknown, at: string, wrong: string[]): string {
  if (typeof value === 'string' && value.trim()) return value.trim()
  wrong.push(`${at}: must be a text`)
  return ''
}

function texts(value: unknown, at: string, wrong: string[]): string[] {
  if (Array.isArray(value) && value.length) return value.map((one, n) => text1(one, `${at}[${n}]`, wrong))
  wrong.push(`${at}: must be a list with at least one text`)
  return []
}

/** One text, or one for each language; `text` is the house's own, or else the first. */
function words(
  value: unknown,
  at: string,
  own: string,
  wrong: string[],
): { text: string; all: Record<string, string> } {
  if (typeof value === 'string') return { text: value.trim(), all: { [own]: value.trim() } }
  const all = Object.fromEntries(
    Object.entries(fields(value, at, wrong)).map(([language, one]) => [
      language,
      text1(one, `${at}.${language}`, wrong),
    ]),
  )
  return { text: all[own] ?? Object.values(all)[0] ?? '', all }
}

/** The keys of a mapping that are language tags. */
function wordsIn(one: Fields): Fields {
  return Object.fromEntries(Object.entries(one).filter(([key]) => /^[a-z]{2,3}(-|$)/.test(key)))
}

function zoneOf(value: unknown, at: string, wrong: string[]): string {
  const zone = text1(value, at, wrong)
  try {
    Intl.DateTimeFormat('en', { timeZone: zone || 'UTC' })
  } catch {
    wrong.push(`${at}: “${zone}” is no time zone; write one as in Europe/Vienna`)
  }
  return zone
}

function contactOf(value: unknown, wrong: string[]): string {
  if (typeof value === 'string') return value
  const lines = fields(value, 'contact', wrong)
  return text1(lines['editor'] ?? lines['email'] ?? Object.values(lines)[0], 'contact', wrong)
}

/** Languages of editions: those that pages can be said in, each once. */
function tonguesOf(languages: string[], wrong: string[]): string[] {
  for (const [at, one] of languages.entries()) {
    if (!spoken.includes(one.split('-')[0] ?? ''))
      wrong.push(`languages[${at}]: pages cannot be said in “${one}”; one of ${spoken.join(', ')}`)
    else if (languages.indexOf(one) < at) wrong.push(`languages[${at}]: “${one}” is there already`)
  }
  return languages
}

/** The house as a `house.yaml` says it, so that it can be edited and read back by `toHouse`. */
export function fromHouse(house: House): Record<string, unknown> {
  const { names, taglines, bureaux, standards: _s, corrections: _c, ownership: _o, passages: _p, ...rest } = house
  return {
    ...rest,
    name: names ?? house.name,
    ...(house.tagline ? { tagline: taglines ?? house.tagline } : {}),
    bureaux: bureaux.map(({ name, names, ...one }) => ({ place: names ?? name, ...one })),
    ...passagesOf(house),
  }
}
