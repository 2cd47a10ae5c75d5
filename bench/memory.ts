import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openGround } from '../src/ground.ts'
import { file } from '../src/newsroom/file.ts'
import { publish } from '../src/newsroom/publish.ts'
import { type Answer, type Figure } from './measure/figures.ts'
import { load } from './measure/load.ts'
import { family, megabytes } from './measure/processes.ts'
import { act, shortStory } from './scene/copy.ts'

const checkout = resolve(import.meta.dirname, '..')
const acts = 200

/**
 * How much memory do agency and database take together (PSS: what they share is counted once), with the demonstration: 15 s
 * after they are ready, at the first start and at a later one, and after 200 stories and thousands of requests?
 */
export async function run(): Promise<Answer> {
  if (!existsSync('/proc/self/smaps_rollup')) return ['memory: PSS can be read on Linux only']
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'))
  await chmod(folder, 0o755)
  try {
    const figures: Figure[] = []
    for (const when of ['first', 'later']) {
      await using agency = await serve(folder)
      await wait(15_000)
      figures.push(taken(`memory, idle, ${when} start`, agency.pid, folder, 220))
      if (when === 'first') continue
      await use(agency.base, folder)
      await wait(2000)
      figures.push(taken('memory, after load', agency.pid, folder, 350))
    }
    return figures
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Stories go out from another process while every kind of page is asked for, in every encoding. */
async function use(base: string, dataFolder: string): Promise<void> {
  const config = { port: 0, host: '127.0.0.1', dataFolder, url: base, trustedProxies: [], demo: false }
  await using ground = await openGround(config)
  const [by = ''] = (await ground.database.sql<{ id: string }[]>`select id from person order by id limit 1`).map(
    ({ id }) => id,
  )
  const sections = ground
    .house()
    .sections.slice(0, 1)
    .map(({ slug }) => slug)
  const paths = (
    await ground.database.sql<{ path: string }[]>`
    select path from story where public_from <= now() order by id desc limit 60`
  ).map(({ path }) => path)
  const publishing = async (): Promise<void> => {
    for (let number = 0; number < acts; number++) {
      const filed = await act(file(ground.newsroom, { draft: { ...shortStory(number), sections }, by }))
      await act(publish(ground.newsroom, { ...filed, by }))
    }
  }
  const reading = async (): Promise<void> => {
    const all = ['/', `/${sections[0]}`, '/rss', '/atom', '/feed.json', '/archive', '/search?q=ferry', ...paths]
    for (const path of all)
      for (const encoding of ['br', 'gzip', 'identity'])
        await (await fetch(base + encodeURI(path), { headers: { 'accept-encoding': encoding } })).bytes()
    for (const path of ['/', '/rss', paths[0] ?? '/']) await load(base + encodeURI(path), { seconds: 3 })
  }
  await Promise.all([publishing(), reading()])
}

function taken(figure: string, pid: number, folder: string, limit: number): Figure {
  const [database = ''] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const servers = family(Number(database))
  const app = family(pid).filter((one) => !servers.includes(one))
  const [own, theirs] = [megabytes(app), megabytes(servers)]
  return {
    figure,
    value: own + theirs,
    unit: 'MB',
    limit,
    beside: `agency ${own.toFixed(0)}, PostgreSQL ${theirs.toFixed(0)}`,
  }
}

async function serve(folder: string): Promise<AsyncDisposable & { base: string; pid: number }> {
  const args = ['src/cli/main.ts', 'serve', '--port', '0', '--data', folder]
  const child = spawn(process.execPath, args, { cwd: checkout, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((done) => child.once('exit', done))
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  for (let tries = 0; tries < 1200 && !said.includes('feeds') && child.exitCode === null; tries++) await wait(50)
  const [, base] = /site\s+(http:\S+[^/\s])\/?\s/.exec(said) ?? []
  if (!base) throw new Error(`the agency did not start: ${said}`)
  return {
    base,
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
