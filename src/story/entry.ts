import { type Moment } from './moment.ts'
import { type PersonId } from './work.ts'

/** What the journal records: what went out of the house, never what happens inside it. */
export const outward = ['published', 'updated', 'corrected', 'refiled', 'killed', 'released', 'archived'] as const

export type Outward = (typeof outward)[number]

/**
 * One line of the journal. Numbers follow the order of commits, one by one: whoever has read up to a number has
 * missed nothing before it. `embargoedUntil` (an instant) is set while entitled subscribers alone may have it.
 */
export type Entry = {
  number: number
  what: Outward
  story: string
  version: number
  at: Moment
  by: PersonId
  embargoedUntil?: string
}
