import { claim } from '../newsroom/claim.ts'
import { edit } from '../newsroom/edit.ts'
import { hold } from '../newsroom/hold.ts'
import { publish as publishVerb } from '../newsroom/publish.ts'
import { type Moment, epoch } from '../story/moment.ts'
import { problem } from '../story/problem.ts'
import { draftOf } from '../story/story.ts'
import { type Command } from './command.ts'
import { toMoment } from './moment.ts'
import { commonHelp, onStory } from './on-story.ts'
import { overrideFlag, overrideHelp, overridesIn } from './override-flag.ts'
import { refused, tell } from './say.ts'
import { addressOf, hintOf } from './where.ts'

export const publish: Command = {
  name: 'publish',
  about: 'lets a filed story out: page, feeds, wire, search and sitemap at once',
  help: `
Usage: ./bin/dateline publish STORY [flags]

  --embargo MOMENT   subscribers who may have embargoed copy get it now, marked; all others at the moment
  --reason TEXT      why there is an embargo
  --hold MOMENT      nobody gets it before the moment; then it goes out by itself
${overrideHelp}
${commonHelp}

MOMENT is 2026-11-25T08:00 in the zone of the house, or with a zone: 2026-11-25T08:00[Asia/Tokyo].
Exit codes: 0 out (or held) · 1 refused, nothing changed · 2 the call was wrong`,
  run: (args) =>
    onStory(
      args,
      { embargo: { type: 'string' }, reason: { type: 'string' }, hold: { type: 'string' }, ...overrideFlag },
      async ({ ground, story, act, values }) => {
        const { newsroom } = ground
        const zone = newsroom.house().zone
        if (typeof values['hold'] === 'string') {
          if (story.publication.is === 'published') return refused([problem('story.already-published', 'publication')])
          const until = toMoment(values['hold'], zone, '--hold')
          if (story.work.is === 'filed') {
            const claimed = await claim(newsroom, act)
            if ('refused' in claimed) return refused(claimed.refused)
          }
          return tell(
            await hold(newsroom, { ...act, until, ...overridesIn(values) }),
            () => `Held until ${until.local} (${until.zone}): ${story.headline}`,
          )
        }
        let based = act
        let embargo: Moment | undefined
        if (typeof values['embargo'] === 'string') {
          const until = toMoment(values['embargo'], zone, '--embargo')
          embargo = until
          const reason = typeof values['reason'] === 'string' ? { reason: values['reason'] } : {}
          const edited = await edit(newsroom, { ...act, draft: { ...draftOf(story), embargo: { until, ...reason } } })
          if ('refused' in edited) return refused(edited.refused)
          based = { ...act, basedOn: edited.done.version }
        }
        const outcome = await publishVerb(newsroom, { ...based, ...overridesIn(values) })
        const path = 'done' in outcome ? await ground.pathOf(story.id) : undefined
        const where = [addressOf(ground, path ?? ''), hintOf(ground)].filter(Boolean).join('\n')
        const until = embargo ?? story.embargo?.until
        if (until && epoch(until) > epoch(newsroom.clock()))
          return tell(
            outcome,
            () =>
              `Under embargo until ${until.local} (${until.zone}): subscribers who may have it have it, marked; page and feeds open then, at ${where}`,
          )
        return tell(
          outcome,
          ({ version, entry }) => `Published, version ${version}, number ${entry ?? '–'} of the journal: ${where}`,
        )
      },
    ),
}
