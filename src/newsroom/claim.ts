import { problem } from '../story/problem.ts'
import { type Act, act, refused, type WorkState } from './floor.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/**
 * Takes a story to work on: from then on it obeys one person. A published story is claimed to be updated or corrected.
 * `force` takes over what somebody else has claimed, was asked to claim, or holds; the desk event says from whom.
 */
export function claim(newsroom: Newsroom, { force = false, ...base }: Act & { force?: boolean }): Promise<Outcome> {
  return act(newsroom, base, async ({ story, standing, writers, at, by }) => {
    const { work, assigned } = story
    const mine = 'by' in work && work.by === by
    const free: WorkState[] = ['filed', 'ready', 'none']
    const open =
      free.includes(work.is) || (work.is === 'held' && (mine || force)) || (work.is === 'claimed' && force && !mine)
    if (!open) {
      if (work.is === 'claimed' && !mine) return refused(problem('work.claimed-by-other', 'work', { person: work.by }))
      return refused(problem('work.wrong-state', 'work', { state: work.is, allowed: free.join(', ') }))
    }
    if (assigned && assigned !== by && !force)
      return refused(problem('work.assigned-to-other', 'assigned', { person: assigned }))

    const { assigned: _, ...kept } = story
    writers.stories.move({ story: { ...kept, work: { is: 'claimed', by, since: at } }, standing })
    if (work.is === 'held') writers.releases.drop(story.id, 'hold')
    const from = work.is === 'claimed' || work.is === 'held' ? work.by : assigned
    writers.events.append({
      what: 'claimed',
      story: story.id,
      version: story.version,
      at,
      by,
      ...(from && from !== by && { details: { from } }),
    })
    return { done: { story: story.id, version: story.version } }
  })
}
