import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { socketUrl } from '../connect.ts'
import { type Hold } from './hold.ts'
import { ours, type Place } from './place.ts'
import { StartError } from './start-error.ts'

/** Who serves a data folder, as kept in its `running.json`. Only true while that process has the lock: the file may be left by one that died. */
type Serving = { pid: number; address: string; since: string }

/** Takes the lock that only one process has, or throws a `StartError` that says who has it and how another process may join. */
export async function serveAlone(hold: Hold, place: Place, address: string): Promise<void> {
  if (await hold.serve()) return saysServing(place, address)
  const { pid, address: where, since } = await whoServes(place)
  throw new StartError(
    'running',
    `Dateline is running here already: process ${pid ?? 'unknown'}${where ? `, ${where}` : ''}${since ? `, since ${since}` : ''}, data folder ${place.dataFolder}. ` +
      `Stop that one, or start this one with a data folder of its own (--data), or let it join: DATABASE_URL=${socketUrl(place.socketFolder, ours(place))}`,
  )
}

/** Writes down that this process serves the folder at `address`. */
export async function saysServing(place: Place, address: string): Promise<void> {
  const serving: Serving = { pid: process.pid, address, since: new Date(performance.timeOrigin).toISOString() }
  await writeFile(join(place.dataFolder, 'running.json'), `${JSON.stringify(serving)}\n`)
}

/** Takes that back. */
export async function forgetServing(place: Place): Promise<void> {
  await rm(join(place.dataFolder, 'running.json'), { force: true })
}

/** Who serves the folder, as its file says; that may be left by one that died. */
export async function whoServes(place: Pick<Place, 'dataFolder'>): Promise<Partial<Serving>> {
  try {
    return JSON.parse(await readFile(join(place.dataFolder, 'running.json'), 'utf8')) as Serving
  } catch {
    return {} // its owner is about to write it, or nobody serves
  }
}
