import { spawn } from 'node:child_process'

/** A system account that PostgreSQL runs as when Dateline is root: PostgreSQL refuses to be root. */
export type Account = { name: string; uid: number; gid: number }

/** What a short program said; `code` is null when it could not be started or was ended by a signal. */
export type Said = { code: number | null; output: string }

/** PostgreSQL's programs see nothing of our environment: no `PG*` variable, no secret. */
export const bareEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Runs a program to its end, without a shell, as `account` when one is given; Ctrl-C does not reach it. Never throws. */
export function run(program: string, args: readonly string[], account?: Account): Promise<Said> {
  const said = new Promise<Said>((resolve) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: bareEnvironment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...identity(account),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
    child.once('error', (error) => resolve({ code: null, output: error.message }))
    child.once('close', (code) => resolve({ code, output: output.trim() }))
  })
  return said.catch((error: Error) => ({ code: null, output: error.message })) // spawn throws when root may not become another account
}

/** The part of a `spawn` call that makes the child `account`'s. */
export function identity(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}
