import { type Work } from '../story/work.ts'
import { type Act, act, mayAct, refused } from './floor.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/** Hands on what one has claimed: to another desk, or as ready to go out. */
export function pass(newsroom: Newsroom, { to, ...base }: Act & { to: 'ready' | { desk: string } }): Promise<Outcome> {
  return act(newsroom, base, async (floor) => {
    const { story, standing, writers, at, by } = floor
    const unfit = mayAct(floor, ['claimed'])
    if (unfit.length) return refused(...unfit)
    const work: Work = to === 'ready' ? { is: 'ready', by } : { is: 'filed', by, desk: to.desk }
    writers.stories.move({ story: { ...story, work }, standing })
    const details = to === 'ready' ? { to } : { desk: to.desk }
    writers.events.append({ what: 'passed', story: story.id, version: story.version, at, by, details })
    return { done: { story: story.id, version: story.version } }
  })
}
