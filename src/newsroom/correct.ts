import { type Override } from '../story/judge.ts'
import { type Problem, problem } from '../story/problem.ts'
import { type Correction } from '../story/publication.ts'
import { type Draft } from '../story/story.ts'
import { readsDifferently } from './difference.ts'
import { type Act, actOnWords, mayAct, refused } from './floor.ts'
import { goOut } from './go-out.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/** What was wrong and what is right, in words for readers; `where` it stood; `grave` when it changes what the story means. */
export type Mending = Pick<Correction, 'wrong' | 'right' | 'where' | 'grave'>

/**
 * A published story goes out again with a mistake mended, and says so: one act that reaches page, feeds, wire, journal and
 * the public log. It needs both the words of the correction and a change of the text.
 */
export function correct(
  newsroom: Newsroom,
  {
    corrections,
    draft,
    overrides = [],
    ...base
  }: Act & { corrections: readonly Mending[]; draft?: Draft; overrides?: readonly Override[] },
): Promise<Outcome> {
  return actOnWords(newsroom, base, async (floor) => {
    const { story, out, by } = floor
    if (story.publication.is !== 'published' || !out) return refused(problem('story.not-published', 'publication'))
    const right = draft ?? story
    const unfit = [
      ...mayAct(floor, ['none', 'filed', 'claimed', 'ready']),
      ...missing(corrections),
      ...(readsDifferently(out, right) ? [] : [problem('correction.text-unchanged', 'copy')]),
    ]
    if (unfit.length) return refused(...unfit)
    const outcome = await goOut(floor, { what: 'corrected', draft: right, overrides, corrections })
    if ('done' in outcome) floor.writers.log.add(outcome.done, corrections, floor.at, by)
    return outcome
  })
}

function missing(corrections: readonly Mending[]): Problem[] {
  if (!corrections.length) return [problem('correction.missing', 'corrections')]
  return corrections.flatMap(({ wrong, right }, at) =>
    wrong.trim() && right.trim()
      ? []
      : [problem('correction.missing', `corrections[${at}].${wrong.trim() ? 'right' : 'wrong'}`)],
  )
}
