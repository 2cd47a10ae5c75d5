import { type Moment } from '../story/moment.ts'
import { type Publication } from '../story/publication.ts'
import { readDraft, readStory } from '../story/shape.ts'
import { type Draft, type Story } from '../story/story.ts'
import { type Work } from '../story/work.ts'

/** The columns of `story` that, with the content of a version, make a Story. */
export type StoryRow = {
  id: string
  version: number
  work: Work
  assigned: string | null
  publication: Publication
  moments: { firstPublished?: Moment; updated?: Moment; corrected?: Moment }
  archived: boolean
}

/**
 * A story as it stands, with the words of one of its versions. Throws when the row does not hold a story: that is our
 * own fault and nobody at a desk can mend it.
 */
export function toStory(row: StoryRow, content: unknown, version = row.version): Story {
  const { id, work, assigned, publication, moments, archived } = row
  const whole = { ...(content as object), id, version, work, assigned, publication, ...moments }
  const result = readStory(archived ? { ...whole, archived } : whole, { strict: false })
  if ('read' in result) return result.read
  throw new Error(`story ${id}, version ${version}, cannot be read: ${JSON.stringify(result.problems)}`)
}

/** The words of a version alone. */
export function toDraft(content: unknown, what: string): Draft {
  const result = readDraft(content, { strict: false })
  if ('read' in result) return result.read
  throw new Error(`${what}, cannot be read: ${JSON.stringify(result.problems)}`)
}
