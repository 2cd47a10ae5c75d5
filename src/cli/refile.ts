import { refile as refileVerb } from '../newsroom/refile.ts'
import { type Command } from './command.ts'
import { commonHelp, onStory } from './on-story.ts'
import { overrideFlag, overrideHelp, overridesIn } from './override-flag.ts'
import { tell } from './say.ts'

export const refile: Command = {
  name: 'refile',
  about: 'sends a published story again for a technical reason; it is neither newer nor corrected',
  help: `
Usage: ./bin/dateline refile STORY [flags]

What was edited since goes out with it: a new slug, a section, a caption.
${overrideHelp}
${commonHelp}

Exit codes: 0 out · 1 refused, nothing changed · 2 the call was wrong`,
  run: (args) =>
    onStory(args, overrideFlag, async ({ ground, story, act, values }) =>
      tell(
        await refileVerb(ground.newsroom, { ...act, ...overridesIn(values) }),
        ({ version, entry }) =>
          `Sent again, version ${version}, number ${entry ?? '–'} of the journal: ${story.headline}`,
      ),
    ),
}
