import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, chown, lchown, lstat, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { log } from '../../log.ts'
import { type Connection, onSocket } from '../connect.ts'
import { accountFor } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { replaceFile } from './replace-file.ts'
import { type Account, run } from './run.ts'
import { StartError } from './start-error.ts'
import { makeFolder } from './folder.ts'

/** Where everything of one agency's PostgreSQL lies, and whose account it runs as. All paths are absolute. */
export type Place = {
  dataFolder: string
  /** PostgreSQL's own folder (`PGDATA`). */
  cluster: string
  /** A folder only the server's account (and root) may enter, with the socket `.s.PGSQL.5432` in it. */
  socketFolder: string
  log: string
  binaries: Binaries
  account?: Account
}

/** The agency's own database in that server. */
export function ours({ socketFolder }: Place): Connection {
  return { ...onSocket(socketFolder), database: 'dateline', username: 'dateline' }
}

/** The machine's folders, so that tests need not write into the real ones. */
export type Machine = { stateFolder: string; runtimeFolder: string }
export const thisMachine: Machine = { stateFolder: '/var/lib/dateline', runtimeFolder: '/tmp' }

/** The file beside a socket that names the data folder it belongs to. */
export const socketMark = 'dateline.folder'

// A socket's path has 104 bytes on macOS and 108 on Linux, with a zero at the end.
const longestSocket = 103

/**
 * Decides where the database of `folder` lies, and makes the folders. In `folder` itself, unless we are root and the account that PostgreSQL
 * must run as cannot get there (below /root, say): then below `stateFolder`, which is said once and kept in the file `postgres.place`.
 */
export async function findPlace(folder: string, machine: Machine = thisMachine): Promise<Place> {
  const dataFolder = await makeDataFolder(folder)
  const kept = await readFile(join(dataFolder, 'postgres.place'), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  )
  const account = await accountFor(join(kept ?? dataFolder, 'postgres'), dataFolder)
  const home = kept ?? (account ? await reachable(dataFolder, account, machine) : dataFolder)
  await mustBeOurs(home, account)
  const binaries = await findBinaries(account ? machine.stateFolder : dataFolder, account)
  const place = {
    dataFolder,
    cluster: join(home, 'postgres'),
    log: join(dataFolder, 'postgres.log'),
    binaries,
    ...(account && { account }),
  }
  const socketFolder = await makeSocketFolder(home, account, machine)
  await replaceFile(join(socketFolder, socketMark), dataFolder, account)
  return { ...place, socketFolder }
}

async function makeDataFolder(folder: string): Promise<string> {
  // Root leaves the way in open (not the view of it) for the account that PostgreSQL runs as.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  try {
    if (await makeFolder(folder, mode)) await chmod(folder, mode)
    return await realpath(folder)
  } catch (cause) {
    throw new StartError(
      'unfit',
      `The data folder ${folder} cannot be made or entered (${(cause as Error).message}). Choose another with DATELINE_DATA or --data.`,
      cause,
    )
  }
}

/** What root or another account began, only they can go on with. */
async function mustBeOurs(home: string, account: Account | undefined): Promise<void> {
  if (account) return
  const ours = process.getuid?.()
  for (const folder of [home, join(home, 'postgres')]) {
    const found = await stat(folder).catch(() => undefined)
    if (!found || found.uid === ours) continue
    if (
      folder === home &&
      (await access(home, constants.R_OK | constants.W_OK | constants.X_OK).then(
        () => true,
        () => false,
      ))
    )
      continue
    throw new StartError(
      'unfit',
      `${folder} belongs to another account (number ${found.uid}). Start Dateline as that account or as root, or choose another data folder with DATELINE_DATA or --data.`,
    )
  }
}

async function reachable(dataFolder: string, account: Account, machine: Machine): Promise<string> {
  if ((await run('/bin/sh', ['-c', 'cd "$1"', 'sh', dataFolder], account)).code === 0) return dataFolder
  const home = join(machine.stateFolder, fingerprint(dataFolder))
  const made = await mkdir(home, { recursive: true })
  if (made) for (const folder of [made, home]) await chmod(folder, 0o711) // whatever the umask
  if ((await run('/bin/sh', ['-c', 'cd "$1"', 'sh', home], account)).code !== 0) {
    throw new StartError(
      'unfit',
      `The account ${account.name}, as which PostgreSQL runs for root, can enter neither ${dataFolder} nor ${home}. Open one of them, or choose another data folder with --data.`,
    )
  }
  await writeFile(join(dataFolder, 'postgres.place'), `${home}\n`)
  log.info(`Only root may enter ${dataFolder}, and PostgreSQL does not run as root: the database is in ${home}.`)
  return home
}

async function makeSocketFolder(home: string, account: Account | undefined, machine: Machine): Promise<string> {
  const beside = join(home, 'socket')
  const uid = account?.uid ?? process.getuid?.() ?? 0
  const fits = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= longestSocket
  const folder = fits ? beside : join(machine.runtimeFolder, `dateline-${uid}-${fingerprint(home)}`)
  await mkdir(folder, { mode: 0o700 }).then(
    () => (account ? chown(folder, account.uid, account.gid) : undefined),
    async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      // Made by another start this moment, and not yet handed to its account.
      const there = await lstat(folder)
      if (account && there.uid === 0 && there.isDirectory()) await lchown(folder, account.uid, account.gid)
    },
  )
  const found = await lstat(folder)
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new StartError(
      'unfit',
      `${folder}, where PostgreSQL's socket shall be, is not a folder that belongs to it alone. Somebody else made it: remove it and start again.`,
    )
  }
  return folder
}

function fingerprint(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
