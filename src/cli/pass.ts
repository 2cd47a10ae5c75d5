import { pass as passVerb } from '../newsroom/pass.ts'
import { type Command } from './command.ts'
import { commonHelp, onStory } from './on-story.ts'
import { tell } from './say.ts'

export const pass: Command = {
  name: 'pass',
  about: 'hands a claimed story on: ready to go out, or to another desk',
  help: `
Usage: ./bin/dateline pass STORY [--desk DESK]

  --desk DESK        whose queue it goes to; without it the story is ready
${commonHelp}

Exit codes: 0 passed · 1 refused, nothing changed · 2 the call was wrong`,
  run: (args) =>
    onStory(args, { desk: { type: 'string' } }, async ({ ground, story, act, values: { desk } }) => {
      const to = typeof desk === 'string' ? { desk } : 'ready'
      return tell(
        await passVerb(ground.newsroom, { ...act, to }),
        () => `${typeof desk === 'string' ? `Passed to ${desk}` : 'Ready'}: ${story.headline}`,
      )
    }),
}
