import { epoch, type Moment } from '../story/moment.ts'
import { type Problem, problem } from '../story/problem.ts'
import { type PersonId, type Work } from '../story/work.ts'
import { type Loaded } from '../store/stories.ts'
import { type Writers } from '../store/transact.ts'
import { fieldsThatDiffer } from './difference.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'
import { wordsThatDiffer } from './words-that-differ.ts'

/** What every act on a story says: which, on which version it is based, and who acts. */
export type Act = { story: string; basedOn: number; by: PersonId }

/** What an act works with, once the story is locked and the base is right. */
export type Floor = Loaded & { newsroom: Newsroom; writers: Writers; at: Moment; by: PersonId }

/**
 * The common ground of the verbs: one transaction, the story locked, the person known, the base not outdated, the story
 * not killed. All of that is asked in one go; `ahead` asks for more that the verb will want to know.
 */
export async function act(
  newsroom: Newsroom,
  { story, basedOn, by }: Act,
  verb: (floor: Floor) => Promise<Outcome>,
  ahead: (writers: Writers) => void = () => {},
): Promise<Outcome> {
  return await inTransaction(newsroom, async (writers) => {
    ahead(writers)
    const [isKnown, loaded] = await Promise.all([writers.onStaff(by), writers.stories.load(story)])
    if (!isKnown) return refused(problem('person.unknown', 'by', { person: by }))
    if (!loaded) return refused(problem('story.unknown', 'story', { story }))
    if (loaded.story.version !== basedOn) return refused(await outdated(writers, loaded, basedOn))
    if (loaded.story.publication.is === 'killed') return refused(problem('story.killed', 'publication'))
    return await verb({ ...loaded, newsroom, writers, at: newsroom.clock(), by })
  })
}

/** The same for verbs that keep words, in which the house's own people are recognised: their names are read along. */
export function actOnWords(newsroom: Newsroom, base: Act, verb: (floor: Floor) => Promise<Outcome>): Promise<Outcome> {
  return act(newsroom, base, verb, (writers) => void writers.staff())
}

/** One transaction by somebody on the staff. */
export async function inOneAct(
  newsroom: Newsroom,
  by: PersonId,
  verb: (writers: Writers) => Promise<Outcome>,
): Promise<Outcome> {
  return await inTransaction(newsroom, async (writers) => {
    if (!(await writers.onStaff(by))) return refused(problem('person.unknown', 'by', { person: by }))
    return await verb(writers)
  })
}

/** One transaction; the outcome, if there is one, names the last journal entry it made. */
export async function inTransaction<O extends Outcome | undefined>(
  { transact }: Newsroom,
  verb: (writers: Writers) => Promise<O>,
): Promise<O> {
  const { result, entries } = await transact(verb)
  const entry = entries.at(-1)?.number
  if (!result || 'refused' in result || entry === undefined) return result
  return { ...result, done: { ...result.done, entry } }
}

export function refused(...problems: readonly Problem[]): { refused: readonly Problem[] } {
  return { refused: problems }
}

export type WorkState = Work['is']

/**
 * Whether a person may act on work in a state. What somebody else has claimed is his; a claimed story obeys its claimer, and
 * one that is out and on nobody's desk is claimed first.
 */
export function mayAct(
  { story: { id, work }, by }: Pick<Floor, 'story' | 'by'>,
  from: readonly WorkState[],
): Problem[] {
  if (!from.includes(work.is)) {
    if (work.is === 'none' && from.length > 1) return [problem('work.claim-first', 'work', { story: id, person: by })]
    const code = from.length === 1 && from[0] === 'claimed' ? 'work.not-claimed' : 'work.wrong-state'
    return [problem(code, 'work', { state: work.is, allowed: from.join(', ') })]
  }
  if (work.is === 'claimed' && work.by !== by) return [problem('work.claimed-by-other', 'work', { person: work.by })]
  return []
}

/** Whether an embargo still keeps the public from what is out. */
export function underEmbargo({ embargo, at }: Pick<Floor, 'embargo' | 'at'>): boolean {
  return embargo !== undefined && Date.parse(embargo.at) > epoch(at)
}

/** Whether public doors show some version of it now. */
export function publicHas({ standing, at }: Pick<Floor, 'standing' | 'at'>): boolean {
  return standing.publicFrom !== undefined && Date.parse(standing.publicFrom) <= epoch(at)
}

async function outdated({ stories }: Writers, { story }: Loaded, basedOn: number): Promise<Problem> {
  const base = await stories.wordsOf(story.id, basedOn)
  return problem('story.outdated', 'basedOn', {
    basedOn: String(basedOn),
    version: String(story.version),
    fields: base ? fieldsThatDiffer(base, story).join(', ') : '',
    words: base ? wordsThatDiffer(base, story) : '',
    story: story.id,
  })
}
