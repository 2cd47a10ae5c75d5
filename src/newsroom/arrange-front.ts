import { type Arrangement, type FrontName, automatic, placedIn, room } from '../story/front.ts'
import { epoch, instant } from '../story/moment.ts'
import { type Problem, problem } from '../story/problem.ts'
import { type PersonId } from '../story/work.ts'
import { type Writers } from '../store/transact.ts'
import { type Newsroom } from './newsroom.ts'

/** Which front, on which of its arrangements the act is based (0: nobody has arranged it yet), and who acts. */
export type FrontAct = { front: FrontName; basedOn: number; by: PersonId }

/** What holds now, with its number; or why nothing was changed. */
export type FrontOutcome = { done: { number: number; arrangement: Arrangement } } | { refused: readonly Problem[] }

/**
 * Says which stories stand first on a front and in which order its sections follow; readers have it at once. Only what
 * readers can open may be placed; a story that is withdrawn later leaves its place by itself.
 */
export function arrangeFront(
  newsroom: Newsroom,
  { arrangement, ...act }: FrontAct & { arrangement: Arrangement },
): Promise<FrontOutcome> {
  return onFront(newsroom, act, async (writers) => {
    const problems = await unfit(newsroom, writers, arrangement)
    return problems.length ? { refused: problems } : { arrangement }
  })
}

/** Takes the newest arrangement back: what held before it holds again. An undo can be undone likewise. */
export function undoFront(newsroom: Newsroom, act: FrontAct): Promise<FrontOutcome> {
  return onFront(newsroom, act, async ({ fronts }) => {
    if (act.basedOn === 0) return { refused: [problem('front.nothing-to-undo', 'front')] }
    const [former] = await fronts.of(act.front, 1, act.basedOn - 1)
    return { arrangement: former?.arrangement ?? automatic, restores: act.basedOn - 1 }
  })
}

/** Why there is no such front; nothing when there is. */
export function unknownFront({ house }: Pick<Newsroom, 'house'>, { edition, section }: FrontName): Problem | undefined {
  const { languages, sections } = house()
  if (!languages.includes(edition))
    return problem('front.edition-unknown', 'edition', { edition, editions: languages.join(', ') })
  if (section && !sections.some(({ slug }) => slug === section))
    return problem('section.unknown', 'section', { section, sections: sections.map(({ slug }) => slug).join(', ') })
  return undefined
}

type Decided = { arrangement: Arrangement; restores?: number } | { refused: readonly Problem[] }

async function onFront(
  newsroom: Newsroom,
  { front, basedOn, by }: FrontAct,
  decide: (writers: Writers) => Promise<Decided>,
): Promise<FrontOutcome> {
  const { result } = await newsroom.transact(async (writers): Promise<FrontOutcome> => {
    if (!(await writers.onStaff(by))) return { refused: [problem('person.unknown', 'by', { person: by })] }
    const unknown = unknownFront(newsroom, front)
    if (unknown) return { refused: [unknown] }
    const [newest] = await writers.fronts.of(front, 1)
    if ((newest?.number ?? 0) !== basedOn)
      return {
        refused: [problem('front.outdated', 'basedOn', { number: String(newest?.number ?? 0), by: newest?.by ?? '' })],
      }
    const decided = await decide(writers)
    if ('refused' in decided) return decided
    const at = newsroom.clock()
    const number = basedOn + 1
    await writers.fronts.keep(front, { number, at, by, ...decided })
    writers.events.append({ what: 'arranged', at, by, details: { ...front, number: String(number) } })
    // A front names no keys of its own: it is forgotten with whatever shows all news.
    writers.forgetPages(['news'])
    return { done: { number, arrangement: decided.arrangement } }
  })
  return result
}

async function unfit({ clock, house }: Newsroom, { fronts }: Writers, arrangement: Arrangement): Promise<Problem[]> {
  const now = clock()
  const placed = placedIn(arrangement)
  const stories = placed.map(({ story }) => story)
  const open = await fronts.open(stories, instant(now))
  const known = house().sections.map(({ slug }) => slug)
  return [
    ...stories.flatMap((story, at) => [
      ...(open.has(story) ? [] : [problem('front.story-not-public', 'arrangement', { story })]),
      ...(stories.indexOf(story) === at ? [] : [problem('front.story-twice', 'arrangement', { story })]),
    ]),
    ...placed.flatMap(({ until }) =>
      until && epoch(until) <= epoch(now) ? [problem('front.until-past', 'until', { until: until.local })] : [],
    ),
    ...(['with', 'seconds'] as const).flatMap((place) =>
      arrangement[place].length > room[place]
        ? [problem('front.too-many', place, { place, limit: String(room[place]) })]
        : [],
    ),
    ...arrangement.rows.flatMap((name, at) => [
      ...(known.includes(name)
        ? []
        : [problem('section.unknown', 'rows', { section: name, sections: known.join(', ') })]),
      ...(arrangement.rows.indexOf(name) === at ? [] : [problem('front.row-twice', 'rows', { section: name })]),
    ]),
  ]
}
