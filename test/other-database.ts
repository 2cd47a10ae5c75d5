import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A second PostgreSQL, as Debian packages it, to run the suite on again; or the reason why there is none. */
export async function otherDatabase(): Promise<
  { name: string; url: string; [Symbol.asyncDispose](): Promise<void> } | { why: string }
> {
  const wanted = process.argv.includes('--long') || process.argv.includes('--other-database')
  const home = newestServer()
  if (!home) return { why: "a second run on Debian's PostgreSQL: apt-get install postgresql brings it" }
  if (!wanted) return { why: "a second run on Debian's PostgreSQL: --other-database, npm run test:long and CI do it" }
  const root = process.getuid?.() === 0
  const folder = mkdtempSync(join(tmpdir(), 'dateline-other-'))
  const as = (command: string, args: string[]) => {
    const whole = root
      ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]
      : [command, ...args]
    execFileSync(whole[0] ?? '', whole.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' })
  }
  if (root) spawnSync('chown', ['postgres:postgres', folder])
  const data = join(folder, 'data')
  as(join(home, 'initdb'), ['-D', data, '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '-U', 'dateline', '--no-sync'])
  const port = String(20_000 + (process.pid % 20_000))
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=off`
  as(join(home, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'])
  return {
    name: `PostgreSQL ${home.split('/').at(-2)} of Debian`,
    url: `postgres://dateline@127.0.0.1:${port}/postgres`,
    [Symbol.asyncDispose]: async () => {
      as(join(home, 'pg_ctl'), ['-D', data, '-m', 'fast', '-w', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function newestServer(): string | undefined {
  const all = '/usr/lib/postgresql'
  if (!existsSync(all)) return undefined
  return readdirSync(all)
    .filter((version) => Number(version) >= 15)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(all, version, 'bin'))
    .find((home) => existsSync(join(home, 'initdb')))
}
