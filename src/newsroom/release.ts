import { epoch } from '../story/moment.ts'
import { type Due } from '../store/releases.ts'
import { type Floor, inTransaction } from './floor.ts'
import { goOut, releaseIfDue } from './go-out.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/**
 * What is due of a story goes out by itself: held copy is published, an embargo is lifted. Nothing happens when another
 * process was quicker, or when somebody changed his mind meanwhile.
 */
export function release(newsroom: Newsroom, story: string): Promise<Outcome | undefined> {
  return inTransaction(newsroom, async (writers) => {
    const loaded = await writers.stories.load(story)
    if (!loaded) return undefined
    const floor: Floor = { ...loaded, newsroom, writers, at: newsroom.clock(), by: '' }
    const { embargo, hold, at } = floor
    const lifted = releaseIfDue(floor) && embargo ? { done: { story, version: embargo.version } } : undefined
    return hold && Date.parse(hold.at) <= epoch(at) ? await letGo(floor, hold) : lifted
  })
}

/** Held copy was fit to go out when it was held; when it is no longer, it waits for a person instead. */
async function letGo(floor: Floor, hold: Due): Promise<Outcome | undefined> {
  const { story, standing, at, writers } = floor
  if (story.work.is !== 'held') return undefined
  const { by } = story.work
  const what = story.publication.is === 'never' ? 'published' : 'updated'
  const outcome = await goOut({ ...floor, by }, { what, draft: story, overrides: hold.overrides, judged: true })
  if ('done' in outcome) return outcome
  writers.stories.move({ story: { ...story, work: { is: 'ready', by } }, standing })
  writers.releases.drop(story.id, 'hold')
  const [problem] = outcome.refused
  const details = { problem: problem?.code ?? '', due: hold.at }
  writers.events.append({ what: 'released', story: story.id, version: story.version, at, by, details })
  return outcome
}
