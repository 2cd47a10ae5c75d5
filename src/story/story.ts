import { type Copy } from './copy.ts'
import { type Credit } from './credit.ts'
import { type Dateline } from './dateline.ts'
import { type Embargo } from './embargo.ts'
import { type Moment } from './moment.ts'
import { type Picture } from './picture.ts'
import { type Correction, type Publication } from './publication.ts'
import { type Rights } from './rights.ts'
import { type Running } from './running.ts'
import { type Source } from './source.ts'
import { type Direction, type Language } from './text.ts'
import { type Work } from './work.ts'

/** What a story says, before the house gives it an id: every door that takes copy in makes one of these. */
export type Draft = {
  /** Short working name, lower case with hyphens; the address is made from it. */
  slug: string
  headline: string
  standfirst?: string
  dateline?: Dateline
  /** Lines as printed above the copy: `By Ana Ruiz`. The people in them stand in `credits` with role byline. */
  byline: readonly string[]
  copy: Copy
  /** Set when the story runs: its entries, and whether more are to come. */
  running?: Running
  /** The lead picture; several are a slide show. Pictures inside the copy are blocks of it. */
  pictures: readonly Picture[]
  credits: readonly Credit[]
  language: Language
  direction: Direction
  /** 1 (flash) to 9 (for the record), as IPTC counts; 5 is ordinary. */
  urgency: number
  genre?: string
  /** Section names of the house (`land-and-sea`), the first is the main one. */
  sections: readonly string[]
  /** IPTC Media Topics (`medtop:20000430`) or a code of another scheme, with the name it came with. */
  subjects: readonly Subject[]
  keywords: readonly string[]
  embargo?: Embargo
  rights?: Rights
  /** Notes that readers may see, and notes that never leave the desk. */
  notes: { public: readonly string[]; desk: readonly string[] }
  /** Telephone numbers and addresses that came after the sign-off: for the desk only. */
  contact: readonly string[]
  /** The standards line as it came with the copy; the house prints its own. */
  standards?: string
  /** Ids of stories that go with this one. */
  related: readonly string[]
  /** The id of the story of which this is a translation. */
  translationOf?: string
  /** The id of an earlier story that this one carries on. */
  updateOf?: string
  source?: Source
  /** The moments that came printed with the copy: an archive keeps them. */
  printed?: { published?: Moment; updated?: Moment }
  /** Addresses (paths) under which the story stood elsewhere; they redirect here. */
  formerAddresses: readonly string[]
}

export type Subject = { code: string; name?: string }

/** One running item with a permanent id. Each save makes a new version; what was published is never changed. */
export type Story = Draft & {
  id: string
  /** Counts from 1; every saved state has its own. */
  version: number
  work: Work
  /** Who shall claim it, when somebody was asked to. */
  assigned?: string
  publication: Publication
  /** When the public first had it, when it last carried more news, when it was last mended. Three moments, never one. */
  firstPublished?: Moment
  updated?: Moment
  corrected?: Moment
  corrections: readonly Correction[]
  /** Set when the story came from an archive: house checks were not run on it. */
  archived?: boolean
}

/** What a story says, without what the house has added. */
export function draftOf(story: Story): Draft {
  const draft: Partial<Story> & Draft = { ...story }
  for (const field of added) delete draft[field]
  return draft
}

/** What the house has added to a story, without what it says. */
export function besidesDraft(story: Story): Omit<Story, keyof Draft> {
  const { id, version, work, assigned, publication, firstPublished, updated, corrected, corrections, archived } = story
  return {
    id,
    version,
    work,
    publication,
    corrections,
    ...(assigned !== undefined && { assigned }),
    ...(firstPublished && { firstPublished }),
    ...(updated && { updated }),
    ...(corrected && { corrected }),
    ...(archived && { archived }),
  }
}

const added = [
  'id',
  'version',
  'work',
  'assigned',
  'publication',
  'firstPublished',
  'updated',
  'corrected',
  'corrections',
  'archived',
] as const satisfies readonly Exclude<keyof Story, keyof Draft>[]

/** A draft with nothing in it but what must be there; doors spread their own fields over it. */
export function emptyDraft(language: Language, direction: Direction): Draft {
  return {
    slug: '',
    headline: '',
    byline: [],
    copy: [],
    pictures: [],
    credits: [],
    language,
    direction,
    urgency: 5,
    sections: [],
    subjects: [],
    keywords: [],
    notes: { public: [], desk: [] },
    contact: [],
    related: [],
    formerAddresses: [],
  }
}
