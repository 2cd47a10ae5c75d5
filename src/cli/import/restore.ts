import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Ground } from '../../ground.ts'
import { findPicture, keepPicture } from '../../pictures/keep.ts'
import { type Exported, isEmpty, restoreRows } from '../../store/export.ts'
import { tables } from '../../store/tables.ts'
import { exit } from '../command.ts'
import { say } from '../say.ts'

/** What `agency.json` at the top of an export says. */
export type About = {
  format: 'dateline-export'
  version: 1
  authority: string
  journal: number
  counts: { [table: string]: number }
  pictures: string[]
}

/** Whether a folder is what `export` wrote. */
export async function isExport(folder: string): Promise<boolean> {
  return (await readAbout(folder)) !== undefined
}

/** Makes an empty agency equal to the exported one. Answers the exit code. */
export async function restore(ground: Ground, folder: string, dryRun: boolean): Promise<number> {
  const about = await readAbout(folder)
  if (!about) throw new Error(`${folder} is no export`)
  const counts = `${about.counts['story'] ?? 0} stories in ${about.counts['version'] ?? 0} versions, ${about.journal} journal entries, ${about.pictures.length} pictures`
  if (dryRun) {
    say(`An export of ${about.authority}: ${counts}. Nothing was kept.`)
    return exit.done
  }
  if (!(await isEmpty(ground.database))) {
    process.stderr.write(
      'An export goes into an empty agency only, and this one has stories or staff. Start another with an empty data folder (npm start -- --empty --data FOLDER), or another database.\n',
    )
    return exit.refused
  }
  for (const hash of about.pictures) {
    const lies = await findPicture({ folder: join(folder, 'pictures') }, hash)
    if (!lies) throw new Error(`the picture ${hash} is not in the export`)
    const kept = await keepPicture(ground.pictures, await readFile(lies.path))
    if ('refused' in kept || kept.image.hash !== hash)
      throw new Error(`the picture ${hash} of the export is not what its name says`)
  }
  await restoreRows(ground.database, lines(folder), (hash) =>
    readFile(join(folder, 'raw', hash.slice(0, 2), hash)).catch(() => undefined),
  )
  say(`Restored ${about.authority}: ${counts}.`)
  return exit.done
}

async function readAbout(folder: string): Promise<About | undefined> {
  try {
    const about = JSON.parse(await readFile(join(folder, 'agency.json'), 'utf8')) as About
    return about.format === 'dateline-export' ? about : undefined
  } catch {
    return undefined
  }
}

async function* lines(folder: string): AsyncGenerator<Exported> {
  for (const { name } of tables)
    for await (const row of createInterface({
      input: createReadStream(join(folder, `${name}.jsonl`)),
      crlfDelay: Infinity,
    }))
      if (row) yield { table: name, row }
}
