import { type Ground } from '../ground.ts'
import { type Arrangement, type Placed } from '../story/front.ts'
import { type Problem, problem } from '../story/problem.ts'
import { toMoment } from './moment.ts'
import { storyMeant } from './on-story.ts'

/** What `front arrange` was told: stories as they were typed, or `auto` to let a place fill itself again. */
export type Slots = {
  lead?: string | undefined
  second?: string[] | undefined
  with?: string[] | undefined
  row?: string[] | undefined
  until?: string | undefined
}

/**
 * The arrangement with the places that were named filled anew. A story that had another place leaves it: whoever makes a
 * second story the lead means that.
 */
export async function rearranged(
  ground: Ground,
  now: Arrangement,
  slots: Slots,
): Promise<Arrangement | { refused: Problem[] }> {
  const until = slots.until === undefined ? undefined : toMoment(slots.until, ground.house().zone, '--until')
  const refused: Problem[] = []
  const placed = async (typed: readonly string[]): Promise<Placed[]> => {
    const all: Placed[] = []
    for (const one of typed.filter((text) => text !== 'auto')) {
      const story = (await storyMeant(ground, one))?.id
      if (story) all.push({ story, ...(until ? { until } : {}) })
      else refused.push(problem('story.unknown', 'story', { story: one }))
    }
    return all
  }
  const named = {
    lead: slots.lead === undefined ? undefined : await placed([slots.lead]),
    with: slots.with && (await placed(slots.with)),
    seconds: slots.second && (await placed(slots.second)),
  }
  if (refused.length) return { refused }
  const anew = new Set(Object.values(named).flatMap((all) => (all ?? []).map(({ story }) => story)))
  const kept = (all: readonly Placed[]) => all.filter(({ story }) => !anew.has(story))
  const [lead] = named.lead ?? kept(now.lead ? [now.lead] : [])
  return {
    ...(lead ? { lead } : {}),
    with: named.with ?? kept(now.with),
    seconds: named.seconds ?? kept(now.seconds),
    rows: slots.row ? slots.row.filter((slug) => slug !== 'auto') : now.rows,
  }
}
