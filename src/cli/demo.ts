import { parseArgs } from 'node:util'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { toHouse } from '../config/house-file.ts'
import { addStaff, openGround } from '../ground.ts'
import { isEmpty } from '../store/export.ts'
import { saveHouse } from '../store/house.ts'
import { instant } from '../story/moment.ts'
import { type Command, exit } from './command.ts'
import { readDemo } from './demo/content.ts'
import { finishDemo, readyDemo } from './demo/fill.ts'
import { say } from './say.ts'

export const demo: Command = {
  name: 'demo',
  about: 'fills an empty agency with the demonstration, as the first npm start does',
  help: `
Usage: ./bin/dateline demo [--data FOLDER]

Only in the agency's own embedded database, and only while nobody is on the staff and nothing was filed.
Exit codes: 0 filled · 1 refused, a sentence says why · 2 the call was wrong`,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } })
    const config = toConfig(readEnv(), values)
    if (config.databaseUrl) {
      process.stderr.write(
        "The demonstration goes into the agency's own embedded database only: take DATABASE_URL away for it.\n",
      )
      return exit.refused
    }
    const content = await readDemo()
    const given = toHouse(content.house)
    await using ground = await openGround(config, { house: given })
    if (!ground.firstStart) {
      const lived = !(await isEmpty(ground.database))
      if (lived) {
        process.stderr.write(
          'This agency has stories or staff already: the demonstration goes into an empty one (--data FOLDER for another).\n',
        )
        return exit.refused
      }
      await saveHouse(ground.database, given.house, instant(ground.newsroom.clock()), 'dateline')
      await addStaff(ground.database, given.staff)
      ground.changeHouse(given.house)
    }
    const ready = await readyDemo(content, given.house, config.dataFolder)
    say(`${await finishDemo(ground, ready)} demonstration stories were filed. npm start shows them.`)
    return exit.done
  },
}
