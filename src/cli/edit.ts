import { edit as editVerb } from '../newsroom/edit.ts'
import { slugOf } from '../story/address.ts'
import { replaceWords } from '../story/replace.ts'
import { draftOf } from '../story/story.ts'
import { type Command, UsageError } from './command.ts'
import { commonHelp, onStory } from './on-story.ts'
import { fieldFlags, fieldFlagsHelp, withFieldFlags } from './field-flags.ts'
import { storyFlags, storyFlagsHelp, withStoryFlags } from './story-flags.ts'
import { pairOf, readAs, revised, takeIn } from './take-in.ts'
import { refused, tell } from './say.ts'

export const edit: Command = {
  name: 'edit',
  about: 'keeps another version of a story without letting it out',
  help: `
Usage: ./bin/dateline edit STORY [FILE|-] [flags]

FILE is the newer copy, whole; what it does not say stays as it was.
  --slug SLUG        another slug; the former address redirects once it goes out
  --headline TEXT    another headline
  --standfirst TEXT  another standfirst
  --replace OLD=>NEW words to change in headline, standfirst, copy and captions; may be given more than once
${fieldFlagsHelp}
${storyFlagsHelp}
${commonHelp}

A published story is claimed first, edited, and goes out by update, correct or refile.
Exit codes: 0 kept · 1 refused, nothing changed · 2 the call was wrong`,
  run: (args) =>
    onStory(
      args,
      {
        slug: { type: 'string' },
        headline: { type: 'string' },
        standfirst: { type: 'string' },
        replace: { type: 'string', multiple: true },
        ...fieldFlags,
        ...storyFlags,
      },
      async ({ ground, story, act, values, tokens, rest: [file] }) => {
        const taken = file ? await takeIn(ground, file, readAs(story, values['language'])) : undefined
        if (taken && 'refused' in taken) return refused(taken.refused)
        const { slug, headline, standfirst, replace } = values
        const newer = taken ? revised(draftOf(story), taken.draft) : draftOf(story)
        const worded = {
          ...replaceWords(newer, Array.isArray(replace) ? replace.map(pairOf) : []),
          ...(typeof slug === 'string' ? { slug: slugOf(slug, story.language) } : {}),
          ...(typeof headline === 'string' ? { headline } : {}),
          ...(typeof standfirst === 'string' ? { standfirst } : {}),
        }
        const fielded = withFieldFlags(ground, worded, values)
        if ('refused' in fielded) return refused(fielded.refused)
        const changed = await withStoryFlags(ground, fielded.draft, { tokens, values }, story)
        if ('refused' in changed) return refused(changed.refused)
        const { draft } = changed
        if (JSON.stringify(draft) === JSON.stringify(draftOf(story)))
          throw new UsageError('Nothing is different: say what to change, with FILE or a flag.')
        return tell(
          await editVerb(ground.newsroom, { ...act, draft }),
          ({ version }) => `Kept as version ${version}; nothing went out: ${draft.headline}`,
        )
      },
    ),
}
