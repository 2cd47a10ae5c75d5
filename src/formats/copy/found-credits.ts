import type { ReadCredit } from './reading.ts'

/** Credits read from a sign-off, and what stood beside them that is no credit, with its place in the text. */
export type FoundCredits = {
  credits: ReadCredit[]
  asides: { text: string; start: number; end: number }[]
  names: boolean
}
