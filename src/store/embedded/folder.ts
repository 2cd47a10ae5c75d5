import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it that are missing, one by one, and says whether it was made. Node's own recursive `mkdir`
 * (26.10) never returns where a file system lets nothing be made and denies it as `ENOENT`, as /proc does.
 */
export async function makeFolder(path: string, mode?: number): Promise<boolean> {
  const missing: string[] = []
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = await stat(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    if (found && !found.isDirectory()) throw Object.assign(new Error(`ENOTDIR: ${at} is a file`), { code: 'ENOTDIR' })
    if (found || at === dirname(at)) break
    missing.unshift(at)
  }
  for (const folder of missing)
    await mkdir(folder, mode === undefined ? {} : { mode }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error // another process was quicker
    })
  return missing.length > 0
}
