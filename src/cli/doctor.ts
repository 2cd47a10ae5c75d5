import { parseArgs } from 'node:util'
import { type Config, ConfigError, toConfig, warnings } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { type Command, exit } from './command.ts'
import { examineCaches } from './doctor/caches.ts'
import { examineDatabase } from './doctor/database.ts'
import { type Finding, ill, well } from './doctor/finding.ts'
import { examineMachine, examineSystem } from './doctor/machine.ts'

/** Looks at everything an agency stands on, and says what is wrong and how to mend it. Changes nothing. */
export const doctor: Command = {
  name: 'doctor',
  about: 'say what is wrong with machine, settings, disk and database, and how to mend it',
  help: `
Usage: ./bin/dateline doctor [--data FOLDER]

Looks at the machine, the settings, the data folder, the database and caches in front, and changes nothing. Each line begins with
“well” or “ill”; under an ill one stands how to mend it. An agency may be running meanwhile.

  --data FOLDER   the data folder, as for serve (DATELINE_DATA, ./data)

Exit codes: 0 all is well · 1 something is ill · 2 the call was wrong
Example:    ./bin/dateline doctor --data /srv/news`,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } })
    const { config, findings } = settings(values.data)
    const all: [string, Finding[]][] = [
      ['Settings', findings],
      [
        'Machine',
        [...(await examineMachine(config.dataFolder)), ...(config.databaseUrl === undefined ? [examineSystem()] : [])],
      ],
      ['Database', await examineDatabase(config)],
    ]
    if (config.cdnPurge) all.push(['Caches in front', await examineCaches(config)])
    process.stdout.write(all.map(([title, found]) => `${title}\n${found.map(line).join('')}`).join('\n'))
    return all.some(([, found]) => found.some(({ mend }) => mend !== undefined)) ? exit.refused : exit.done
  },
}

/** The settings, and for those that cannot be used what a start without them would take, so that the rest can be looked at all the same. */
function settings(data: string | undefined): { config: Config; findings: Finding[] } {
  const flags = data === undefined ? {} : { data }
  try {
    const config = toConfig(readEnv(), flags)
    const unwise = warnings(config).map(parts)
    return {
      config,
      findings: unwise.length ? unwise : [well(`${config.url}, listening on ${config.host}:${config.port}`)],
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { config: toConfig({ values: {}, complaints: [] }, flags), findings: error.complaints.map(parts) }
  }
}

/** Our complaints say first what is wrong, and then how to mend it. */
function parts(complaint: string): Finding {
  const [, about = complaint, mend = ''] = /^(.*?[.:”)]) ([A-Z].*)$/.exec(complaint) ?? []
  return ill(about, mend)
}

function line({ about, mend }: Finding): string {
  return mend === undefined ? `  well  ${about}\n` : `  ill   ${about}\n        ${mend}\n`
}
