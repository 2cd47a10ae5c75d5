import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { toConfig, warnings } from '../config/config.ts'
import { toHouse } from '../config/house-file.ts'
import { readEnv } from '../config/env.ts'
import { openGround } from '../ground.ts'
import { log } from '../log.ts'
import { keepPrepared } from '../pictures/prepare.ts'
import { buildAssets } from '../site/assets.ts'
import { madeUp } from '../store/house.ts'
import { type Command, exit } from './command.ts'
import { readDemoHouse } from './demo/content.ts'
import { startFiling } from './demo/filing.ts'
import { begunIn, markBegun } from './demo/mark.ts'
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
Other settings: DATELINE_URL, DATABASE_URL, TRUSTED_PROXIES, PAGE_CACHE, CDN_PURGE; or all of them in dateline.yaml.

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
    const isNew = config.demo && looksNew(config.dataFolder)
    // Whatever goes wrong before all is open, what is open by then is closed: a server left behind would keep the process.
    await using open = new AsyncDisposableStack()
    const given = isNew ? { house: toHouse(await readDemoHouse()) } : {}
    const opening = openGround(config, { serving: config.url, ...given })
    open.defer(() => closed(opening))
    // While PostgreSQL starts and the doors are loaded, a process of its own reads the demonstration's copy.
    const filing = isNew ? open.use(startFiling(config.dataFolder)) : undefined
    const { createAgency } = await import('../agency.ts')
    const begun = isNew ? await begunIn(config.dataFolder) : undefined
    const early = await Promise.race([opening.then(() => undefined), ending.asked])
    if (early) return endEarly()
    const ground = await opening
    if (filing && ground.embedded && (ground.firstStart || begun !== undefined)) {
      await markBegun(config.dataFolder, begun || Date.now())
      const filed = filing.finish(config, ground.embedded.connect)
      await buildAssets(ground.house(), config.dataFolder) // beside it; the agency finds them there
      if (await Promise.race([filed.then(() => undefined), ending.asked])) return endEarly()
    } else await filing?.[Symbol.asyncDispose]()
    await using agency = await createAgency(ground)
    const port = await agency.listen()
    const here = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
    const house = ground.house()
    say(`${house.name} is ready.`)
    // With --port 0 the address is known only now; links on pages then say nothing useful, so such a run is for tests.
    const site = new URL(config.url).port === '0' ? here : config.url
    await ground.embedded?.announce(site)
    say(`  site    ${site}/`)
    if (!config.urlIsGuess && site !== here) say(`  listens ${here}/   (what stands in front of the site asks there)`)
    say(`  feeds   ${site}/rss  /atom  /feed.json`)
    say(`  wire    ${site}/wire/v1/   (a key: ./bin/dateline key add "Daily Mirror")`)
    if (!config.demo && ground.authority.includes(madeUp))
      say(
        '  ids     nobody has said where this agency stands: set DATELINE_URL (https://news.example) and start again before the first story goes out, since permanent ids carry its host for ever',
      )
    const cluster = ground.embedded?.cluster
    if (cluster && dirname(cluster) !== ground.embedded?.dataFolder)
      say(`  the database is in ${cluster}: PostgreSQL's account may not enter the data folder`)
    if (ground.embedded) say(`  another process may join with DATABASE_URL='${ground.embedded.url}'`)
    const preparing = keepPrepared(ground.database, agency.renditions)
    const signal = await ending.asked
    preparing[Symbol.dispose]()
    say(signal === 'SIGINT' ? 'Ending. Ctrl-C once more ends it at once.' : 'Ending.')
    return exit.done
  },
}

/** Whether nothing was ever served from a data folder, or a first start was interrupted while it filled the agency. */
function looksNew(dataFolder: string): boolean {
  return !existsSync(join(dataFolder, 'built')) || existsSync(join(dataFolder, 'demonstration-begun'))
}

/** Asked to end before the agency was open: nobody waits for ever until what is just opening can be closed. */
function endEarly(): number {
  say('Ending.')
  setTimeout(() => process.exit(exit.refused), 10_000).unref()
  return exit.done
}

/** Closes what was opened; why it could not be opened is told where it is waited for. */
function closed(opening: Promise<AsyncDisposable>): Promise<void> {
  return opening.then(
    (opened) => opened[Symbol.asyncDispose](),
    () => {},
  )
}
