import { instant } from '../story/moment.ts'
import { problem } from '../story/problem.ts'
import { besidesDraft, draftOf, type Story } from '../story/story.ts'
import { type Act, act, publicHas, refused, underEmbargo } from './floor.ts'
import { releaseIfDue } from './go-out.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/**
 * Withdraws a story for good, from whatever state, with a notice that says so in its place. Those who had it are told;
 * one that never went out is told to nobody but the desk.
 */
export function kill(newsroom: Newsroom, { notice, ...base }: Act & { notice: string }): Promise<Outcome> {
  return act(newsroom, base, async (floor) => {
    if (!notice.trim()) return refused(problem('kill.notice.missing', 'notice'))
    releaseIfDue(floor)
    const { story, out, standing, embargo, writers, at, by } = floor
    const version = story.version + 1
    const { assigned: __, ...kept } = besidesDraft(story)
    // What was edited since it went out is not what was killed.
    const killed: Story = {
      ...kept,
      ...(out ?? draftOf(story)),
      version,
      work: { is: 'none' },
      publication: { is: 'killed', version, at, by, notice: notice.trim() },
    }
    const { publicFrom: _, ...rest } = standing
    const gone = publicHas(floor) ? { goneFrom: instant(at), changed: instant(at) } : {}
    writers.stories.save({ story: killed, standing: { ...rest, ...gone }, making: { what: 'killed', at, by } })
    writers.shown.withdraw(story.id)
    writers.releases.drop(story.id, 'hold', 'embargo')
    const entry = { what: 'killed', story: story.id, version, at, by } as const
    if (out) {
      const secret = embargo && underEmbargo(floor) && !publicHas(floor)
      writers.journal.append({ ...entry, ...(secret && { embargoedUntil: embargo.at }) })
    } else writers.events.append({ ...entry, details: { notice: notice.trim() } })
    return { done: { story: story.id, version } }
  })
}
