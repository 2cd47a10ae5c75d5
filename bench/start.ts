import { spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startEmbedded } from '../src/store/embedded.ts'
import { findPlace, type Place } from '../src/store/embedded/place.ts'
import { bareEnvironment, identity, run as command } from '../src/store/embedded/run.ts'
import { type Answer } from './measure/figures.ts'
import postgres from 'postgres'

const rounds = 3
const checkout = resolve(import.meta.dirname, '..')

/**
 * How long is the wait for a running agency, first and later, beyond what its PostgreSQL alone needs (`initdb`, start, `SELECT 1`) in the same run?
 * The best of three rounds each. Limits: 2.5 s the first time, 1 s after.
 */
export async function run(): Promise<Answer> {
  const times: Record<string, number[]> = {}
  const note = (name: string, ms: number): void => void (times[name] ??= []).push(ms)
  for (let round = 0; round < rounds; round++) {
    await using ground = await folder()
    const bare = await bareServer(join(ground.path, 'bare'))
    note('bare first', bare.first)
    note('bare after', bare.after)
    for (const when of ['first', 'after']) note(`embedded ${when}`, await embedded(join(ground.path, 'embedded')))
    for (const when of ['first', 'after']) note(`npm start ${when}`, await npmStart(join(ground.path, 'agency')))
  }
  const best = (name: string): number => Math.min(...(times[name] ?? [Number.NaN])) / 1000
  return ['first', 'after'].map((when) => ({
    figure: `${when === 'first' ? 'first' : 'later'} npm start until /health answers, beyond PostgreSQL alone`,
    value: best(`npm start ${when}`) - best(`bare ${when}`),
    unit: 's',
    limit: when === 'first' ? 2.5 : 1,
    beside: `${seconds(best(`npm start ${when}`))} and ${seconds(best(`bare ${when}`))}; PostgreSQL with our supervisor ${seconds(best(`embedded ${when}`))}`,
  }))
}

/** PostgreSQL with nothing of ours: `initdb`, start, `SELECT 1`; stopped; start, `SELECT 1`. */
async function bareServer(path: string): Promise<{ first: number; after: number }> {
  const place = await findPlace(path)
  const { account, binaries, cluster } = place
  await mkdir(cluster)
  if (account) await chown(cluster, account.uid, account.gid)
  const began = performance.now()
  await command(
    join(binaries.folder, 'bin/initdb'),
    [
      '-D',
      cluster,
      '-U',
      'postgres',
      '-A',
      'trust',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '-E',
      'UTF8',
    ],
    account,
  )
  const stop = await bareStart(place)
  const first = performance.now() - began
  await stop()
  const again = performance.now()
  const stopAgain = await bareStart(place)
  const after = performance.now() - again
  await stopAgain()
  return { first, after }
}

async function bareStart({ binaries, cluster, socketFolder, account }: Place): Promise<() => Promise<unknown>> {
  const args = ['-D', cluster, '-c', 'listen_addresses=', '-k', socketFolder]
  const server = spawn(join(binaries.folder, 'bin/postgres'), args, {
    stdio: 'ignore',
    cwd: '/',
    env: bareEnvironment,
    ...identity(account),
  })
  const ended = new Promise((done) => server.once('exit', done))
  const path = join(socketFolder, '.s.PGSQL.5432')
  for (;;) {
    const sql = postgres({
      path,
      host: 'localhost',
      username: 'postgres',
      database: 'postgres',
      max: 1,
      fetch_types: false,
    })
    const answered = await sql`select 1`.then(
      () => true,
      () => false,
    )
    void sql.end({ timeout: 0 })
    if (answered) break
    await wait(4)
  }
  return () => {
    server.kill('SIGINT')
    return ended
  }
}

async function embedded(path: string): Promise<number> {
  const began = performance.now()
  await using _ = await startEmbedded(path)
  return performance.now() - began
}

/** The whole of what a new user does after `npm ci`, until the agency answers. */
async function npmStart(data: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const npm = spawn('npm', ['start', '--', '--port', String(port), '--data', data], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((done) => npm.once('exit', done))
  let output = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
  try {
    for (const until = began + 60_000; performance.now() < until && npm.exitCode === null; await wait(5)) {
      const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
      if (answer?.ok) return performance.now() - began
    }
    throw new Error(`npm start was not ready within a minute:\n${output}`)
  } finally {
    npm.kill('SIGTERM')
    await ended
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function folder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'dl-bench-'))
  await chmod(path, 0o755)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

function seconds(time: number): string {
  return `${time.toFixed(2)} s`
}
