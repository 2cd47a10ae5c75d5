import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { openGround } from '../ground.ts'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { pathOf } from '../pictures/keep.ts'
import { makeFolder } from '../store/embedded/folder.ts'
import { exportPictures, exportRaw, exportRows } from '../store/export.ts'
import { tables } from '../store/tables.ts'
import { type Command, UsageError, exit } from './command.ts'
import { type About } from './import/restore.ts'
import { data, existing } from './on-story.ts'
import { count } from './count.ts'
import { say } from './say.ts'

export const exportCommand: Command = {
  name: 'export',
  about: 'writes everything as files, while the agency runs; import puts it back',
  help: `
Usage: ./bin/dateline export FOLDER [--data FOLDER]

FOLDER must be new or empty. It gets agency.json, one JSON line a row for every table (stories, versions, journal, people,
addresses, corrections …; docs/export.md names the fields), raw/ with the bytes that came in, and pictures/.
API keys are in it as hashes only. Exit codes: 0 all of it is written · 1 refused · 2 the call was wrong`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string' } },
    })
    const [folder, ...more] = positionals
    if (!folder || more.length) throw new UsageError('Into which folder?')
    await makeFolder(folder, 0o700)
    if ((await readdir(folder)).length) {
      process.stderr.write(`${folder} is not empty: name a new folder, so that two exports are never mixed.\n`)
      return exit.refused
    }
    await using ground = await openGround(existing(toConfig(readEnv(), data(values))))
    const files = new Map(tables.map(({ name }) => [name, createWriteStream(join(folder, `${name}.jsonl`))]))
    const about = await exportRows(ground.database, async ({ table, row }) => {
      const file = files.get(table)
      if (file && !file.write(`${row}\n`)) await new Promise<void>((drained) => file.once('drain', drained))
    })
    await Promise.all(
      [...files.values()].map((file) => new Promise<void>((done, fail) => file.once('error', fail).end(done))),
    )
    await exportRaw(ground.database, async (hash, bytes) => {
      const path = join(folder, 'raw', hash.slice(0, 2), hash)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes)
    })
    const pictures = await exportPictures(ground.database)
    for (const picture of pictures) {
      const path = pathOf({ folder: join(folder, 'pictures') }, picture)
      await mkdir(dirname(path), { recursive: true })
      await copyFile(pathOf(ground.pictures, picture), path)
    }
    // Last, so that a folder with it is whole.
    const whole: About = { format: 'dateline-export', version: 1, ...about, pictures: pictures.map(({ hash }) => hash) }
    await writeFile(join(folder, 'agency.json'), `${JSON.stringify(whole, null, 2)}\n`)
    say(
      `${folder} has ${count(about.counts['story'] ?? 0, 'story', 'stories')} in ${count(about.counts['version'] ?? 0, 'version')}, ${count(about.journal, 'journal entry', 'journal entries')}, ${count(pictures.length, 'picture')}`,
    )
    return exit.done
  },
}
