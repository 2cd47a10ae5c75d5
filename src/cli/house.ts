import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { type House, type Staff, staffRoles } from '../config/house.ts'
import { HouseError, toHouse } from '../config/house-file.ts'
import { houseTemplate } from '../config/house-template.ts'
import { type Ground, addStaff, openGround } from '../ground.ts'
import { saveHouse, storiesBySection } from '../store/house.ts'
import { people } from '../store/people.ts'
import { instant } from '../story/moment.ts'
import { type Command, UsageError, exit } from './command.ts'
import { count } from './count.ts'
import { data, existing } from './on-story.ts'
import { say } from './say.ts'

export const house: Command = {
  name: 'house',
  about: 'shows or changes what the house owns: name, zone, languages, sections, bureaux, standards',
  help: `
Usage: ./bin/dateline house show > house.yaml
       ./bin/dateline house set house.yaml [--drop-section SLUG]

A running agency shows the change at once. Every state is kept. Staff named in the file are added or, by id or
name, changed: what a line leaves out stays; nobody is taken off. show prints all of it, what nobody has said as a comment.
A section in which stories stand is kept unless it is named after --drop-section: their list would be gone from the site.
A house.yaml in the data folder fills a new agency at its first start.
  --data FOLDER      the data folder, when it is not ./data or DATELINE_DATA

Exit codes: 0 done · 1 the file cannot be used, every complaint is said · 2 the call was wrong · 3 all but some of the staff`,
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
      process.stdout.write(houseTemplate(ground.house(), await staffNow(ground)))
      return exit.done
    }
    try {
      const { house, staff } = toHouse(await readFile(path ?? '', 'utf8'))
      const lost = lostSections(house, await storiesBySection(ground.database), values['drop-section'] ?? [])
      if (lost.length) throw new HouseError(lost)
      // The staff first: whoever hears of the new house shows them.
      const taken = await addStaff(ground.database, staff)
      await saveHouse(ground.database, house, instant(ground.newsroom.clock()), 'dateline')
      say(
        `${house.name} is the house now: ${count(house.sections.length, 'section')}, ${house.languages.join(', ')}, ${house.zone}${staff.length ? `; staff: ${taken.new} new, ${taken.changed} changed` : ''}.`,
      )
      for (const { name, id } of taken.elsewhere)
        process.stderr.write(
          `${name} is on the staff as ${id} already: the line was taken for that person; the id stays.\n`,
        )
      for (const name of taken.refused)
        process.stderr.write(`${name} was not taken on: somebody else has a page of that name.\n`)
      if (taken.refused.length) return exit.partly
      return exit.done
    } catch (error) {
      if (!(error instanceof HouseError)) throw error
      process.stderr.write(`${error.message}\n`)
      return exit.refused
    }
  },
}

/** Everybody who is there, as the file names them; machines are of this machine. */
async function staffNow({ database }: Ground): Promise<Staff[]> {
  const all = await people(database)
  return all
    .filter(({ left, roles }) => !left && !roles.includes('machine'))
    .map(({ id, name, names, roles, title, titles, about, abouts }) => ({
      id,
      name,
      roles: staffRoles.filter((role) => roles.includes(role)),
      ...(names && { names }),
      ...(title && { title, titles: titles ?? {} }),
      ...(about && { about, abouts: abouts ?? {} }),
    }))
}

function lostSections({ sections }: House, used: ReadonlyMap<string, number>, dropped: readonly string[]): string[] {
  return [...used]
    .filter(([slug]) => !sections.some((one) => one.slug === slug) && !dropped.includes(slug))
    .map(
      ([slug, n]) =>
        `sections: “${slug}” is missing, and ${n === 1 ? 'a story stands' : `${n} stories stand`} in it, whose page /${slug} would be gone; keep it (its name may change, its slug is its address), or say --drop-section ${slug}`,
    )
}
