import { type Moment } from './moment.ts'
import { type PersonId } from './work.ts'

/** Which front: of an edition (`en`, `ar`), or of one of its sections (empty for the edition's own). */
export type FrontName = { edition: string; section: string }

/** A story that somebody put in a place, for good or until a moment. */
export type Placed = { story: string; until?: Moment }

/**
 * What people have decided about a front: which story leads, which are lines under it, which stand beside it, and which
 * sections come first below. What is not decided fills itself.
 */
export type Arrangement = {
  lead?: Placed
  with: readonly Placed[]
  seconds: readonly Placed[]
  /** Sections in their order; those not named follow in the order of the house. */
  rows: readonly string[]
}

/** An arrangement as it is kept. `number` counts those of one front from 1; `restores` is the number that an undo brought back. */
export type Arranged = { number: number; arrangement: Arrangement; at: Moment; by: PersonId; restores?: number }

/** Nobody has decided anything. */
export const automatic: Arrangement = { with: [], seconds: [], rows: [] }

/** So many stories have room under the lead and beside it. */
export const room = { with: 4, seconds: 4 } as const

/** Every story that somebody placed. */
export function placedIn({ lead, with: beside, seconds }: Arrangement): Placed[] {
  return [...(lead ? [lead] : []), ...beside, ...seconds]
}
