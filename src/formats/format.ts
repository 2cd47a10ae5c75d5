import { type Entry } from '../story/entry.ts'
import { type Problem } from '../story/problem.ts'
import { type Draft, type Story } from '../story/story.ts'

/**
 * Turns bytes that came from outside into drafts. `detect` looks at the first few thousand bytes and never throws;
 * `read` takes the whole input in pieces and gives one `Taken` for each record in it, in order, so that a file of any
 * size is read in little memory. A field that is strange never stops it: it stands in `lost`.
 */
export interface Reader {
  readonly name: string
  detect(head: Uint8Array): boolean
  read(input: AsyncIterable<Uint8Array>, known?: Known): AsyncIterable<Taken>
}

/**
 * One record that came in: a draft, or a problem that says why it is none; never neither. `raw` holds the bytes of this
 * record alone and `path` says where in its file it stood.
 */
export type Taken = {
  draft?: Draft
  raw: Uint8Array
  path?: string
  lost: readonly string[]
  problem?: Problem
}

/**
 * What is known about an input before it is read: where it came from, the zone and language to assume, and the language
 * expected where its words do not show theirs.
 */
export type Known = { file?: string; provider?: string; zone?: string; language?: string; expected?: string }

/**
 * Turns stories into bytes for those who take them. It is strict: what it writes is valid in its format, or it answers
 * the problems instead. What the format has no place for stands in `lost`.
 */
export interface Writer {
  readonly name: string
  /** The media type of the bytes, as HTTP names it. */
  readonly type: string
  write(stories: readonly Outgoing[], about: Publisher): Written | readonly Problem[]
}

export type Written = { bytes: Uint8Array; lost: readonly string[] }

/**
 * A version on its way out. `entry` is the journal line that sends it; a feed or a preview has none. A story that was
 * killed goes out as its notice, whatever its copy still holds.
 */
export type Outgoing = {
  story: Story
  entry?: Pick<Entry, 'number' | 'what' | 'at' | 'embargoedUntil'>
  /** The stories that this one names (`related`, `translationOf`, `updateOf`) as the public knows them. */
  links?: readonly Linked[]
  /** The size of pictures in bytes, by hash, where it is known. */
  sizes?: Readonly<Record<string, number>>
}

/** Another story, as a link to it needs it. `address` is left out when the public cannot open it. */
export type Linked = { rel: LinkRel; id: string; headline: string; address?: string; language?: string }

/** How another story belongs to this one. */
export type LinkRel = 'related' | 'translationOf' | 'translation' | 'updateOf' | 'update'

/** Who publishes, and under which addresses. All addresses are absolute; `base` has no slash at its end. */
export type Publisher = {
  name: string
  tagline?: string
  base: string
  /** The authority of permanent ids, `example.org,2026` (RFC 4151): fixed at first start, whatever becomes of the host. */
  authority: string
  /** The house's zone: addresses are dated in it. */
  zone: string
  /** The house's own language. */
  language: string
  standards?: string
  corrections?: string
  ownership?: string
  /** Whether feeds hold the beginning of a story only, and not its copy. */
  summaries?: boolean
  /** The WebSub hub that announces changes. */
  hub?: string
  /** What readers call a section, in a language; the slug itself when left out. */
  sectionName?: (slug: string, language: string) => string
  /** A word in a language; English when left out. */
  say?: (word: Said, language: string) => string
  /** Which feed is being written; the whole house's when left out. */
  feed?: FeedAbout
}

/**
 * A feed: what it is called, where it stands, and the page that it belongs to. `at` is the instant for which it is
 * written: embargoes and the days for which a withdrawal is announced are counted from it.
 */
export type FeedAbout = { title: string; self: string; page: string; language?: string; at: string }

/** A word that a writer prints for readers. */
export type Said = 'withdrawn' | 'correction'
