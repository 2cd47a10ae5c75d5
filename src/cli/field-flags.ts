import { type ParseArgsConfig } from 'node:util'
import { type Ground } from '../ground.ts'
import { type Problem, problem } from '../story/problem.ts'
import { refuse } from '../story/refuse.ts'
import { type Draft } from '../story/story.ts'
import { type Call } from './on-story.ts'

/** Flags that say where a story stands and how much it presses, for `parseArgs`. */
export const fieldFlags = {
  section: { type: 'string', multiple: true },
  urgency: { type: 'string' },
} as const satisfies ParseArgsConfig['options']

/** What they mean, for help. */
export const fieldFlagsHelp = `
  --section SLUG     a section of the house; may be given more than once, the first is the main one
  --urgency 1..9     1 flash and 2 bulletin stand for two hours as a line above the front (unless they lead it); a flash may be
                     a headline alone. 5 is ordinary, 9 for the record. The lower, the higher on the front of the day`.slice(
  1,
)

/** The draft with what these flags say; the same draft when they say nothing. Refuses what the house does not have. */
export function withFieldFlags(
  { house }: Pick<Ground, 'house'>,
  draft: Draft,
  { section, urgency }: Call['values'],
): { draft: Draft } | { refused: readonly Problem[] } {
  if (section === undefined && urgency === undefined) return { draft }
  const sections = Array.isArray(section) ? section : undefined
  const changed = {
    ...draft,
    ...(sections && { sections }),
    ...(typeof urgency === 'string' && { urgency: Number(urgency) }),
  }
  const known = house().sections.map(({ slug }) => slug)
  const refused = [
    ...(sections ?? [])
      .filter((slug) => !known.includes(slug))
      .map((slug) => problem('section.unknown', 'section', { section: slug, sections: known.join(', ') })),
    ...(urgency === undefined
      ? []
      : refuse(changed)
          .filter(({ path }) => path === 'urgency')
          .map((one) => ({ ...one, values: { urgency: String(urgency) } }))),
  ]
  return refused.length ? { refused } : { draft: changed }
}
