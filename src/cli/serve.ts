import { parseArgs } from 'node:util'
import { toConfig, warnings } from '../config/config.ts'
import { toHouse } from '../config/house-file.ts'
import { readEnv } from '../config/env.ts'
import { openGround } from '../ground.ts'
import { log } from '../log.ts'
import { type Command, exit } from './command.ts'
import { readDemo } from './demo/content.ts'
import { listenForEnd } from './signals.ts'
import { say } from './say.ts'

export const serve: Command = {
  name: 'serve',
  about: 'runs the agency: site, feeds, wire (npm start does this)',
  help: `
Usage: ./bin/dateline serve [--port N] [--host ADDRESS] [--data FOLDER] [--empty]

  --port N           8080 when left out (PORT); 0 takes any that is free
  --host ADDRESS     127.0.0.1 when left out (HOST); anything else opens it to the network
  --data FOLDER      ./data when left out (DATELINE_DATA): database, pictures, built files
  --empty            a new agency gets no demonstration stories
Other settings: DATELINE_URL, DATABASE_URL, TRUSTED_PROXIES; or all of them in dateline.yaml.

Ctrl-C ends it. Exit codes: 0 ended as asked · 1 could not start, a sentence says why · 2 a setting is wrong`,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean' },
      },
    })
    const config = toConfig(readEnv(), values)
    for (const warning of warnings(config)) log.warn(warning)
    using ending = listenForEnd()
    const demo = config.demo ? await readDemo() : undefined
    const opening = openGround(config, { serving: config.url, ...(demo ? { house: toHouse(demo.house) } : {}) })
    // While PostgreSQL starts, the doors and the copy reader are loaded.
    const loading = Promise.all([import('../agency.ts'), import('./demo/fill.ts')])
    await using ground = await opening
    const [{ createAgency }, { finishDemo, isHalfDone }] = await loading
    if (demo && (ground.firstStart || (await isHalfDone(ground)))) await finishDemo(ground, demo)
    await using agency = await createAgency(ground)
    const port = await agency.listen()
    const here = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
    await ground.embedded?.announce(here)
    const house = ground.house()
    say(`${house.name} is ready.`)
    // With --port 0 the address is known only now; links on pages then say nothing useful, so such a run is for tests.
    const site = new URL(config.url).port === '0' ? here : config.url
    say(`  site    ${site}/`)
    say(`  feeds   ${site}/rss  /atom  /feed.json`)
    say(`  wire    ${site}/wire/v1/   (a key: ./bin/dateline key add "Daily Mirror")`)
    if (ground.embedded) say(`  another process may join with DATABASE_URL='${ground.embedded.url}'`)
    const signal = await ending.asked
    say(signal === 'SIGINT' ? 'Ending. Ctrl-C once more ends it at once.' : 'Ending.')
    return exit.done
  },
}
