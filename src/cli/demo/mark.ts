import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** When a first start began to file the demonstration and has not ended, in milliseconds; 0 when it was cut off as it wrote that. */
export async function begunIn(dataFolder: string): Promise<number | undefined> {
  try {
    return Date.parse(await readFile(markIn(dataFolder), 'utf8')) || 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

/** Says in the data folder that the demonstration is being filed: the next start finishes what this one cannot. */
export async function markBegun(dataFolder: string, start: number): Promise<void> {
  await mkdir(dataFolder, { recursive: true })
  await writeFile(markIn(dataFolder), new Date(start).toISOString())
}

/** Takes that back. */
export function markDone(dataFolder: string): Promise<void> {
  return rm(markIn(dataFolder), { force: true })
}

function markIn(dataFolder: string): string {
  return join(dataFolder, 'demonstration-begun')
}
