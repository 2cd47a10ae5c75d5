import { slugOf } from '../../story/address.ts'
import { type Draft, emptyDraft } from '../../story/story.ts'
import { directionOf, plain } from '../../story/text.ts'
import { type Known } from '../format.ts'

/** Raw copy as a draft: the first line is the headline, the others are paragraphs. */
export function understood(text: string, { language = 'en' }: Known): { draft: Draft; lost: string[] } {
  const [headline = '', ...paragraphs] = text
    .split(/\r?\n\s*\r?\n|\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean)
  return {
    draft: {
      ...emptyDraft(language, directionOf(language)),
      slug: slugOf(headline),
      headline,
      copy: paragraphs.map((line) => ({ is: 'paragraph', text: plain(line) })),
    },
    lost: [],
  }
}
