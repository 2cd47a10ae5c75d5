import { type Ground } from '../ground.ts'
import { type Problem } from '../story/problem.ts'
import { type Draft, type Story } from '../story/story.ts'
import { refuse } from '../story/refuse.ts'
import { directionOf } from '../story/text.ts'
import { type Call } from './on-story.ts'
import { changingPictures, changingPicturesHelp, withPictureFlags } from './picture-flags.ts'
import { changingTies, changingTiesHelp, withTieFlags } from './tie-flags.ts'

/** Flags that change what goes with a story: its language, pictures, topics, keywords and other stories. */
export const storyFlags = { language: { type: 'string' }, ...changingPictures, ...changingTies } as const

/** What they mean, for help. */
export const storyFlagsHelp = `  --language TAG     the story is in this language, and FILE is read as such (de, pt-BR)
${changingPicturesHelp}\n${changingTiesHelp}`

/** The draft of a story with what these flags say; the same draft when they say nothing. */
export async function withStoryFlags(
  ground: Ground,
  draft: Draft,
  { tokens, values }: Pick<Call, 'tokens' | 'values'>,
  self?: Pick<Story, 'id'>,
): Promise<{ draft: Draft } | { refused: readonly Problem[] }> {
  if (!tokens.some(({ name = '' }) => name in storyFlags)) return { draft }
  const { language } = values
  const told = typeof language === 'string' ? { ...draft, language, direction: directionOf(language) } : draft
  const strange = told === draft ? [] : refuse(told).filter(({ path }) => path === 'language')
  if (strange.length) return { refused: strange }
  const tied = await withTieFlags(ground, told, values, self)
  return 'refused' in tied ? tied : withPictureFlags(ground, tied.draft, tokens)
}
