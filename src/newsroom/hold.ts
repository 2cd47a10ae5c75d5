import { epoch, instant, isMoment, type Moment } from '../story/moment.ts'
import { type Override } from '../story/judge.ts'
import { type Problem, problem } from '../story/problem.ts'
import { type Act, act, mayAct, refused } from './floor.ts'
import { keepsIn } from './keeps-in.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/**
 * Keeps a story from everybody until a moment, at which it goes out by itself: so it is checked now as if it went out now,
 * and what the house objects to is overridden now.
 */
export function hold(
  newsroom: Newsroom,
  { until, overrides = [], ...base }: Act & { until: Moment; overrides?: readonly Override[] },
): Promise<Outcome> {
  return act(newsroom, base, async (floor) => {
    const { story, standing, writers, at, by } = floor
    const { problems, warnings } = await keepsIn(floor, story, overrides)
    const unfit = [...mayAct(floor, ['claimed', 'ready']), ...ahead(until, at), ...problems]
    if (unfit.length) return refused(...unfit)
    const { version } = story
    const { assigned: _, ...kept } = story
    writers.stories.move({ story: { ...kept, work: { is: 'held', until, by } }, standing })
    writers.releases.set(story.id, 'hold', { version, at: instant(until), overrides })
    writers.events.append({ what: 'held', story: story.id, version, at, by, details: { until: instant(until) } })
    return { done: { story: story.id, version }, ...(warnings.length && { warnings }) }
  })
}

function ahead(until: Moment, now: Moment): Problem[] {
  if (!isMoment(until)) return [problem('story.moment.shape', 'until', { moment: until.local })]
  return epoch(until) > epoch(now) ? [] : [problem('story.hold.past', 'until', { until: until.local })]
}
