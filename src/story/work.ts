import { type Moment } from './moment.ts'

/** The id of somebody on the staff, as `person add` gave it. */
export type PersonId = string

/** Where a story stands inside the house. It says nothing about what the public has: that is `Publication`. */
export type Work =
  | { is: 'none' }
  | { is: 'filed'; by: PersonId; desk?: string }
  | { is: 'claimed'; by: PersonId; since: Moment }
  | { is: 'ready'; by: PersonId }
  | { is: 'held'; until: Moment; by: PersonId }
