import { storyAddress } from '../story/address.ts'
import { binds } from '../story/embargo.ts'
import { type Outward } from '../story/entry.ts'
import { type Override } from '../story/judge.ts'
import { dayOf, epoch, instant, type Moment } from '../story/moment.ts'
import { problem } from '../story/problem.ts'
import { type Correction } from '../story/publication.ts'
import { refuse } from '../story/refuse.ts'
import { besidesDraft, type Draft, type Story } from '../story/story.ts'
import { type Made } from '../story/version.ts'
import { type Showing } from '../store/findable.ts'
import { type Standing } from '../store/stories.ts'
import { isUnchanged } from './difference.ts'
import { type Floor, publicHas, refused, underEmbargo } from './floor.ts'
import { keepsIn } from './keeps-in.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'
import { recognise } from './recognise.ts'

/** How a version goes out. `corrections` are lines for the public log, still without their version. */
export type Going = {
  what: 'published' | 'updated' | 'corrected' | 'refiled'
  draft: Draft
  overrides?: readonly Override[]
  corrections?: readonly Omit<Correction, 'version' | 'at' | 'by'>[]
  /** Held copy was judged when it was held. */
  judged?: boolean
}

/**
 * A version goes out: checked, kept, given its address, shown to whom it may be shown, and written into the journal.
 * With an embargo that binds, entitled subscribers have it and the public waits for the moment.
 */
export async function goOut(floor: Floor, going: Going): Promise<Outcome> {
  const { newsroom, out, at, by } = floor
  const { what, overrides = [], judged = false } = going
  const staff = await floor.writers.staff()
  const draft = recognise(newsroom, going.draft, staff)
  if (what === 'updated' && out && isUnchanged(recognise(newsroom, out, staff), draft))
    return refused(problem('story.unchanged', 'copy'))
  const { problems, warnings } = judged
    ? { problems: refuse(draft), warnings: [] }
    : await keepsIn(floor, draft, overrides, going.corrections)
  if (problems.length) return refused(...problems)
  releaseIfDue(floor)

  const binding = draft.embargo && binds(draft.embargo, epoch(at)) ? draft.embargo : undefined
  const since = [what, ...madeSince(floor)]
  const gone = next(floor, { ...going, draft }, since, binding?.until)
  const story = await addressed(floor, gone, binding !== undefined)
  const standing = stand(floor, story, binding?.until)
  const opens = !binding || !publicHas(floor)
  const making = { what, at, by, overrides }
  floor.writers.stories.save({ story, standing, making, ...(opens && { shown: story }) })
  const first = floor.standing.publicVersion === undefined
  if (opens) floor.writers.shown.show([showing(newsroom, story, standing.publicFrom ?? instant(at))], { first })
  floor.writers.addresses.former(
    story.formerAddresses.map((path) => ({ story: story.id, path: pathOf(path) })),
    instant(at),
  )
  recordRelease(floor, story, binding?.until)
  recordEntries(floor, story, what, binding?.until)
  return { done: { story: story.id, version: story.version }, ...(warnings.length && { warnings }) }
}

/** An embargo whose moment has come is lifted first, so that the journal tells things in their order. */
export function releaseIfDue(floor: Floor): boolean {
  const { embargo, story, out, at, writers, newsroom, standing } = floor
  if (!embargo || underEmbargo(floor) || !out || story.publication.is !== 'published') return false
  const now = instant(at)
  const made = madeSince(floor)
  floor.standing = {
    ...standing,
    publicVersion: embargo.version,
    publicFrom: standing.publicFrom ?? embargo.at,
    changed: now,
  }
  delete floor.embargo
  const since = standing.publicFrom && Date.parse(standing.publicFrom) < Date.parse(embargo.at) ? made : []
  floor.story = { ...story, ...changes(since, out.embargo?.until ?? at) }
  writers.stories.move({ story: floor.story, standing: floor.standing, shown: out })
  writers.shown.show([showing(newsroom, { ...besidesDraft(story), ...out }, floor.standing.publicFrom ?? now)])
  writers.releases.drop(story.id, 'embargo')
  append({ ...floor, by: story.publication.by }, 'released', embargo.version)
  return true
}

export function showing({ house }: Pick<Newsroom, 'house'>, story: Story, publicFrom: string): Showing {
  const { firstPublished, archived = false } = story
  if (!firstPublished) throw new Error(`story ${story.id} is shown and was never published`)
  return {
    story: story.id,
    draft: story,
    firstPublished: instant(firstPublished),
    publicFrom,
    day: dayOf(firstPublished, house().zone),
    archived,
  }
}

/** A former address as a path: whatever host it had, ours answers for it. */
export function pathOf(address: string): string {
  const path = URL.canParse(address) ? address.slice(address.indexOf('/', address.indexOf('://') + 3)) : address
  return path.startsWith('/') ? path : `/${path}`
}

/** The story as it goes out, with its next version number. The public's three moments change only as the public sees it. */
function next(floor: Floor, { draft, corrections = [] }: Going, since: readonly Made[], until?: Moment): Story {
  const { story, at, by } = floor
  const version = story.version + 1
  const seen = publicHas(floor)
  const { assigned: _, ...kept } = besidesDraft(story)
  return {
    ...kept,
    ...draft,
    version,
    work: { is: 'none' },
    publication: { is: 'published', version, at, by },
    firstPublished: seen && story.firstPublished ? story.firstPublished : (until ?? at),
    ...(seen && !until && changes(since, at)),
    corrections: [...story.corrections, ...corrections.map((one) => ({ ...one, version, at, by }))],
  }
}

/** When the public's version last carried more news and was last mended, of what became public at a moment. */
function changes(since: readonly Made[], at: Moment): Pick<Story, 'updated' | 'corrected'> {
  return {
    ...(since.includes('updated') && { updated: at }),
    ...(since.includes('corrected') && { corrected: at }),
  }
}

/** How the versions came about that the public has not seen yet. */
function madeSince({ unseen, standing }: Floor): Made[] {
  const { publicVersion = Infinity } = standing
  return unseen.flatMap(({ number, what }) => (number > publicVersion ? [what] : []))
}

/** The same story with a slug that nobody else has on its day. An embargoed one would tell by its address what it says. */
async function addressed(floor: Floor, story: Story, embargoed: boolean): Promise<Story> {
  const { writers, newsroom, standing, at, out } = floor
  const { firstPublished, slug } = story
  if (embargoed && out && publicHas(floor)) return { ...story, slug: out.slug }
  const path = storyAddress('', { firstPublished: firstPublished ?? at, slug }, newsroom.house().zone)
  if (standing.path === path && out?.slug === slug) return story
  const [given = path] = await writers.addresses.give([{ story: story.id, path }], instant(at))
  return { ...story, slug: given.slice(given.lastIndexOf('/') + 1) }
}

function stand(floor: Floor, story: Story, until?: Moment): Standing {
  const { standing, newsroom, at } = floor
  const path = storyAddress('', { firstPublished: story.firstPublished ?? at, slug: story.slug }, newsroom.house().zone)
  const seen = publicHas(floor)
  // The public keeps what it has until the moment.
  if (seen && until) return { ...standing, path }
  const publicFrom = seen ? (standing.publicFrom ?? instant(at)) : instant(until ?? at)
  return { publicVersion: story.version, publicFrom, changed: instant(until ?? at), path }
}

function recordRelease({ writers, embargo, hold }: Floor, { id, version }: Story, until?: Moment): void {
  if (hold) writers.releases.drop(id, 'hold')
  if (until) writers.releases.set(id, 'embargo', { version, at: instant(until), overrides: [] })
  else if (embargo) writers.releases.drop(id, 'embargo')
}

/** Those who had it under embargo are told what was done to it; when that opens it, everybody else gets it as released. */
function recordEntries(floor: Floor, { version }: Story, what: Outward, until?: Moment): void {
  const { embargo } = floor
  if (until) append(floor, what, version, instant(until))
  else if (embargo && underEmbargo(floor)) {
    append(floor, what, version, embargo.at)
    append(floor, 'released', version)
  } else append(floor, what, version)
}

function append({ writers, story, at, by }: Floor, what: Outward, version: number, embargoedUntil?: string): void {
  writers.journal.append({ what, story: story.id, version, at, by, ...(embargoedUntil && { embargoedUntil }) })
}
