import { readdir, readFile, readlink } from 'node:fs/promises'
import { type Place } from './place.ts'

/**
 * Ends what a killed server left at work. A backend in the middle of a long query does not notice that its server is gone, and as long as it is
 * there no new server may start; its client is cut off already. Only Linux lets us find them; elsewhere we wait for them.
 */
export async function endOrphans({ cluster }: Place): Promise<void> {
  if (process.platform !== 'linux') return
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid) || !(await standsIn(pid, cluster))) continue
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    const parent = /\) \S (\d+)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))?.[1]
    // Those of a server that is alive stand in one folder with it.
    if (!command.startsWith('postgres:') || parent === undefined || (await standsIn(parent, cluster))) continue
    try {
      process.kill(Number(pid), 'SIGQUIT')
    } catch {
      // It has just ended by itself.
    }
  }
}

async function standsIn(pid: string, folder: string): Promise<boolean> {
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder
}
