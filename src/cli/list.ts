import { parseArgs } from 'node:util'
import { openGround } from '../ground.ts'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { newestStories } from '../store/views/reference.ts'
import { type Command, UsageError, exit } from './command.ts'
import { data, existing } from './on-story.ts'
import { say } from './say.ts'

export const list: Command = {
  name: 'list',
  about: 'lists the newest stories with id, state and address',
  help: `
Usage: ./bin/dateline list [WORDS] [--limit N] [--json] [--data FOLDER]

WORDS must stand in slug or headline. Work (filed, claimed, ready, held) and publication are two columns.
Exit codes: 0 listed · 2 the call was wrong`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { limit: { type: 'string', default: '20' }, json: { type: 'boolean' }, data: { type: 'string' } },
    })
    const limit = Number(values.limit)
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
      throw new UsageError('--limit is a number from 1 to 1000.')
    await using ground = await openGround(existing(toConfig(readEnv(), data(values))))
    const found = await newestStories(ground.database, limit, positionals.join(' '))
    if (values.json) say(JSON.stringify(found, null, 2))
    else {
      for (const { id, version, work, publication, slug, headline, path } of found)
        say(
          `${id}  v${version}  ${work.is.padEnd(7)} ${publication.is.padEnd(9)}  ${slug}\n    ${headline}${path ? `\n    ${ground.base}${path}` : ''}`,
        )
      if (!found.length) say('No story yet.')
    }
    return exit.done
  },
}
