import { parseArgs } from 'node:util'
import { openGround } from '../ground.ts'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { newestStories } from '../store/views/reference.ts'
import { momentAt } from '../story/moment.ts'
import { type Command, UsageError, exit } from './command.ts'
import { data, existing } from './on-story.ts'
import { say } from './say.ts'
import { addressOf, hintOf } from './where.ts'

export const list: Command = {
  name: 'list',
  about: 'lists the newest stories with id, state and address',
  help: `
Usage: ./bin/dateline list [WORDS] [--limit N] [--json] [--data FOLDER]

WORDS must stand in slug or headline. The columns are the id, the version, the work on it (filed, claimed, ready, held),
its publication (with the moment when what is under embargo opens), and the slug; headline and address stand below.
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
    const words = positionals.join(' ')
    const found = await newestStories(ground.database, limit, words)
    if (values.json) say(JSON.stringify(found, null, 2))
    else if (!found.length) say(words ? `No story has ${words} in slug or headline.` : 'No story yet.')
    else {
      say(row(['ID', 'VERSION', 'WORK', 'OUT', 'SLUG']))
      for (const one of found) {
        say(row([one.id, `v${one.version}`, one.work.is, one.opens ? 'embargoed' : one.publication.is, one.slug]))
        say(`    ${one.headline}`)
        if (one.opens)
          say(`    opens ${momentAt(one.opens, ground.house().zone).local.slice(0, 16)} (${ground.house().zone})`)
        else if (one.path) say(`    ${addressOf(ground, one.path)}`)
      }
      const hint = hintOf(ground)
      if (hint) say(hint)
    }
    return exit.done
  },
}

function row([id = '', version = '', work = '', out = '', slug = '']: readonly string[]): string {
  return `${id.padEnd(17)}  ${version.padEnd(7)}  ${work.padEnd(7)}  ${out.padEnd(9)}  ${slug}`
}
