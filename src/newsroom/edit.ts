import { binds } from '../story/embargo.ts'
import { epoch, isMoment } from '../story/moment.ts'
import { type Problem, problem } from '../story/problem.ts'
import { besidesDraft, type Draft } from '../story/story.ts'
import { type Act, actOnWords, type Floor, mayAct, refused } from './floor.ts'
import { keepsIn } from './keeps-in.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'
import { recognise } from './recognise.ts'

/**
 * Keeps other words as a new version; the public and subscribers have the old ones still. What is held goes out by itself,
 * so there an edit must be fit to go out.
 */
export function edit(newsroom: Newsroom, { draft, ...base }: Act & { draft: Draft }): Promise<Outcome> {
  return actOnWords(newsroom, base, async (floor) => {
    const { story, standing, hold, writers, at, by } = floor
    const unfit = [
      ...mayAct(floor, ['filed', 'claimed', 'ready', 'held']),
      ...embargoPassed(floor, draft),
      ...(hold ? (await keepsIn(floor, draft, hold.overrides)).problems : []),
    ]
    if (unfit.length) return refused(...unfit)
    const version = story.version + 1
    const saved = { ...besidesDraft(story), ...recognise(floor.newsroom, draft, await writers.staff()), version }
    const making = { what: 'edited', at, by } as const
    writers.stories.save({ story: saved, standing, making, ...(!standing.publicVersion && { shown: saved }) })
    if (hold) writers.releases.set(story.id, 'hold', { ...hold, version })
    writers.events.append({ what: 'edited', story: story.id, version, at, by })
    return { done: { story: story.id, version } }
  })
}

/** An embargo that somebody sets now must lie ahead; one that came with the copy may be past, and then binds nobody. */
function embargoPassed({ story, at }: Floor, { embargo }: Draft): Problem[] {
  if (!embargo || embargo.until.local === story.embargo?.until.local) return []
  if (!isMoment(embargo.until)) return [problem('story.moment.shape', 'embargo.until', { moment: embargo.until.local })]
  return binds(embargo, epoch(at))
    ? []
    : [problem('story.embargo.past', 'embargo.until', { until: embargo.until.local })]
}
