import { spawn } from 'node:child_process'
import { constants, existsSync } from 'node:fs'
import { type FileHandle, open, readFile, readlink, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { admit, full } from './initialise.ts'
import { endOrphans } from './orphans.ts'
import { type Place } from './place.ts'
import { replaceFile } from './replace-file.ts'
import { bareEnvironment, identity, run } from './run.ts'
import { StartError } from './start-error.ts'

/** A server we began to start. `ended` is filled once it has given up, with its reason, or with nothing when trying again is right. */
export type Starting = { ended?: { reason?: StartError } }

const longestLog = 5_000_000
// No link is followed: root writes into a folder that may be somebody else's.
const appendOwn = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW

/**
 * Starts PostgreSQL in a session of its own, so that Ctrl-C does not reach it before it reaches us, with its words in `postgres.log`.
 * Answers at once; whether it serves is found by connecting.
 */
export async function launch(place: Place): Promise<Starting> {
  await admit(place)
  await forgetStalePid(place)
  await rotate(place.log)
  const words = await open(place.log, appendOwn, 0o600)
  const from = (await words.stat()).size
  const starting: Starting = {}
  const child = spawnServer(place, words)
  child.once('error', (error) => {
    starting.ended = { reason: new StartError('failed', `PostgreSQL could not be started: ${error.message}`, error) }
  })
  child.once('exit', () => {
    const ended = (reason: StartError | undefined): void => {
      starting.ended = reason ? { reason } : {}
    }
    why(place, from).then(ended, () => ended(undefined)) // the folder, and the log in it, may be gone by then
  })
  child.unref()
  await words.close()
  return starting
}

/** The process id of the server of this folder, if its file names one. */
export async function serverPid({ cluster }: Place): Promise<number | undefined> {
  const pid = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/** Asks the server to end its clients and write everything down, and waits until it has; false when it had not within `patience` ms. */
export async function stopServer(place: Place, patience = 60_000): Promise<boolean> {
  const pid = await serverPid(place)
  if (!pid || !signal(pid, 'SIGINT')) return true
  const file = join(place.cluster, 'postmaster.pid')
  // Its file goes last; a zombie that nobody buries still answers signals.
  for (const until = Date.now() + patience; Date.now() < until; await wait(5)) {
    if (!existsSync(file) || !signal(pid, 0)) return true
  }
  return false
}

function spawnServer({ binaries, cluster, socketFolder, account }: Place, words: FileHandle) {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: '5432',
    cluster_name: 'dateline',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    logging_collector: 'off',
    log_destination: 'stderr',
  }
  const args = ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  return spawn(join(binaries.folder, 'bin/postgres'), args, {
    cwd: '/',
    env: bareEnvironment,
    detached: true,
    stdio: ['ignore', words.fd, words.fd],
    ...identity(account),
  })
}

/** What the server wrote since `from` before it gave up. Nothing when another server is there, or is just leaving: then we ask again. */
async function why(place: Place, from: number): Promise<StartError | undefined> {
  const said = (await readFile(place.log)).subarray(from).toString()
  const orphans = /shared memory block .* is still in use/.test(said)
  if (orphans) await endOrphans(place)
  if (orphans || /lock file ".*" (already exists|is empty)|is being used by/.test(said)) return undefined
  if (/No space left on device|quota exceeded/i.test(said)) return full(place)
  const reason = /(?:FATAL|PANIC): +(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1)
  if (reason === undefined || /shutting down/.test(said)) return undefined
  return new StartError(
    'failed',
    `PostgreSQL did not start: ${reason || 'it ended without a word'}. Its log is ${place.log}.`,
  )
}

/**
 * A server that was killed leaves its number behind, and after a restart of a container that number is easily somebody else's: PostgreSQL would
 * refuse to start. When no server of this folder has that number, ours takes its place in the file: PostgreSQL ignores its parent's number, and
 * still looks for orphans that use the old shared memory.
 */
async function forgetStalePid(place: Place): Promise<void> {
  for (const file of [join(place.cluster, 'postmaster.pid'), join(place.socketFolder, '.s.PGSQL.5432.lock')]) {
    const found = await stat(file).catch(() => undefined)
    // A server that was just made has its number in it within milliseconds; one that found the disk full never.
    if (found?.size === 0 && found.mtimeMs < Date.now() - 3000) await rm(file, { force: true })
  }
  const pid = await serverPid(place)
  if (!pid || !signal(pid, 0) || (await isServer(pid, place))) return
  const file = join(place.cluster, 'postmaster.pid')
  const [, ...rest] = (await readFile(file, 'utf8')).split('\n')
  await replaceFile(file, [process.pid, ...rest].join('\n'), place.account)
  await rm(join(place.socketFolder, '.s.PGSQL.5432.lock'), { force: true })
}

async function isServer(pid: number, { cluster }: Place): Promise<boolean> {
  if (process.platform === 'linux') {
    // The postmaster stands in its folder. Not ours to look at: then it is another account's, and not ours.
    return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster
  }
  return (await run('/bin/ps', ['-o', 'command=', '-p', String(pid)])).output.includes('postgres')
}

async function rotate(path: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > longestLog) await rename(path, `${path}.1`)
}

/** False when there is no such process. */
function signal(pid: number, what: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, what)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
