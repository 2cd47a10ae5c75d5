import { storyAddress } from '../story/address.ts'
import { epoch, hasClock, instant, type Moment } from '../story/moment.ts'
import { type Problem, problem } from '../story/problem.ts'
import { refuse } from '../story/refuse.ts'
import { besidesDraft, type Draft, type Story } from '../story/story.ts'
import { type PersonId } from '../story/work.ts'
import { type Had, type Item, TakenMeanwhile } from '../store/sources.ts'
import { type Making, type Standing } from '../store/stories.ts'
import { type Writers } from '../store/transact.ts'
import { fresh, ready } from './file.ts'
import { inTransaction, refused } from './floor.ts'
import { pathOf, showing } from './go-out.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'
import { itemOf, whyNot } from './same-item.ts'
import { recognise } from './recognise.ts'

/** Stories of an old archive, a few hundred at a time. `unfound` leaves their words to `store/find-later`, when all are in. */
export type Archiving = {
  items: readonly { draft: Draft; raw?: Uint8Array }[]
  by: PersonId
  unfound?: boolean
}

/**
 * Takes stories of an old archive in as what they are: published long ago, at the moments printed with them. One transaction
 * (smaller ones where another door brings the same); one outcome an item, in their order. The journal says `archived`, so nobody is alerted. House checks are not run. An item
 * that is here already is refused as `story.duplicate`, so an import may be run again and again.
 */
export async function archive(newsroom: Newsroom, archiving: Archiving): Promise<Outcome[]> {
  try {
    return await allIn(newsroom, archiving)
  } catch (error) {
    if (!(error instanceof TakenMeanwhile)) throw error
    const { items } = archiving
    if (items.length < 2) return items.map(() => refused(problem('story.duplicate', 'source')))
    const half = Math.ceil(items.length / 2)
    const first = await archive(newsroom, { ...archiving, items: items.slice(0, half) })
    return [...first, ...(await archive(newsroom, { ...archiving, items: items.slice(half) }))]
  }
}

async function allIn(newsroom: Newsroom, { items, by, unfound = false }: Archiving): Promise<Outcome[]> {
  const outcomes: Outcome[] = items.map(() => refused())
  await inTransaction(newsroom, async (writers) => {
    if (!(await writers.onStaff(by))) {
      outcomes.fill(refused(problem('person.unknown', 'by', { person: by })))
      return undefined
    }
    const at = newsroom.clock()
    const raws = await writers.raws.keep(
      items.flatMap(({ raw }) => raw ?? []),
      instant(at),
    )
    const staff = await writers.staff()
    const old = items.map(({ draft, raw }, place): Old => {
      const whole = recognise(newsroom, ready(draft, raw && raws.shift()), staff)
      return { place, draft: whole, item: itemOf(whole), unfit: unfit(whole) }
    })
    for (const { place, unfit } of old) outcomes[place] = refused(...unfit)
    const fit = old.filter(({ unfit }) => !unfit.length)
    for (const round of rounds(fit)) await takeIn({ newsroom, writers, at, by, unfound, outcomes }, round)
    return undefined
  })
  return outcomes
}

type Old = { place: number; draft: Draft; item: Item | undefined; unfit: Problem[] }
type Taking = {
  newsroom: Newsroom
  writers: Writers
  at: Moment
  by: PersonId
  unfound: boolean
  outcomes: Outcome[]
}

/** A flash has a headline alone, and an archive may hold it; without its day nobody knows where it belongs. */
function unfit(draft: Draft): Problem[] {
  return [
    ...refuse(draft).filter(({ code }) => code !== 'story.copy.empty'),
    ...(draft.printed?.published ? [] : [problem('archive.moment-missing', 'printed.published')]),
  ]
}

/** Items that are the same item go one after the other, so that the second finds the first. */
function rounds(all: readonly Old[]): Old[][] {
  const rounds: Old[][] = []
  const times = new Map<string, number>()
  for (const one of all) {
    const { provider = '', guid, content = '' } = one.item ?? {}
    const key = one.item ? JSON.stringify([provider, guid ?? null, guid === undefined ? content : '']) : ''
    const time = key ? (times.get(key) ?? 0) : 0
    times.set(key, time + 1)
    ;(rounds[time] ??= []).push(one)
  }
  return rounds
}

async function takeIn(taking: Taking, old: readonly Old[]): Promise<void> {
  const { writers, outcomes } = taking
  const from = old.filter(({ item }) => item)
  const found = await writers.sources.find(from.flatMap(({ item }) => item ?? []))
  const had = new Map(from.map((one, at) => [one, found[at]]))
  await takeNew(
    taking,
    old.filter((one) => !had.get(one)),
  )
  for (const one of from) {
    const before = had.get(one)
    if (before && one.item) outcomes[one.place] = await takeAgain(taking, one.draft, one.item, before)
  }
}

async function takeNew({ newsroom, writers, at, by, unfound, outcomes }: Taking, old: readonly Old[]): Promise<void> {
  if (!old.length) return
  const zone = newsroom.house().zone
  const stories = old.map(({ draft }) => asArchived(fresh(newsroom.newId(), draft, { is: 'none' }), draft, by, zone))
  const paths = await writers.addresses.give(
    stories.map((story) => ({ story: story.id, path: storyAddress('', story, zone) })),
    instant(at),
  )
  const making: Making = { what: 'archived', at, by, unchecked: true }
  const made = stories.map((story, n) => {
    const path = paths[n] ?? ''
    const slugged: Story = { ...story, slug: path.slice(path.lastIndexOf('/') + 1) }
    const standing: Standing = { publicVersion: 1, publicFrom: publicFrom(story, at), changed: instant(at), path }
    return { story: slugged, standing, making }
  })
  writers.stories.create(made)
  writers.addresses.former(
    made.flatMap(({ story }) => story.formerAddresses.map((path) => ({ story: story.id, path: pathOf(path) }))),
    instant(at),
  )
  writers.shown.show(
    made.map(({ story, standing }) => showing(newsroom, story, standing.publicFrom ?? instant(at))),
    { unfound },
  )
  const items = old.flatMap(({ item }, n) => (item ? [{ ...item, story: made[n]?.story.id ?? '', number: 1 }] : []))
  await writers.sources.add(items, instant(at))
  for (const [n, { story }] of made.entries()) {
    writers.journal.append({ what: 'archived', story: story.id, version: 1, at, by })
    const place = old[n]?.place ?? 0
    outcomes[place] = { done: { story: story.id, version: 1 } }
  }
}

/** A newer version of an item that came from an archive before goes into its story, while that is still as it came. */
async function takeAgain(taking: Taking, draft: Draft, item: Item, had: Had): Promise<Outcome> {
  const { newsroom, writers, at, by } = taking
  const known = await writers.stories.load(had.story)
  const code = whyNot(item, had) ?? (known?.story.publication.is === 'killed' ? 'story.killed' : undefined)
  if (code && code !== 'story.duplicate')
    await writers.sources.refuse([{ ...item, story: had.story, code }], instant(at), by)
  if (code) return refused(problem(code, 'source', { story: had.story }))
  if (!known || !known.story.archived || known.story.work.is !== 'none' || known.story.corrections.length)
    return refused(problem('story.already-published', 'source', { story: had.story }))
  const version = known.story.version + 1
  const { slug, firstPublished } = known.story
  const story = {
    ...asArchived({ ...besidesDraft(known.story), ...draft, slug, version }, draft, by, newsroom.house().zone),
    ...(firstPublished && { firstPublished }),
  }
  const standing = { ...known.standing, publicVersion: version, changed: instant(at) }
  writers.stories.save({ story, standing, making: { what: 'archived', at, by, unchecked: true }, shown: story })
  writers.shown.show([showing(newsroom, story, standing.publicFrom ?? instant(at))], taking)
  await writers.sources.add([{ ...item, story: story.id, number: version }], instant(at))
  writers.journal.append({ what: 'archived', story: story.id, version, at, by })
  return { done: { story: story.id, version } }
}

function asArchived(
  story: Story,
  { printed, slug }: Draft,
  by: PersonId,
  houseZone: string,
): Story & { firstPublished: Moment } {
  const { updated } = printed ?? {}
  if (!printed?.published) throw new Error(`an archived story without its moment: ${slug}`)
  const published = dayOfTheHouse(printed.published, houseZone)
  return {
    ...story,
    publication: { is: 'published', version: story.version, at: published, by },
    firstPublished: published,
    ...(updated && epoch(updated) > epoch(published) && { updated }),
    archived: true,
  }
}

/** A day printed without a clock is that day of the house, wherever it was written: address, archive and search then agree on it. */
function dayOfTheHouse(moment: Moment, zone: string): Moment {
  return hasClock(moment) ? moment : { local: moment.local, zone, zoneFrom: 'house' }
}

/** A misprinted year to come must not hide a story. */
function publicFrom({ firstPublished }: { firstPublished: Moment }, now: Moment): string {
  return epoch(firstPublished) < epoch(now) ? instant(firstPublished) : instant(now)
}
