import { parseArgs } from 'node:util'
import { openGround } from '../ground.ts'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { versionOf, versionsOf } from '../store/lookup.ts'
import { problem } from '../story/problem.ts'
import { besidesDraft } from '../story/story.ts'
import { type Command, UsageError, exit } from './command.ts'
import { data, existing, storyMeant } from './on-story.ts'
import { refused, say } from './say.ts'
import { shownStory } from './show-view.ts'
import { addressOf } from './where.ts'

export const show: Command = {
  name: 'show',
  about: 'prints a story as it stands, out or not: words, pictures, state, corrections, versions',
  help: `
Usage: ./bin/dateline show STORY [--version N] [--json]

  --version N        the words of this version; the newest when left out
  --json             the same as one JSON object
  --data FOLDER      the data folder, when it is not ./data or DATELINE_DATA
STORY is an id, a slug, or an address.

Exit codes: 0 shown · 1 there is no such story or version · 2 the call was wrong
Example: ./bin/dateline show ostra-dam --version 2`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { version: { type: 'string' }, json: { type: 'boolean' }, data: { type: 'string' } },
    })
    const [typed, ...more] = positionals
    if (!typed || more.length) throw new UsageError('Which story? Give its id, its slug or its address.')
    await using ground = await openGround(existing(toConfig(readEnv(), data(values))))
    const story = await storyMeant(ground, typed)
    if (!story) return refused([problem('story.unknown', 'story', { story: typed })])
    const number = values.version === undefined ? story.version : Number(values.version)
    const words = Number.isSafeInteger(number) ? await versionOf(ground.database, story.id, number) : undefined
    if (!words)
      return refused([
        problem('story.version-unknown', 'version', { version: values.version ?? '', newest: String(story.version) }),
      ])
    const asked = {
      ...besidesDraft(story),
      ...words,
      version: number,
      corrections: story.corrections.filter(({ version }) => version <= number),
    }
    const versions = await versionsOf(ground.database, story.id)
    const address = addressOf(ground, (await ground.pathOf(story.id)) ?? '')
    if (values.json) say(JSON.stringify({ ...asked, address, versions }, null, 2))
    else process.stdout.write(shownStory(asked, versions, address))
    return exit.done
  },
}
