import { correct as correctVerb } from '../newsroom/correct.ts'
import { problem } from '../story/problem.ts'
import { type Draft, draftOf } from '../story/story.ts'
import { everyLine } from '../story/running.ts'
import { replaceWords } from '../story/replace.ts'
import { type Command, UsageError } from './command.ts'
import { warnUnlessTold } from './caches.ts'
import { commonHelp, onStory } from './on-story.ts'
import { overrideFlag, overrideHelp, overridesIn } from './override-flag.ts'
import { storyFlags, storyFlagsHelp, withStoryFlags } from './story-flags.ts'
import { pairOf, readAs, revised, takeIn } from './take-in.ts'
import { refused, tell } from './say.ts'

export const correct: Command = {
  name: 'correct',
  about: 'mends a mistake in a published story, and says so: page, feeds, wire and the public log',
  help: `
Usage: ./bin/dateline correct STORY --wrong TEXT --right TEXT [FILE|-] [flags]

  --wrong TEXT       what was wrong, as readers will see it after “We said”
  --right TEXT       what is right
  --where TEXT       where it stood: "paragraph 3"
  --grave            it changes what the story means: the notice stands above the copy
  --replace OLD=>NEW the words to change in headline, standfirst, copy, entries and captions; may be given more than once.
                     Without it and without FILE the words of --wrong become those of --right
FILE is the mended copy, whole.
${storyFlagsHelp}
${overrideHelp}
${commonHelp}

Exit codes: 0 out · 1 refused, nothing changed · 2 the call was wrong`,
  run: (args) =>
    onStory(
      args,
      {
        wrong: { type: 'string' },
        right: { type: 'string' },
        where: { type: 'string' },
        grave: { type: 'boolean' },
        replace: { type: 'string', multiple: true },
        ...storyFlags,
        ...overrideFlag,
      },
      async ({ ground, story, act, values, tokens, rest: [file] }) => {
        const { wrong, right, where, grave } = values
        if (typeof wrong !== 'string' || typeof right !== 'string')
          throw new UsageError('A correction says what was --wrong and what is --right.')
        const taken = file ? await takeIn(ground, file, readAs(story, values['language'])) : undefined
        if (taken && 'refused' in taken) return refused(taken.refused)
        const pairs = Array.isArray(values['replace']) ? values['replace'].map(pairOf) : inBothCases(wrong, right)
        const worded = taken ? revised(draftOf(story), taken.draft) : replaceWords(draftOf(story), pairs)
        const changed = await withStoryFlags(ground, worded, { tokens, values }, story)
        if ('refused' in changed) return refused(changed.refused)
        const { draft } = changed
        const strange = taken ? [] : pairs.filter(([old]) => !holds(draftOf(story), old))
        if (strange.length === pairs.length && draft === worded)
          return refused([problem('correction.words-missing', 'copy', { words: strange[0]?.[0] ?? '' })])
        for (const [old, fresh] of taken ? [] : pairs)
          if (holds(draft, old.toLowerCase(), true) && !fresh.toLowerCase().includes(old.toLowerCase()))
            process.stderr.write(
              `Look: the story still says “${old}” somewhere; --replace "OLD=>NEW" changes more words.\n`,
            )
        const mending = {
          wrong,
          right,
          ...(typeof where === 'string' ? { where } : {}),
          ...(grave ? { grave: true } : {}),
        }
        const outcome = await correctVerb(ground.newsroom, {
          ...act,
          ...overridesIn(values),
          draft,
          corrections: [mending],
        })
        const code = tell(
          outcome,
          ({ version, entry }) =>
            `Corrected, version ${version}, number ${entry ?? '–'} of the journal: ${draft.headline}`,
        )
        if ('done' in outcome) await warnUnlessTold(ground, outcome.done.entry)
        return code
      },
    ),
}

/** The words as they stand in the copy, and with a capital as a headline begins with them. */
function inBothCases(wrong: string, right: string): (readonly [string, string])[] {
  const turned = (text: string, how: 'toUpperCase' | 'toLowerCase'): string => text.slice(0, 1)[how]() + text.slice(1)
  const all = (['toLowerCase', 'toUpperCase'] as const).map((how) => [turned(wrong, how), turned(right, how)] as const)
  return wrong === turned(wrong, 'toLowerCase') ? all : [[wrong, right]]
}

function holds(draft: Draft, words: string, anyCase = false): boolean {
  const { headline, standfirst = '', pictures } = draft
  const text = [headline, standfirst, ...everyLine(draft), ...pictures.map(({ caption }) => caption.text)].join('\n')
  return (anyCase ? text.toLowerCase() : text).includes(words)
}
