import { parseArgs } from 'node:util'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { staffRoles } from '../config/house.ts'
import { openGround } from '../ground.ts'
import { addPerson, people } from '../store/people.ts'
import { slugOf } from '../story/address.ts'
import { problem } from '../story/problem.ts'
import { type Command, UsageError, exit } from './command.ts'
import { data } from './on-story.ts'
import { refused, say } from './say.ts'

const roles: readonly string[] = staffRoles

export const person: Command = {
  name: 'person',
  about: 'adds somebody to the staff, or lists them',
  help: `
Usage: ./bin/dateline person add NAME [--id ID] [--role ROLE]…
       ./bin/dateline person list

  --id ID            what --as takes; made from the name when left out
  --role ROLE        ${roles.join(', ')}; editor when left out
  --data FOLDER      the data folder, when it is not ./data or DATELINE_DATA

Exit codes: 0 done · 1 refused, a sentence says why · 2 the call was wrong
Example: ./bin/dateline person add "Ana Ruiz" --id ana --role editor`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { id: { type: 'string' }, role: { type: 'string', multiple: true }, data: { type: 'string' } },
    })
    const [verb, name, ...more] = positionals
    if ((verb !== 'add' && verb !== 'list') || more.length)
      throw new UsageError('person add NAME, or person list. A name of several words stands in quotation marks.')
    await using ground = await openGround(toConfig(readEnv(), data(values)))
    if (verb === 'list') {
      for (const one of await people(ground.database))
        say(`${one.id.padEnd(16)} ${one.name}  (${one.roles.join(', ')})`)
      return exit.done
    }
    if (!name?.trim()) throw new UsageError('Whom? person add "Ana Ruiz"')
    const strange = (values.role ?? []).find((role) => !roles.includes(role))
    if (strange) throw new UsageError(`--role: “${strange}” is none of ${roles.join(', ')}.`)
    const slug = slugOf(name, ground.house().languages[0])
    const id = values.id ?? slug
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(id))
      return refused([problem('person.id.shape', 'id', { person: id })])
    const outcome = await addPerson(ground.database, { id, name: name.trim(), slug, roles: values.role ?? ['editor'] })
    if (outcome) return refused(outcome.refused)
    say(`${name.trim()} is on the staff as ${id}: --as ${id}`)
    return exit.done
  },
}
