import { type Draft } from './story.ts'

/**
 * What the house objects to in a story: `rule` names the house's rule, `says` is its sentence for the desk. One that
 * `blocks` keeps the story in until it is mended or somebody overrides the rule with a reason.
 */
export type Objection = { rule: string; says: string; path?: string; blocks: boolean }

/** The house's rules as one question, asked whenever a story is about to go out. `previous` is what is out already. */
export type Judge = (story: Draft, previous?: Draft) => readonly Objection[]

/** Somebody takes an objection upon himself and says why; it is kept with the version. */
export type Override = { rule: string; reason: string }

/** A house without rules. */
export const contentJudge: Judge = () => []
