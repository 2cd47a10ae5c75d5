import { type Moment } from './moment.ts'
import { type PersonId } from './work.ts'

/** What the public has of a story. `version` is the one that public doors show; `at` is when it went out. */
export type Publication =
  | { is: 'never' }
  | { is: 'published'; version: number; at: Moment; by: PersonId }
  | { is: 'killed'; version: number; at: Moment; by: PersonId; notice: string }

/** A mistake that was mended in public: what was wrong, what is right, where it stood, when it was mended. */
export type Correction = {
  wrong: string
  right: string
  where?: string
  /** The version that mends it. */
  version: number
  at: Moment
  by: PersonId
  /** Whether it changes what the story means: the notice then stands above the copy. */
  grave?: boolean
}
