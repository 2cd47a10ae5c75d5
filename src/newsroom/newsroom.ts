import { type House } from '../config/house.ts'
import { type Judge } from '../story/judge.ts'
import { type Moment } from '../story/moment.ts'
import { type Problem } from '../story/problem.ts'
import { type Transact } from '../store/transact.ts'

/**
 * What every verb needs: the one way to change stories, the clock on the wall in the house's zone, new ids, the house's
 * rules, and the house as it is now. `agency.ts` makes one; tests stop the clock.
 */
export type Newsroom = {
  transact: Transact
  clock: () => Moment
  newId: () => string
  judge: Judge
  house: () => House
}

/**
 * What became of an act. `done` names the story, its newest version, and the number of its journal entry where something
 * went out; `warnings` are objections of the house that do not block. `refused`: nothing was changed, and here is why.
 */
export type Outcome =
  | { done: { story: string; version: number; entry?: number }; warnings?: readonly Warning[] }
  | { refused: readonly Problem[] }

/** An objection that does not block: the rule of the house, and its sentence. */
export type Warning = { rule: string; says: string }
