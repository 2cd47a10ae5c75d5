import { update as updateVerb } from '../newsroom/update.ts'
import { draftOf } from '../story/story.ts'
import { type Command, UsageError } from './command.ts'
import { commonHelp, onStory } from './on-story.ts'
import { fieldFlags, fieldFlagsHelp, withFieldFlags } from './field-flags.ts'
import { overrideFlag, overrideHelp, overridesIn } from './override-flag.ts'
import { storyFlags, storyFlagsHelp, withStoryFlags } from './story-flags.ts'
import { readAs, revised, takeIn } from './take-in.ts'
import { refused, tell } from './say.ts'

export const update: Command = {
  name: 'update',
  about: 'lets a published story out again, with more news',
  help: `
Usage: ./bin/dateline update STORY [FILE|-] [flags]

FILE is the new copy, whole. What it does not say (section, pictures, keywords) stays as it was. Without FILE the last
edited version goes out.
${fieldFlagsHelp}
${storyFlagsHelp}
${overrideHelp}
${commonHelp}

Exit codes: 0 out · 1 refused, nothing changed · 2 the call was wrong`,
  run: (args) =>
    onStory(args, flags, async ({ ground, story, act, values, tokens, rest: [file, ...more] }) => {
      if (more.length) throw new UsageError('update takes one file.')
      const taken = file ? await takeIn(ground, file, readAs(story, values['language'])) : undefined
      if (taken && 'refused' in taken) return refused(taken.refused)
      const worded = taken ? revised(draftOf(story), taken.draft) : draftOf(story)
      const fielded = withFieldFlags(ground, worded, values)
      if ('refused' in fielded) return refused(fielded.refused)
      const changed = await withStoryFlags(ground, fielded.draft, { tokens, values }, story)
      if ('refused' in changed) return refused(changed.refused)
      const { headline } = changed.draft
      const draft = taken || changed.draft !== worded ? { draft: changed.draft } : {}
      return tell(
        await updateVerb(ground.newsroom, { ...act, ...draft, ...overridesIn(values) }),
        ({ version, entry }) => `Updated, version ${version}, number ${entry ?? '–'} of the journal: ${headline}`,
      )
    }),
}

const flags = { ...fieldFlags, ...storyFlags, ...overrideFlag }
