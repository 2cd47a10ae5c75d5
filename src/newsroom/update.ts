import { type Override } from '../story/judge.ts'
import { problem } from '../story/problem.ts'
import { type Draft } from '../story/story.ts'
import { type Act, actOnWords, mayAct, refused } from './floor.ts'
import { goOut } from './go-out.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/** A published story goes out again with more news. The words are `draft`, or what was edited since. */
export function update(
  newsroom: Newsroom,
  { draft, overrides = [], ...base }: Act & { draft?: Draft; overrides?: readonly Override[] },
): Promise<Outcome> {
  return actOnWords(newsroom, base, async (floor) => {
    const { story } = floor
    if (story.publication.is !== 'published') return refused(problem('story.not-published', 'publication'))
    const unfit = mayAct(floor, ['none', 'filed', 'claimed', 'ready'])
    if (unfit.length) return refused(...unfit)
    return await goOut(floor, { what: 'updated', draft: draft ?? story, overrides })
  })
}
