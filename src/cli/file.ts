import { parseArgs } from 'node:util'
import { openGround } from '../ground.ts'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { file as fileVerb } from '../newsroom/file.ts'
import { refuse } from '../story/refuse.ts'
import { type Draft } from '../story/story.ts'
import { directionOf } from '../story/text.ts'
import { type Command, UsageError } from './command.ts'
import { toMoment } from './moment.ts'
import { sentenceOf } from '../words/problems.ts'
import { data, existing, whoActs } from './on-story.ts'
import { refused, say, tell } from './say.ts'
import { withoutAlt } from './picture.ts'
import { addingPictures, addingPicturesHelp } from './picture-flags.ts'
import { fieldFlags, fieldFlagsHelp, withFieldFlags } from './field-flags.ts'
import { withStoryFlags } from './story-flags.ts'
import { takeIn } from './take-in.ts'
import { addingTies, addingTiesHelp } from './tie-flags.ts'

export const file: Command = {
  name: 'file',
  about: 'hands copy in: it is read, kept, and waits to be published',
  help: `
Usage: ./bin/dateline file FILE|- [flags]

FILE is raw agency copy or the text of a saved page; - reads standard input.
  --as PERSON        who files it; needed when the staff are several
  --slug SLUG        short working name; made from the headline when left out
  --language TAG     of the copy; found out when left out, and the house's main one where the words do not show it
  --zone ZONE        for times printed without one (Europe/Vienna)
${fieldFlagsHelp}
  --desk DESK        whose queue it goes to
${addingPicturesHelp}
${addingTiesHelp}
  --embargo MOMENT   the copy is under embargo until then
  --data FOLDER      the data folder, when it is not ./data or DATELINE_DATA

Exit codes: 0 filed · 1 refused, a sentence says why · 2 the call was wrong
Example: ./bin/dateline file copy.txt --section world --as ana --picture one.jpg --alt "A dam" --picture two.jpg --alt "A lake"`,
  async run(args) {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      allowPositionals: true,
      tokens: true,
      options: {
        as: { type: 'string' },
        slug: { type: 'string' },
        ...fieldFlags,
        language: { type: 'string' },
        zone: { type: 'string' },
        desk: { type: 'string' },
        ...addingPictures,
        ...addingTies,
        embargo: { type: 'string' },
        data: { type: 'string' },
      },
    })
    const [source, ...more] = positionals
    if (!source || more.length) throw new UsageError('file takes one file, or - for standard input.')
    await using ground = await openGround(existing(toConfig(readEnv(), data(values))))
    const by = await whoActs(ground, values.as)
    const house = ground.newsroom.house()

    const known = {
      ...(values.zone ? { zone: values.zone } : {}),
      ...(values.language ? { language: values.language } : {}),
    }
    const taken = await takeIn(ground, source, known)
    if ('refused' in taken) return refused(taken.refused)
    let draft: Draft = {
      ...taken.draft,
      ...(values.slug ? { slug: values.slug } : {}),
      ...(values.language ? { language: values.language, direction: directionOf(values.language) } : {}),
      ...(values.embargo ? { embargo: { until: toMoment(values.embargo, house.zone, '--embargo') } } : {}),
    }
    const wrong = refuse(draft).filter(({ path }) => path && asked.has(path) && path in values)
    if (wrong.length) return refused(wrong)
    const fielded = withFieldFlags(ground, draft, values)
    if ('refused' in fielded) return refused(fielded.refused)
    const changed = await withStoryFlags(ground, fielded.draft, { tokens, values })
    if ('refused' in changed) return refused(changed.refused)
    draft = changed.draft
    for (const lost of taken.lost) process.stderr.write(`Left out: ${lost}\n`)
    const outcome = await fileVerb(ground.newsroom, {
      draft,
      by,
      raw: taken.raw,
      ...(values.desk ? { desk: values.desk } : {}),
    })
    if ('done' in outcome)
      for (const { number, problem: one } of withoutAlt(draft.pictures))
        process.stderr.write(
          `${sentenceOf(one)} ./bin/dateline edit ${outcome.done.story} --of-picture ${number} --alt "…" --as ${by}\n`,
        )
    return tell(outcome, ({ story, version }) => {
      say(draft.headline || '(no headline)')
      return `Filed as ${story}, version ${version}, slug ${draft.slug || '(from the headline)'}, language ${named(draft.language)}. Publish it: ./bin/dateline publish ${story} --as ${by}`
    })
  },
}

/** A language by its tag and its English name. */
function named(language: string): string {
  const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language)
  return name ? `${language} (${name})` : language
}

/** What a flag says is judged here; what the copy lacks, an editor may still add. */
const asked = new Set(['slug', 'language'])
