import { problem } from '../story/problem.ts'
import { type PersonId } from '../story/work.ts'
import { type Act, act, mayAct, refused } from './floor.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/** Says who shall claim a story; nobody, when `to` is left out. */
export function assign(newsroom: Newsroom, { to, ...base }: Act & { to?: PersonId }): Promise<Outcome> {
  return act(newsroom, base, async (floor) => {
    const { story, standing, writers, at, by } = floor
    const unfit = mayAct(floor, ['none', 'filed', 'ready', 'held'])
    if (unfit.length) return refused(...unfit)
    if (to !== undefined && !(await writers.onStaff(to)))
      return refused(problem('person.unknown', 'to', { person: to }))
    const { assigned: _, ...kept } = story
    writers.stories.move({ story: { ...kept, ...(to !== undefined && { assigned: to }) }, standing })
    writers.events.append({
      what: 'assigned',
      story: story.id,
      version: story.version,
      at,
      by,
      details: { ...(to !== undefined && { to }), ...(story.assigned && { from: story.assigned }) },
    })
    return { done: { story: story.id, version: story.version } }
  })
}
