import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a program is, or nothing; Debian keeps servers where a path often does not look. */
export function found(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file))
}

/** A process and all that it started. Linux only. */
export function family(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) parents.set(Number(name), Number(statOf(Number(name))?.[1]))
  const those = [pid]
  for (const one of those) for (const [child, parent] of parents) if (parent === one) those.push(child)
  return those
}

/** Seconds of processor that some processes have taken (user and system). Linux only. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = statOf(pid)
    return sum + (stat ? (Number(stat[11]) + Number(stat[12])) / 100 : 0)
  }, 0)
}

/** Megabytes (10⁶) that processes take, what they share counted once between them (PSS). Linux only. */
export function megabytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + pssOf(pid) * 1024, 0) / 1e6
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0 // it ended meanwhile
  }
}

/** The fields of /proc/PID/stat after the name, which may hold spaces. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
