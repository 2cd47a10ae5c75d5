import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { dirname } from 'node:path'
import { type Finding, ill, well } from './finding.ts'

const gigabyte = 1_000_000_000

/** What the machine must have, whatever database is used: Node, memory, and a data folder with room that is ours. */
export async function examineMachine(dataFolder: string): Promise<Finding[]> {
  return [node(), memory(), ...(await folder(dataFolder)), await disk(dataFolder)]
}

/** What PostgreSQL's own programs need of the machine besides. */
export function examineSystem(): Finding {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined
  const glibc = report?.header?.glibcVersionRuntime
  if (process.platform !== 'linux') return well(`${process.platform} on ${process.arch}`)
  if (glibc) return well(`Linux on ${process.arch}, glibc ${glibc}`)
  return ill(
    'this Linux has no glibc (Alpine, perhaps), and the PostgreSQL that Dateline brings needs it',
    'use a Debian-based system or image, or set DATABASE_URL',
  )
}

function node(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 26) return well(`Node ${process.versions.node}`)
  return ill(
    `Node ${process.versions.node} is too old`,
    'run npm ci, which brings the right one, and call ./bin/dateline',
  )
}

function memory(): Finding {
  const free = process.availableMemory()
  const text = `${gigabytes(free)} of ${gigabytes(totalmem())} memory free`
  return free > 0.5 * gigabyte ? well(text) : ill(text, 'close other programs, or give this machine at least 1 GB')
}

async function folder(path: string): Promise<Finding[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error) {
    if (found.code === 'ENOENT') return [well(`${path} is not there yet; the first start makes it`)]
    return [
      ill(
        `the data folder ${path} cannot be looked at (${found.message})`,
        'start as the account it belongs to, or choose another with DATELINE_DATA',
      ),
    ]
  }
  if (!found.isDirectory())
    return [ill(`the data folder ${path} is not a folder`, 'choose another with DATELINE_DATA or --data')]
  const ours = await access(path, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  const open = (found.mode & 0o002) !== 0
  return [
    ours
      ? well(`the data folder ${path} can be written to`)
      : ill(
          `the data folder ${path} belongs to account number ${found.uid}, and this is ${process.getuid?.()}`,
          'start as that account or as root, or choose another with DATELINE_DATA',
        ),
    ...(open ? [ill(`everybody on this machine may write into the data folder ${path}`, `chmod o-w '${path}'`)] : []),
  ]
}

async function disk(path: string): Promise<Finding> {
  const found = await statfs(path).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error)
    return path === dirname(path)
      ? ill(`the disk cannot be looked at (${found.message})`, 'check that it is mounted')
      : disk(dirname(path))
  const free = found.bavail * found.bsize
  const text = `${gigabytes(free)} free on the disk of ${path}`
  if (found.files > 0 && found.ffree < 10_000)
    return ill(
      `only ${found.ffree} more files fit on the disk of ${path}`,
      'remove files there, or choose another disk with DATELINE_DATA',
    )
  return free > gigabyte
    ? well(text)
    : ill(text, 'make room: with less than 1 GB an agency soon stands still, though it loses nothing')
}

function gigabytes(bytes: number): string {
  return `${(bytes / gigabyte).toFixed(1)} GB`
}
