import type { Role } from '../../story/credit.ts'
import type { CaptionFlag } from '../../story/picture.ts'
import type { Span } from './text/spans.ts'

/** What the reader understood of one take of copy. Names, places and lines stand as printed; moments and dates are ISO 8601. */
export type Reading = {
  headline?: string
  /** With an offset only when a zone was printed; a date alone when no clock was. */
  published?: string
  updated?: string
  dateline?: ReadDateline
  byline: string[]
  section?: string
  standfirst?: string
  /** The paragraphs of the copy in order, with its lists' items and its tables' rows, without subheads. */
  body: string[]
  captions: ReadCaption[]
  credits: ReadCredit[]
  creditsRaw?: string
  standards?: string
  subheads: string[]
  /** Wire keywords, currency notes, promotions of other copy: for the desk. */
  notes: string[]
  contact: string[]
  signal: Signal | null
  /** What was changed in this take, as it says itself. */
  correctionNote?: string
  /** Until when copy is embargoed, as printed. */
  embargo?: string
  /** The agency, when something else than the dateline names it. */
  source?: string
  url?: string
  dropped: Aside[]
  unsure: Aside[]
  language: string
  /** The zone to read moments in that were printed without one, as whoever handed the copy in said. */
  zone?: string
  /** The copy with its structure, for making a story of it. */
  blocks: CopyBlock[]
  spans: Span[]
}

/** Text that went elsewhere than its neighbours, and the reason in a few words. */
export type Aside = { text: string; why: string }

export type ReadDateline = {
  places: { name: string; region?: string }[]
  date?: string
  source: string | null
  raw: string
}

export type ReadCaption = {
  text: string
  place?: string
  date?: string
  credit: { agency: string | null; photographer: string | null }
  flags?: CaptionFlag[]
  via?: string
  restrictions?: string
  event?: string
  note?: string
  furniture?: string[]
}

export type ReadPerson = { name: string; place?: string; org?: string; kind?: 'desk' }
export type ReadCredit = { role: Role; people: ReadPerson[] }

/** What kind of take this is; `number` counts updates and wrap-ups. */
export type Signal = { is: 'update' | 'correction' | 'refile' | 'wrapup' | 'kill' | 'embargo'; number?: number }

/** One block of the copy with its place in the input. */
export type CopyBlock = (
  | { is: 'paragraph' | 'subhead' | 'quotation'; text: string }
  | { is: 'list'; ordered: boolean; items: string[] }
  | { is: 'table'; rows: string[][] }
  | { is: 'caption'; caption: ReadCaption }
) & { start: number; end: number }
