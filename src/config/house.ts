/**
 * The house: everything about an agency that its people own and that is not the machine's. It is kept in versioned
 * rows, filled once from a `house.yaml`, and handed by `agency.ts` to those who need it.
 */
export type House = {
  name: string
  /** The name and the line under it in other languages, where they differ. */
  names?: Readonly<Record<string, string>>
  taglines?: Readonly<Record<string, string>>
  /** The mark in datelines and picture credits: `KESSARY (Name) -`. */
  mark: string
  tagline?: string
  /** IANA zone in which the house dates its days. */
  zone: string
  /** The first is the house's own tongue. */
  languages: readonly string[]
  sections: readonly Section[]
  /** Places that datelines name, bureaux first: where each lies and which clock hangs there. */
  bureaux: readonly Bureau[]
  desks?: readonly { slug: string; name: string }[]
  standards: readonly Passage[]
  /** The line under each story, by language: `Our Standards: …`. */
  standardsLine: Readonly<Record<string, string>>
  corrections: readonly Passage[]
  ownership: readonly Passage[]
  /** Standards, corrections and ownership in every language that they are written in, the house's own among them. */
  passages?: Readonly<Record<string, Passages>>
  contact?: string
  /** A WebSub hub that is told of what goes out, and that feeds name. */
  hub?: string
  /** Whether feeds hold the whole copy (when left out) or the beginning only. */
  feeds?: 'full' | 'summary'
  /** Where one reads on what terms the house's own work may be used. */
  licence?: string
  /** Ties to others as `trust.txt` states them: addresses by name (`belongto`, `social` …). */
  trust?: Readonly<Partial<Record<TrustName, readonly string[]>>>
  /** Accent by day and by night, as CSS colours; the mock's magenta when left out. */
  colours?: { day?: string; night?: string }
}

/** The names of trust.txt, in the order in which they are written. */
export const trustNames = [
  'member',
  'belongto',
  'control',
  'controlledby',
  'social',
  'vendor',
  'customer',
  'disclosure',
  'contact',
  'datatrainingallowed',
] as const

export type TrustName = (typeof trustNames)[number]

/** A section of the site: `slug` is its address, `name` what readers see, by language. */
export type Section = { slug: string; name: Readonly<Record<string, string>> }

/** A place where the house has people, or often writes from: its name as datelines print it, and in other languages. */
export type Bureau = {
  name: string
  names?: Readonly<Record<string, string>>
  country?: string
  zone: string
  latitude?: number
  longitude?: number
}

/** Somebody on the staff as a `house.yaml` names them; they become rows of their own. */
export type Staff = {
  id: string
  name: string
  names?: Readonly<Record<string, string>>
  /** What they are; left out, it stays as it was, and who is new is a reporter. */
  roles?: readonly Role[]
  title?: string
  /** A sentence or two for readers. */
  about?: string
  /** Title and sentences in the languages that they are written in. */
  titles?: Readonly<Record<string, string>>
  abouts?: Readonly<Record<string, string>>
}

/** What somebody on the staff may be; a machine acts in its own name. */
export const staffRoles = ['reporter', 'editor', 'chief', 'photographer', 'administrator', 'machine'] as const

export type Role = (typeof staffRoles)[number]

/** A heading with the paragraphs under it. */
export type Passage = { heading: string; paragraphs: readonly string[] }

/** What a house writes about itself at length. */
export type Passages = Readonly<Partial<Record<'standards' | 'corrections' | 'ownership', readonly Passage[]>>>

/** Words of the house, and the language that they are in: it is not that of every page. */
export type Said = { text: string; language: string }

/**
 * What the house says in a language, or else in its own, or in any: `all` by language, `plain` the one that is said where no
 * language is named.
 */
export function saidIn(
  language: string,
  { languages: [own = 'en'] }: Pick<House, 'languages'>,
  all: Readonly<Record<string, string>> = {},
  plain?: string,
): Said | undefined {
  const known = firstOf(language, own, (one) => all[one], plain === undefined ? Object.keys(all) : [])
  if (known) return { text: known.found, language: known.language }
  const [tongue = own] = Object.entries(all).find(([, text]) => text === plain) ?? []
  return plain === undefined ? undefined : { text: plain, language: tongue }
}

/** The standards, the word on corrections or on ownership in a language, or else in the house's own, or in any. */
export function passagesIn(
  house: House,
  what: keyof Passages,
  language: string,
): { passages: readonly Passage[]; language: string } {
  const { passages: all = {}, languages } = house
  const known = firstOf(language, languages[0] ?? 'en', (one) => all[one]?.[what], Object.keys(all))
  return known
    ? { passages: known.found, language: known.language }
    : { passages: house[what], language: languages[0] ?? 'en' }
}

/** The name of a section in a language, or in the house's own; its slug, in no language of its own, when it has none. */
export function sectionIn(house: House, slug: string, language: string): Said {
  const section = house.sections.find((one) => one.slug === slug)
  return saidIn(language, house, section?.name) ?? { text: slug, language }
}

/** The words of `sectionIn` alone, where their language cannot be said. */
export function sectionName(house: House, slug: string, language: string): string {
  return sectionIn(house, slug, language).text
}

function firstOf<T>(
  language: string,
  own: string,
  found: (language: string) => T | undefined,
  others: readonly string[],
): { found: T; language: string } | undefined {
  for (const one of [language, language.split('-')[0] ?? language, own, ...others]) {
    const value = found(one)
    if (value !== undefined) return { found: value, language: one }
  }
  return undefined
}

/** What an agency is before anybody has said anything about it. */
export const plainHouse: House = {
  name: 'Dateline',
  mark: 'Dateline',
  zone: 'UTC',
  languages: ['en'],
  sections: [
    { slug: 'world', name: { en: 'World' } },
    { slug: 'politics', name: { en: 'Politics' } },
    { slug: 'economy', name: { en: 'Economy' } },
    { slug: 'science', name: { en: 'Science' } },
    { slug: 'culture', name: { en: 'Culture' } },
    { slug: 'sport', name: { en: 'Sport' } },
  ],
  bureaux: [],
  standards: [],
  standardsLine: {},
  corrections: [],
  ownership: [],
}
