import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The checkout that is tested. */
export const checkout = resolve(import.meta.dirname, '../..')
export const smallAgency = join(import.meta.dirname, 'small-agency.ts')

/** A folder of the test's own that every account may pass through. At its end it is gone, and so is every program that a failed test left. */
export async function ground(): Promise<AsyncDisposable & { root: string }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dl-')))
  await chmod(folder, 0o755)
  return {
    root: folder,
    async [Symbol.asyncDispose]() {
      for (const program of [...running]) await endAll(program)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const running = new Set<Program>()

async function endAll({ child, ended }: Program): Promise<void> {
  const late = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 10_000)
  if (child.pid) process.kill(-child.pid, 'SIGTERM')
  await ended()
  clearTimeout(late)
}

/** A running program and what it said so far. */
export type Program = {
  child: ChildProcess
  output: () => string
  /** Waits for `what` in its output; throws with everything it said when it ended before, or after 30 s. */
  says: (what: RegExp) => Promise<RegExpExecArray>
  /** Waits for its end and answers the exit code, or the signal. */
  ended: () => Promise<number | NodeJS.Signals | null>
}

/** Starts a program in a process group of its own, as a terminal would. */
export function start(program: string, args: readonly string[], options: SpawnOptions = {}): Program {
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()))
  const end = new Promise<number | NodeJS.Signals | null>((done) => {
    child.once('error', (error) => {
      output += error.message
      done(null)
    })
    child.once('close', (code, signal) => done(code ?? signal))
  })
  let over = false
  const one: Program = {
    child,
    output: () => output,
    async says(what) {
      for (let waited = 0; ; waited += 10) {
        const found = what.exec(output)
        if (found) return found
        if (over || waited > 30_000) throw new Error(`it did not say ${what}, but:\n${output}`)
        await wait(10)
      }
    },
    ended: () => end,
  }
  running.add(one)
  void end.then(() => {
    over = true
    running.delete(one)
  })
  return one
}

/** The number of the PostgreSQL that stands in this folder, found by asking the system, not the folder. */
export async function serverIn(folder: string): Promise<number | undefined> {
  if (process.platform !== 'linux') return pidFile(folder)
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const stands = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    if (stands !== join(folder, 'postgres')) continue
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('\0-D\0')) return Number(pid)
  }
  return undefined
}

async function pidFile(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number(text.split('\n')[0])
}

/** What the small agency said when it was ready. */
export type Ready = { url: string; firstStart: boolean; adopted: boolean; pid: number }

/** Starts the small agency and waits until it is ready. */
export async function agency(folder: string, serving?: string, options?: SpawnOptions): Promise<Program & Ready> {
  const program = start(process.execPath, [smallAgency, folder, ...(serving === undefined ? [] : [serving])], options)
  const [, text = ''] = await program.says(/^ready (.*)$/m)
  return { ...program, ...(JSON.parse(text) as Ready) }
}
