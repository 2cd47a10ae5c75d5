import { type Correction } from './publication.ts'
import { everyWord, holds } from './said.ts'
import { type Draft } from './story.ts'

/**
 * What the house objects to in a story: `rule` names the house's rule, `says` is its sentence for the desk; one of `rules` has
 * `values` instead, which fill the sentence of `words/`. One that `blocks` keeps the story in until it is mended or somebody
 * overrides the rule with a reason.
 */
export type Objection = { rule: string; path?: string; blocks: boolean } & (
  | { says: string }
  | { rule: Rule; values: Readonly<Record<string, string>> }
)

/** Rules that every house has; each has its sentence in `words/`. */
export type Rule = 'correction-undone'

/** A mistake that was mended, with the words of the version that mended it; without them it is being mended in this act. */
export type Mended = Pick<Correction, 'wrong' | 'right'> & Partial<Pick<Correction, 'at'>> & { mended?: Draft }

/**
 * The house's rules as one question, asked whenever a story is about to go out. `previous` is what is out already,
 * `corrections` are those of the story from the first on.
 */
export type Judge = (story: Draft, previous?: Draft, corrections?: readonly Mended[]) => readonly Objection[]

/** Somebody takes an objection upon himself and says why; it is kept with the version. */
export type Override = { rule: string; reason: string }

/** A house without rules of its own: what was corrected does not come back unawares. */
export const contentJudge: Judge = (story, previous, corrections = []) => {
  const undone = corrections.filter((one, at) => isUndone(one, corrections.slice(at + 1), story, previous))
  return [...new Map(undone.map((one) => [one.wrong, one])).values()].map(({ wrong, at }) => ({
    rule: 'correction-undone',
    blocks: true,
    path: 'copy',
    values: { words: wrong, at: at?.local.slice(0, 16).replace('T', ' ') ?? '' },
  }))
}

/**
 * Wrong words are back when neither what is out nor the version that mended them has them, the right words do not hold
 * them, and no later correction made them right.
 */
function isUndone({ wrong, right, mended }: Mended, later: readonly Mended[], story: Draft, previous?: Draft): boolean {
  if (!mended || holds(right, wrong) || later.some((one) => holds(one.right, wrong))) return false
  const saysIt = (draft?: Draft) => draft !== undefined && everyWord(draft).some((line) => holds(line, wrong))
  return saysIt(story) && !saysIt(previous) && !saysIt(mended)
}
