import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Ground } from '../../ground.ts'
import { findPicture, keepPicture } from '../../pictures/keep.ts'
import { type Exported, isEmpty, restoreRows } from '../../store/export.ts'
import { tables } from '../../store/tables.ts'
import { UsageError, exit } from '../command.ts'
import { count } from '../count.ts'
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
  const counts = `${count(about.counts['story'] ?? 0, 'story', 'stories')} in ${count(about.counts['version'] ?? 0, 'version')}, ${count(about.journal, 'journal entry', 'journal entries')}, ${count(about.pictures.length, 'picture')}`
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
  // Bytes that were expunged have their row and no file.
  await restoreRows(ground.database, lines(folder), (hash) =>
    ifThere(readFile(join(folder, 'raw', hash.slice(0, 2), hash))),
  )
  say(`Restored ${about.authority}: ${counts}.`)
  return exit.done
}

async function readAbout(folder: string): Promise<About | undefined> {
  const path = join(folder, 'agency.json')
  const text = await ifThere(readFile(path, 'utf8'))
  if (text === undefined) return undefined
  try {
    const about = JSON.parse(text) as Partial<About> | null
    return about?.format === 'dateline-export' ? (about as About) : undefined
  } catch {
    // Taken for an archive, the files of a broken export would come in as stories.
    throw new UsageError(`${path} is broken: if this folder is an export, copy it again; if not, take that file out.`)
  }
}

/** What a file holds, unless there is none. */
async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
}

async function* lines(folder: string): AsyncGenerator<Exported> {
  for (const { name } of tables)
    for await (const row of createInterface({
      input: createReadStream(join(folder, `${name}.jsonl`)),
      crlfDelay: Infinity,
    }))
      if (row) yield { table: name, row }
}
