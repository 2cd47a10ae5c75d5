import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { type House } from '../config/house.ts'
import { HouseError, fromHouse, toHouse } from '../config/house-file.ts'
import { addStaff, openGround } from '../ground.ts'
import { saveHouse, storiesBySection } from '../store/house.ts'
import { instant } from '../story/moment.ts'
import { type Command, UsageError, exit } from './command.ts'
import { data, existing } from './on-story.ts'
import { say } from './say.ts'

export const house: Command = {
  name: 'house',
  about: 'shows or changes what the house owns: name, zone, languages, sections, bureaux, standards',
  help: `
Usage: ./bin/dateline house show > house.yaml
       ./bin/dateline house set house.yaml [--drop-section SLUG]

A running agency shows the change at once. Every state is kept. Staff named in the file are added; nobody is taken off.
A section in which stories stand is kept unless it is named after --drop-section: their list would be gone from the site.
A house.yaml in the data folder fills a new agency at its first start.
  --data FOLDER      the data folder, when it is not ./data or DATELINE_DATA

Exit codes: 0 done · 1 the file cannot be used, every complaint is said · 2 the call was wrong`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string' }, 'drop-section': { type: 'string', multiple: true } },
    })
    const [verb, path, ...more] = positionals
    if (more.length || (verb !== 'show' && !(verb === 'set' && path)))
      throw new UsageError('house show, or house set FILE.')
    await using ground = await openGround(
      verb === 'show' ? existing(toConfig(readEnv(), data(values))) : toConfig(readEnv(), data(values)),
    )
    if (verb === 'show') {
      process.stdout.write(stringify(fromHouse(ground.house()), { lineWidth: 120 }))
      return exit.done
    }
    try {
      const { house, staff } = toHouse(await readFile(path ?? '', 'utf8'))
      const lost = lostSections(house, await storiesBySection(ground.database), values['drop-section'] ?? [])
      if (lost.length) throw new HouseError(lost)
      await saveHouse(ground.database, house, instant(ground.newsroom.clock()), 'dateline')
      await addStaff(ground.database, staff)
      say(
        `${house.name} is the house now: ${house.sections.length} sections, ${house.languages.join(', ')}, ${house.zone}.`,
      )
      return exit.done
    } catch (error) {
      if (!(error instanceof HouseError)) throw error
      process.stderr.write(`${error.message}\n`)
      return exit.refused
    }
  },
}

function lostSections({ sections }: House, used: ReadonlyMap<string, number>, dropped: readonly string[]): string[] {
  return [...used]
    .filter(([slug]) => !sections.some((one) => one.slug === slug) && !dropped.includes(slug))
    .map(
      ([slug, n]) =>
        `sections: “${slug}” is missing, and ${n === 1 ? 'a story stands' : `${n} stories stand`} in it, whose page /${slug} would be gone; keep it (its name may change, its slug is its address), or say --drop-section ${slug}`,
    )
}
