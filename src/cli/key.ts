import { parseArgs } from 'node:util'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { makeKey, revokeKey } from '../delivery/keys.ts'
import { openGround } from '../ground.ts'
import { allKeys } from '../store/keys.ts'
import { type Command, UsageError, exit } from './command.ts'
import { data, existing } from './on-story.ts'
import { refused, say } from './say.ts'
import { addressOf } from './where.ts'

export const key: Command = {
  name: 'key',
  about: 'gives subscribers their keys, lists and revokes them',
  help: `
Usage: ./bin/dateline key add NAME [--embargoed]
       ./bin/dateline key list
       ./bin/dateline key revoke ID|NAME

  --embargoed        this subscriber may have embargoed copy before its moment, marked
  --data FOLDER      the data folder, when it is not ./data or DATELINE_DATA

The key is shown once, when it is made; only its hash is kept. Revoking works within a second, also on open streams; by
NAME when exactly one key of that name still opens something.
Exit codes: 0 done · 1 refused, a sentence says why · 2 the call was wrong`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { embargoed: { type: 'boolean' }, data: { type: 'string' } },
    })
    const [verb, what, ...more] = positionals
    if (!verb || !['add', 'list', 'revoke'].includes(verb) || more.length || (verb !== 'list' && !what))
      throw new UsageError('key add NAME, key list, or key revoke ID|NAME.')
    await using ground = await openGround(existing(toConfig(readEnv(), data(values))))
    if (verb === 'list') {
      for (const one of await allKeys(ground.database))
        say(
          `${one.id}  ${one.name}  ${one.scopes.join(' ')}${one.embargoed ? ' embargoed' : ''}  made ${one.created.slice(0, 10)}${one.lastUsed ? `, last used ${one.lastUsed.slice(0, 16)}Z` : ', never used'}${one.revoked ? `, REVOKED ${one.revoked.slice(0, 16)}Z` : ''}`,
        )
      return exit.done
    }
    if (verb === 'revoke') {
      const outcome = await revokeKey(ground.database, what ?? '')
      if ('refused' in outcome) return refused(outcome.refused)
      say(`The key ${outcome.done.id}${outcome.done.id === what ? '' : ` of ${what}`} opens nothing any more.`)
      return exit.done
    }
    const made = await makeKey(ground.database, {
      name: what ?? '',
      scopes: ['wire'],
      embargoed: values.embargoed ?? false,
    })
    if ('refused' in made) return refused(made.refused)
    say(`The key of ${what} (id ${made.id}), shown this once:\n\n  ${made.key}\n`)
    say(
      `curl -H 'Authorization: Bearer ${made.key}' '${addressOf(ground) || 'https://YOUR-AGENCY'}/wire/v1/items?after=0'`,
    )
    return exit.done
  },
}
