import { kill as killVerb } from '../newsroom/kill.ts'
import { type Command, UsageError } from './command.ts'
import { warnUnlessTold } from './caches.ts'
import { commonHelp, onStory } from './on-story.ts'
import { tell } from './say.ts'

export const kill: Command = {
  name: 'kill',
  about: 'withdraws a story for good; its address answers with the notice',
  help: `
Usage: ./bin/dateline kill STORY --notice TEXT [flags]

  --notice TEXT      what readers and subscribers are told in its place; there is no kill without one
${commonHelp}

There is no undo. Exit codes: 0 withdrawn · 1 refused, nothing changed · 2 the call was wrong`,
  run: (args) =>
    onStory(args, { notice: { type: 'string' } }, async ({ ground, story, act, values: { notice } }) => {
      if (typeof notice !== 'string')
        throw new UsageError('A kill needs a --notice: what readers are told in its place.')
      const outcome = await killVerb(ground.newsroom, { ...act, notice })
      const code = tell(
        outcome,
        ({ entry }) =>
          `Killed${entry ? `, number ${entry} of the journal` : '; it had never gone out'}: ${story.headline}`,
      )
      if ('done' in outcome) await warnUnlessTold(ground, outcome.done.entry)
      return code
    }),
}
