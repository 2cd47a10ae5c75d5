import { type Ground } from '../ground.ts'
import { type Problem } from '../story/problem.ts'
import { type Draft, type Story } from '../story/story.ts'
import { type Call } from './on-story.ts'
import { changingPictures, changingPicturesHelp, withPictureFlags } from './picture-flags.ts'
import { changingTies, changingTiesHelp, withTieFlags } from './tie-flags.ts'

/** Flags that change what goes with a story: its pictures, topics, keywords and other stories. */
export const storyFlags = { ...changingPictures, ...changingTies }

/** What they mean, for help. */
export const storyFlagsHelp = `${changingPicturesHelp}\n${changingTiesHelp}`

/** The draft of a story with what these flags say; the same draft when they say nothing. */
export async function withStoryFlags(
  ground: Ground,
  draft: Draft,
  { tokens, values }: Pick<Call, 'tokens' | 'values'>,
  self?: Pick<Story, 'id'>,
): Promise<{ draft: Draft } | { refused: readonly Problem[] }> {
  if (!tokens.some(({ name = '' }) => name in storyFlags)) return { draft }
  const tied = await withTieFlags(ground, draft, values, self)
  return 'refused' in tied ? tied : withPictureFlags(ground, tied.draft, tokens)
}
