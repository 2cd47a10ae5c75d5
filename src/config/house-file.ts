import { LineCounter, parseDocument } from 'yaml'
import { spoken } from '../words/words.ts'
import { coloursOf } from './house-colours.ts'
import { feedsOf, hubOf, ownLicence, trustOf } from './house-ties.ts'
import { passagesFrom } from './house-passages.ts'
import { type Fields, each, fields, text1, texts, words, wordsIn, zoneOf } from './house-reading.ts'
import { staffFrom } from './house-staff.ts'
import { type Bureau, type House, type Section, type Staff, plainHouse } from './house.ts'

/** A `house.yaml` that cannot be used: every complaint at once, each naming the line of settings it is about. */
export class HouseError extends Error {
  readonly complaints: readonly string[]
  constructor(complaints: readonly string[], sentence?: string) {
    super(sentence ?? `The house cannot be used:\n${complaints.map((one) => `  - ${one}`).join('\n')}`)
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
  const top = settingsIn(text)
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
    sections:
      top['sections'] === undefined
        ? plainHouse.sections
        : each(top['sections'], 'sections', wrong, sectionOf, ['slug', 'name']),
    bureaux: [
      ...each(top['bureaux'] ?? [], 'bureaux', wrong, bureauOf),
      ...each(top['places'] ?? [], 'places', wrong, bureauOf),
    ],
    desks: each(
      top['desks'] ?? [],
      'desks',
      wrong,
      (one, at) => ({
        slug: text1(one['slug'], `${at}.slug`, wrong),
        name: text1(one['name'], `${at}.name`, wrong),
      }),
      ['slug', 'name', 'place'],
    ),
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
  const staff = staffFrom(top['staff'] ?? [], own, wrong)
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

/** The settings of the file; what is none is told by the line on which one sees it. */
function settingsIn(text: string): Fields {
  const lines = new LineCounter()
  const file = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = file.errors
  if (error)
    throw notHouse(
      `line ${lines.linePos(error.pos[0]).line} ${reasons[error.code] ?? 'cannot be read; a setting is written “name: value”, and a text with a colon or a # in it stands in quotation marks'}`,
    )
  const settings: unknown = file.contents === null ? {} : file.toJS()
  if (typeof settings === 'object' && settings !== null && !Array.isArray(settings)) return settings as Fields
  const [first = ''] = text.trim().split('\n')
  throw notHouse(`line 1 should be a setting such as “name: Vell Press”, and is “${first.slice(0, 60)}”`)
}

const reasons: Partial<Record<string, string>> = {
  DUPLICATE_KEY: 'names a setting a second time',
  TAB_AS_INDENT: 'begins with a tab: set lines in with spaces',
}

function notHouse(why: string): HouseError {
  return new HouseError([why], `This is no house file: ${why}; docs/house.md shows one.`)
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
