import { log } from '../log.ts'
import { instant } from '../story/moment.ts'
import { type Database } from '../store/database.ts'
import { dueStories } from '../store/releases.ts'
import { keepAwake } from '../store/wake.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'
import { release } from './release.ts'

/** Lets everything out whose moment has come, also what came due while nobody was running. Safe to call from many processes. */
export async function releaseDue(newsroom: Newsroom, database: Database): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (;;) {
    const before = outcomes.length
    for (const story of await dueStories(database, instant(newsroom.clock()))) {
      const outcome = await release(newsroom, story)
      if (outcome) outcomes.push(outcome)
    }
    if (outcomes.length === before) return outcomes
  }
}

/** Keeps letting out what is due, at its moment, until it is disposed of. A fault is logged and tried again in a second. */
export function keepReleasing(newsroom: Newsroom, database: Database): AsyncDisposable {
  return keepAwake(database, async () => {
    try {
      await releaseDue(newsroom, database)
    } catch (error) {
      log.error('What is due could not go out; it is tried again in a second.', { error })
    }
  })
}
