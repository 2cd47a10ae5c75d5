import { slugOf } from '../story/address.ts'
import { type ProblemCode } from '../story/codes.ts'
import { copyLines } from '../story/copy.ts'
import { instant } from '../story/moment.ts'
import { problem } from '../story/problem.ts'
import { besidesDraft, type Draft, type Story } from '../story/story.ts'
import { type PersonId, type Work } from '../story/work.ts'
import { type Had, type Item, TakenMeanwhile } from '../store/sources.ts'
import { type Loaded } from '../store/stories.ts'
import { type Writers } from '../store/transact.ts'
import { inOneAct, refused } from './floor.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'
import { itemOf, newestOf, whyNot } from './same-item.ts'
import { recognise } from './recognise.ts'

/** Copy to be filed: what a door understood of it, and the bytes as they came. */
export type Filing = { draft: Draft; by: PersonId; desk?: string; raw?: Uint8Array }

/**
 * Hands copy in. The same item twice, and an older version than we have, are refused and remembered, through whichever door
 * they come. A newer version goes into the story that has the older one; when somebody is at work on that, it becomes a
 * story of its own which carries on the other, so that nothing is written over.
 */
export async function file(newsroom: Newsroom, filing: Filing): Promise<Outcome> {
  try {
    return await takeIn(newsroom, filing)
  } catch (error) {
    if (!(error instanceof TakenMeanwhile)) throw error
    return await takeIn(newsroom, filing, 'story.duplicate')
  }
}

function takeIn(newsroom: Newsroom, { draft: given, by, desk, raw }: Filing, taken?: ProblemCode): Promise<Outcome> {
  return inOneAct(newsroom, by, async (writers) => {
    const at = newsroom.clock()
    const [hash] = raw ? await writers.raws.keep([raw], instant(at)) : []
    const draft = recognise(newsroom, ready(given, hash), await writers.staff())
    const item = itemOf(draft)
    const [had] = item ? await writers.sources.find([item]) : []
    const known = had && (await writers.stories.load(had.story))
    const work: Work = { is: 'filed', by, ...(desk && { desk }) }

    const refusal = item && had && (whyNot(item, had) ?? taken ?? killed(known))
    if (refusal) return await refuse(writers, item, had, refusal, instant(at), by)
    const into = known && isFree(known) ? known : undefined
    const story = into ? joined(into.story, draft, work) : fresh(newsroom.newId(), draft, work, had)
    const making = { what: 'filed', at, by } as const
    if (into) writers.stories.save({ story, standing: into.standing, making, ...shown(into, story) })
    else writers.stories.create([{ story, standing: {}, making }])
    if (item) await writers.sources.add([{ ...item, story: story.id, number: story.version }], instant(at))
    writers.events.append({
      what: 'filed',
      story: story.id,
      version: story.version,
      at,
      by,
      ...(desk && { details: { desk } }),
    })
    return { done: { story: story.id, version: story.version } }
  })
}

/** A draft as it is kept: with a slug, and with the hash of the bytes it came from. */
export function ready(draft: Draft, raw: string | undefined): Draft {
  const named = (words: string) => slugOf(words, draft.language)
  const slug = draft.slug || named(draft.headline) || named(copyLines(draft.copy).find(named) ?? '') || 'story'
  if (!raw) return { ...draft, slug }
  return { ...draft, slug, source: { provider: '', format: '', ...draft.source, raw } }
}

export function fresh(id: string, draft: Draft, work: Work, had?: Had): Story {
  return {
    ...draft,
    ...(had && !draft.updateOf && { updateOf: had.story }),
    id,
    version: 1,
    work,
    publication: { is: 'never' },
    corrections: [],
  }
}

/** Nobody is at work on it: it waits as it was filed, or it went out and is done. */
function isFree({ story }: Loaded): boolean {
  return story.work.is === 'filed' || story.work.is === 'none'
}

/** The newer words in the story that has the older ones. What the house chose (address, sections, relations) stays. */
function joined(story: Story, draft: Draft, work: Work): Story {
  return {
    ...besidesDraft(story),
    ...draft,
    slug: story.slug,
    sections: draft.sections.length ? draft.sections : story.sections,
    related: [...new Set([...story.related, ...draft.related])],
    formerAddresses: [...new Set([...story.formerAddresses, ...draft.formerAddresses])],
    ...(story.updateOf && { updateOf: story.updateOf }),
    ...(story.translationOf && { translationOf: story.translationOf }),
    version: story.version + 1,
    work,
  }
}

function shown({ standing }: Loaded, story: Story): { shown?: Draft } {
  return standing.publicVersion ? {} : { shown: story }
}

/** A killed story stays killed, whatever arrives later. */
function killed(known: Loaded | undefined): ProblemCode | undefined {
  return known?.story.publication.is === 'killed' ? 'story.killed' : undefined
}

async function refuse({ sources }: Writers, item: Item, had: Had, code: ProblemCode, at: string, by: PersonId) {
  await sources.refuse([{ ...item, story: had.story, code }], at, by)
  const version = newestOf(had)
  return refused(problem(code, 'source', { story: had.story, ...(version !== undefined && { version }) }))
}
