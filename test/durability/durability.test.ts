import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { type Connection } from '../../src/store/connect.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { startEmbedded } from '../../src/store/embedded.ts'
import { entriesAfter, journalHead } from '../../src/store/entries.ts'
import { migrate } from '../../src/store/migrate.ts'
import { addPerson } from '../../src/store/people.ts'

const rounds = process.env['DATELINE_LONG'] === '1' ? 50 : 5
const program = new URL('./publisher.ts', import.meta.url).pathname

test(`what was acknowledged is there after kill -9 of app and database, ${rounds} times`, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-durability-'))
  await chmod(folder, 0o755)
  const acknowledged: string[] = []
  const figures = { app: 0, database: 0, slowest: 0 }
  {
    await using server = await startEmbedded(folder)
    await using database = openDatabase({ connect: server.connect, max: 2 })
    await migrate(database)
    await addPerson(database, { id: 'ana', name: 'Ana', slug: 'ana', roles: ['editor'] })

    let app = startApp(server.connect, acknowledged)
    for (let round = 0; round < rounds; round++) {
      const before = acknowledged.length
      await until(() => acknowledged.length > before + 20)
      await sleep(Math.random() * 300)
      const struck = performance.now()
      if (round % 2) {
        await killDatabase(database, folder)
        figures.database++
      }
      if (round % 2 === 0 || round % 4 === 3) {
        await killApp(app)
        app = startApp(server.connect, acknowledged)
        figures.app++
      }
      const after = acknowledged.length
      await until(() => acknowledged.length > after)
      figures.slowest = Math.max(figures.slowest, performance.now() - struck)
    }
    await killApp(app)
    await whole(database, acknowledged)
  }
  {
    // And once more, after the last process has left and another has come.
    await using server = await startEmbedded(folder)
    await using database = openDatabase({ connect: server.connect, max: 2 })
    await whole(database, acknowledged)
  }
  const { app, database, slowest } = figures
  t.diagnostic(
    `${acknowledged.length} stories acknowledged, app killed ${app} times, database ${database} times: none lost, journal without a hole; publishing again after ${Math.round(slowest)} ms at most`,
  )
  await rm(folder, { recursive: true, force: true })
})

/** Every acknowledged story is published, with its version and its journal entry, and the journal has no hole. */
async function whole(database: Database, acknowledged: readonly string[]): Promise<void> {
  const head = await journalHead(database)
  const entries = new Map<number, string>()
  for (let cursor = 0; cursor < head;) {
    const some = await entriesAfter(database, cursor, { limit: 5000 })
    for (const { number, story, version } of some) {
      assert.equal(number, cursor + 1, 'a hole in the journal')
      cursor = number
      entries.set(number, `${story} ${version}`)
    }
    assert.ok(some.length, 'the journal ends before its head')
  }
  const rows = await database.sql<{ line: string }[]>`
    select story.id || ' ' || version.number as line from story
    join version on version.story = story.id and version.number = story.public_version
    join search on search.story = story.id join address on address.story = story.id and address.current
    where publication_is = 'published'`
  const published = new Set(rows.map(({ line }) => line))
  for (const line of acknowledged) {
    const [story, version, entry] = line.split(' ')
    assert.equal(entries.get(Number(entry)), `${story} ${version}`, `the entry of ${line} is lost`)
    assert.ok(published.has(`${story} ${version}`), `the story of ${line} is lost`)
  }
  assert.equal(published.size, entries.size, 'a story is out without an entry, or the other way round')
}

function startApp(connect: Connection, acknowledged: string[]): ChildProcess {
  const child = spawn(process.execPath, [program, JSON.stringify(connect)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let rest = ''
  child.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n')
    rest = lines.pop() ?? ''
    acknowledged.push(...lines)
  })
  return child
}

async function killApp(app: ChildProcess): Promise<void> {
  assert.equal(app.exitCode, null, 'the app had ended by itself')
  const gone = new Promise((resolve) => app.once('close', resolve))
  app.kill('SIGKILL')
  await gone
}

/** The server and all its processes at once, as when the machine loses its power. */
async function killDatabase({ sql }: Database, folder: string): Promise<void> {
  const [where] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`
  const [first] = (await readFile(join(where?.folder ?? folder, 'postmaster.pid'), 'utf8')).split('\n')
  const server = Number(first)
  const children = (await readFile(`/proc/${server}/task/${server}/children`, 'utf8')).trim().split(' ').map(Number)
  for (const pid of [server, ...children]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It had gone with its parent.
    }
  }
}

async function until(is: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !is(); await sleep(5))
    if (Date.now() > end) throw new Error('waited a minute in vain')
}
