import { assign as assignVerb } from '../newsroom/assign.ts'
import { claim as claimVerb } from '../newsroom/claim.ts'
import { type Command } from './command.ts'
import { commonHelp, onStory } from './on-story.ts'
import { tell } from './say.ts'

export const claim: Command = {
  name: 'claim',
  about: 'takes a story to work on, or says who shall',
  help: `
Usage: ./bin/dateline claim STORY [--force]
       ./bin/dateline claim STORY --for PERSON

  --force            takes it over from whoever has it; the desk is told
  --for PERSON       does not take it, but says who shall
${commonHelp}

Exit codes: 0 claimed · 1 refused, nothing changed · 2 the call was wrong`,
  run: (args) =>
    onStory(args, { force: { type: 'boolean' }, for: { type: 'string' } }, async ({ ground, story, act, values }) => {
      const to = values['for']
      if (typeof to === 'string')
        return tell(await assignVerb(ground.newsroom, { ...act, to }), () => `${to} shall claim it: ${story.headline}`)
      const outcome = await claimVerb(ground.newsroom, { ...act, force: values['force'] === true })
      return tell(outcome, () => `Claimed by ${act.by}: ${story.headline}`)
    }),
}
