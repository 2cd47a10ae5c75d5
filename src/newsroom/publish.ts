import { type Override } from '../story/judge.ts'
import { problem } from '../story/problem.ts'
import { type Act, actOnWords, mayAct, refused } from './floor.ts'
import { goOut } from './go-out.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/** For the first time a story goes out. With an embargo that still binds, subscribers who may have it get it, marked. */
export function publish(
  newsroom: Newsroom,
  { overrides = [], ...base }: Act & { overrides?: readonly Override[] },
): Promise<Outcome> {
  return actOnWords(newsroom, base, async (floor) => {
    const { story } = floor
    if (story.publication.is !== 'never') return refused(problem('story.already-published', 'publication'))
    const unfit = mayAct(floor, ['filed', 'claimed', 'ready'])
    if (unfit.length) return refused(...unfit)
    return await goOut(floor, { what: 'published', draft: story, overrides })
  })
}
