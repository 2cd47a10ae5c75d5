import { type Moment } from './moment.ts'
import { type PersonId } from './work.ts'

/** What happens inside the house: numbered as the journal is, and read by nobody outside. */
export const inward = [
  'filed',
  'claimed',
  'assigned',
  'edited',
  'passed',
  'held',
  'killed',
  'released',
  'arranged',
] as const

/** One desk event. `details` say what the reader of a story's history wants to know: to whom, until when, taken over from. */
export type DeskEvent = {
  number: number
  what: (typeof inward)[number]
  story?: string
  version?: number
  at: Moment
  by: PersonId
  details?: Readonly<Record<string, string>>
}
