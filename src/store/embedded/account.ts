import { readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { type Account, run } from './run.ts'
import { StartError } from './start-error.ts'

// The first that exists is taken. `dateline` is for whoever wants an account that nothing else uses.
const preferred = ['dateline', 'postgres', '_postgres', 'nobody']

/**
 * Nothing when we are not root: PostgreSQL runs as we do. For root the account that owns `cluster`; for a new one the owner of `dataFolder`, and when that
 * is root too, the first fit of `dateline`, `postgres`, `nobody`.
 */
export async function accountFor(cluster: string, dataFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return mustHaveName()
  const accounts = await systemAccounts()
  const owner = await stat(cluster).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => undefined,
  )
  if (owner?.uid === 0) return refuseRoots(cluster)
  const named = (uid: number | undefined): Account | undefined => accounts.find((one) => one.uid === uid)
  if (owner) return named(owner.uid) ?? { name: String(owner.uid), ...owner }
  const { uid } = await stat(dataFolder)
  const neighbour = uid === 0 ? undefined : named(uid)
  if (neighbour && (await canBecome(neighbour))) return neighbour
  for (const name of preferred) {
    const account = accounts.find((one) => one.name === name && one.uid !== 0)
    if (account && (await canBecome(account))) return account
  }
  throw new StartError(
    'unfit',
    `PostgreSQL refuses to run as root, and root may not become another account here (tried ${preferred.join(', ')}). ` +
      'Start Dateline as an ordinary user, or set DATABASE_URL to a PostgreSQL that runs elsewhere.',
  )
}

async function canBecome(account: Account): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'exit 0'], account)).code === 0
}

function mustHaveName(): undefined {
  try {
    userInfo()
  } catch (cause) {
    throw new StartError(
      'unfit',
      `This account (number ${process.getuid?.()}) has no name on this machine, and PostgreSQL wants one. Add it to /etc/passwd, start as another account, or set DATABASE_URL.`,
      cause,
    )
  }
}

function refuseRoots(cluster: string): never {
  throw new StartError(
    'unfit',
    `The database in ${cluster} belongs to root (was it copied?), and PostgreSQL refuses to run as root. Give it to the account it shall run as, for example: chown -R ${preferred[1]} '${cluster}'`,
  )
}

async function systemAccounts(): Promise<Account[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  return lines
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && fields[2] !== '')
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
