import { type Mended, type Objection, type Override } from '../story/judge.ts'
import { type Problem, problem } from '../story/problem.ts'
import { type Correction } from '../story/publication.ts'
import { refuse } from '../story/refuse.ts'
import { type Draft } from '../story/story.ts'
import { fill, wordsFor } from '../words/words.ts'
import { type Floor } from './floor.ts'
import { type Newsroom, type Warning } from './newsroom.ts'

/**
 * What keeps a draft in: what cannot be published at all, sections that the house lacks, and objections that block.
 * `mending` are corrections that this act makes.
 */
export async function keepsIn(
  { newsroom, story, out, writers }: Pick<Floor, 'newsroom' | 'story' | 'out' | 'writers'>,
  draft: Draft,
  overrides: readonly Override[] = [],
  mending: readonly Pick<Correction, 'wrong' | 'right'>[] = [],
): Promise<{ problems: Problem[]; warnings: readonly Warning[] }> {
  const known = new Set(newsroom.house().sections.map(({ slug }) => slug))
  const overridden = new Set(overrides.filter(({ reason }) => reason.trim()).map(({ rule }) => rule))
  const mended = await Promise.all(
    story.corrections.map(async (one): Promise<Mended> => {
      const words = await writers.stories.wordsOf(story.id, one.version)
      return { ...one, ...(words && { mended: words }) }
    }),
  )
  const objections = newsroom
    .judge(draft, out, [...mended, ...mending])
    .filter(({ rule }) => !overridden.has(rule))
    .map((one) => ({ ...one, says: sentence(one, newsroom) }))
  return {
    problems: [
      ...refuse(draft),
      ...draft.sections.flatMap((section, at) =>
        known.has(section) ? [] : [problem('section.unknown', `sections[${at}]`, { section })],
      ),
      ...objections
        .filter(({ blocks }) => blocks)
        .map(({ rule, says, path }) => problem('story.house-objects', path, { rule, says })),
    ],
    warnings: objections.filter(({ blocks }) => !blocks).map(({ rule, says }) => ({ rule, says })),
  }
}

/** An objection in the house's own tongue. */
function sentence(one: Objection, { house }: Newsroom): string {
  return 'says' in one ? one.says : fill(wordsFor(house().languages[0] ?? 'en').objections[one.rule], one.values)
}
