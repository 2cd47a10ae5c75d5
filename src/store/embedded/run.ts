import { execFile } from 'node:child_process'

/** A system account that PostgreSQL runs as when Dateline is root: PostgreSQL refuses to be root. */
export type Account = { name: string; uid: number; gid: number }

/** What a short program said; `code` is null when it could not be started or was ended by a signal. */
export type Said = { code: number | null; output: string }

/** PostgreSQL's programs see nothing of our environment: no `PG*` variable, no secret. */
export const bareEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Runs a program to its end, without a shell, as `account` when one is given. Never throws. */
export function run(program: string, args: readonly string[], account?: Account): Promise<Said> {
  const options = { cwd: '/', env: bareEnvironment, maxBuffer: 1 << 24, ...identity(account) }
  return new Promise((resolve) => {
    try {
      execFile(program, [...args], options, (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : null) : 0
        resolve({ code, output: `${stdout}${stderr}${error && code === null ? error.message : ''}`.trim() })
      })
    } catch (error) {
      resolve({ code: null, output: String(error) })
    }
  })
}

/** The part of a `spawn` call that makes the child `account`'s. */
export function identity(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}
