import type { ReadCredit } from '../reading.ts'

/** Credits read from a sign-off, and what stood beside them that is no credit, with its place in the text; `reach` says how somebody is reached. */
export type FoundCredits = {
  credits: ReadCredit[]
  asides: { text: string; start: number; end: number; reach?: true }[]
  names: boolean
}
