import { readFile, stat } from 'node:fs/promises'
import { type Account, run } from './run.ts'
import { StartError } from './start-error.ts'

// The first that exists is taken. `dateline` is for whoever wants an account that nothing else uses.
const preferred = ['dateline', 'postgres', '_postgres', 'nobody']

/** Nothing when we are not root; else the account that owns `cluster`, or for a new one the first fit of `dateline`, `postgres`, `nobody`. */
export async function accountFor(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const accounts = await systemAccounts()
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) {
    return accounts.find(({ uid }) => uid === owner.uid) ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  }
  for (const name of preferred) {
    const account = accounts.find((one) => one.name === name && one.uid !== 0)
    if (account && (await run('/bin/sh', ['-c', 'exit 0'], account)).code === 0) return account
  }
  throw new StartError(
    'unfit',
    `PostgreSQL refuses to run as root, and root may not become another account here (tried ${preferred.join(', ')}). ` +
      'Start Dateline as an ordinary user, or set DATABASE_URL to a PostgreSQL that runs elsewhere.',
  )
}

async function systemAccounts(): Promise<Account[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  return lines
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && fields[2] !== '')
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
