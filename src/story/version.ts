import { type Outward } from './entry.ts'
import { type Override } from './judge.ts'
import { type Moment } from './moment.ts'
import { type PersonId } from './work.ts'

/** How a version came about: saved inside the house, or gone out. */
export type Made = 'filed' | 'edited' | Exclude<Outward, 'released'>

/** One kept state of a story: who made it, when, how. Its words are asked for by number. */
export type Version = {
  number: number
  what: Made
  at: Moment
  by: PersonId
  /** Objections of the house that somebody took upon himself. */
  overrides: readonly Override[]
  /** Set when house checks were not run, as on an archive. */
  unchecked?: true
  /** Set when its words were taken out because the law asked for it. */
  expunged?: string
}
