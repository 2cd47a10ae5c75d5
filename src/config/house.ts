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
  contact?: string
  /** A WebSub hub that is told of what goes out, and that feeds name. */
  hub?: string
  /** Whether feeds hold the whole copy (when left out) or the beginning only. */
  feeds?: 'full' | 'summary'
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
  role: string
  title?: string
  /** A sentence or two for readers. */
  about?: string
}

/** A heading with the paragraphs under it. */
export type Passage = { heading: string; paragraphs: readonly string[] }

/** The name of a section in a language, or in the house's own, or its slug. */
export function sectionName(house: House, slug: string, language: string): string {
  const section = house.sections.find((one) => one.slug === slug)
  return section?.name[language] ?? section?.name[house.languages[0] ?? 'en'] ?? slug
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
