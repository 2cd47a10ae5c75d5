import { type Copy, copyLines } from './copy.ts'
import { type Moment } from './moment.ts'
import { type Picture } from './picture.ts'

/**
 * What makes a story a running one: short entries, kept in the order in which they were added; doors print the newest
 * first. `given` counts the anchors ever given, so that none comes twice though its entry may be gone.
 */
export type Running = ({ is: 'live' } | { is: 'closed'; at: Moment }) & {
  entries: readonly RunningEntry[]
  given: number
}

/** A short piece of copy with its moment. `anchor` (`entry-12`) never changes; `key` says that it belongs to the summary. */
export type RunningEntry = { anchor: string; at: Moment; headline?: string; copy: Copy; key?: boolean }

/** The most entries of one story: each version keeps them all. What goes on is another story, its `updateOf`. */
export const mostEntries = 500

export const anchorShape = /^entry-[1-9]\d{0,5}$/

/** Which number an anchor bears. */
export function anchorNumber(anchor: string): number {
  return Number(anchor.slice('entry-'.length))
}

/** The same with one entry more at its end, live again or for the first time; the anchor is the next that nobody had. */
export function withEntry(running: Running | undefined, entry: Omit<RunningEntry, 'anchor'>): Running {
  const { entries = [], given = 0 } = running ?? {}
  const next = Math.max(given, ...entries.map(({ anchor }) => anchorNumber(anchor))) + 1
  return { is: 'live', entries: [...entries, { anchor: `entry-${next}`, ...entry }], given: next }
}

/** The entries as doors print them. */
export function newestFirst({ running }: { running?: Running }): readonly RunningEntry[] {
  return running?.entries.toReversed() ?? []
}

/** All copy of a story, that of its entries too, as whoever looks for pictures and links needs it. */
export function everyBlock({ copy, running }: { copy: Copy; running?: Running }): Copy {
  return running ? [...copy, ...running.entries.flatMap((entry) => entry.copy)] : copy
}

/** Every picture of a story: the lead ones first, then those inside copy and entries. */
export function everyPicture(story: { pictures: readonly Picture[]; copy: Copy; running?: Running }): Picture[] {
  const inCopy = everyBlock(story).flatMap((block) => (block.is === 'picture' ? [block.picture] : []))
  return [...story.pictures, ...inCopy]
}

/** All words of copy and entries as lines, the newest entry first, as search and description need them. */
export function everyLine(story: { copy: Copy; running?: Running }): string[] {
  return [
    ...copyLines(story.copy),
    ...newestFirst(story).flatMap(({ headline, copy }) => [...(headline ? [headline] : []), ...copyLines(copy)]),
  ]
}
