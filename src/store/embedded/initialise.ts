import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Place } from './place.ts'
import { replaceFile } from './replace-file.ts'
import { run } from './run.ts'
import { StartError } from './start-error.ts'

// The folder is UTF-8 with PostgreSQL's own C.UTF-8: upper and lower case are right in every language, and no system library can change the order of an index.
const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8']
const settings = {
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  jit: 'off',
  random_page_cost: '1.1',
}

/**
 * Makes the database folder when there is none, and answers whether it did. It is made beside and moved into place whole, so that a start that was
 * killed half-way leaves nothing that counts, and of two first starts at once one wins and the other uses what the winner made.
 */
export async function initialise(place: Place): Promise<boolean> {
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined) return refuseOther(version.trim(), place)
  await sweep(place.cluster)
  const half = await mkdtemp(`${place.cluster}.new-`).catch(because(place))
  try {
    if (place.account) await chown(half, place.account.uid, place.account.gid)
    const set = Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`)
    const args = [`--pgdata=${half}`, '--username=postgres', '--auth=peer', '--no-instructions', ...locale, ...set]
    const { code, output } = await run(join(place.binaries.folder, 'bin/initdb'), args, place.account)
    if (code !== 0) throw failed(output, place)
    return await rename(half, place.cluster).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOTEMPTY' || error.code === 'EEXIST') return false
        throw error
      },
    )
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

/**
 * Says who may enter, before every start: the kernel tells PostgreSQL which account is at the other end of the socket (`peer`), and only root, we and the
 * owner of the data folder are let in. There is no password to lose, and no other local user gets past it.
 */
export async function admit(place: Place): Promise<void> {
  const { account, cluster, dataFolder } = place
  const owner = account && (await stat(dataFolder)).uid === account.uid ? [account.name] : []
  const us = [...new Set(['root', userInfo().username, ...owner])]
  const lines = us.flatMap((name) => ['dateline', 'postgres'].map((role) => `dateline "${name}" ${role}\n`))
  await replaceFile(join(cluster, 'pg_hba.conf'), 'local all all peer map=dateline\n', account)
  await replaceFile(join(cluster, 'pg_ident.conf'), lines.join(''), account)
}

/** Whether there is a database folder already. */
export function isMade({ cluster }: Place): boolean {
  return existsSync(join(cluster, 'PG_VERSION'))
}

function refuseOther(version: string, { cluster, binaries }: Place): false {
  if (binaries.version.split('.')[0] === version) return false
  throw new StartError(
    'unfit',
    `The database in ${cluster} was made by PostgreSQL ${version}, and this Dateline brings ${binaries.version}. Start it with the Dateline that made it, export everything, and import that into a new data folder.`,
  )
}

/** What a killed first start left. A younger one may be at work. */
async function sweep(cluster: string): Promise<void> {
  const long = Date.now() - 10 * 60_000
  const folder = dirname(cluster)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found && found.mtimeMs < long) await rm(join(folder, name), { recursive: true, force: true })
  }
}

function failed(output: string, place: Place): StartError {
  if (/No space left|quota exceeded/i.test(output)) return full(place)
  const reason =
    /(?:error|FATAL|detail): +(.*)/i.exec(output)?.[1] ?? (output.split('\n').at(-1) || 'it ended without a word')
  return new StartError('failed', `PostgreSQL could not make its folder ${place.cluster}: ${reason}`)
}

/** The disk is full: said the same way wherever it is noticed. */
export function full({ cluster, dataFolder }: Place): StartError {
  const where = cluster.startsWith(dataFolder) ? dataFolder : dirname(cluster)
  return new StartError(
    'full',
    `There is no room left on the disk that holds ${where}. Nothing is lost: make room there (Dateline needs 200 MB to begin with) and start again.`,
  )
}

function because(place: Place) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw error
    throw new StartError(
      'unfit',
      `The folder ${dirname(place.cluster)} cannot be written to (${error.message}). Give it to the account that runs Dateline, or choose another with --data.`,
      error,
    )
  }
}
