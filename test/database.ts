import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type Connection, toConnection } from '../src/store/connect.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { startEmbedded } from '../src/store/embedded.ts'
import { migrate } from '../src/store/migrate.ts'

/** A database, and where it is for whoever wants connections of its own. */
export type TestDatabase = Database & { connect: Connection }

/**
 * A real database of a test's own: `await using db = await testDatabase()`. One server a test process (or the one that
 * `DATELINE_TEST_DATABASE_URL` names), one migrated template, and a copy of it a test, which takes some 30 ms.
 */
export async function testDatabase({ max = 4 } = {}): Promise<TestDatabase> {
  const { connect, template, admin } = await (server ??= startServer())
  const name = `${template}_${++copies}`
  await admin.sql.unsafe(`create database ${name} template ${template}`)
  const own = { ...connect, database: name }
  const database = openDatabase({ connect: own, max })
  return {
    ...database,
    connect: own,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await drop(admin, name)
    },
  }
}

/** An empty database without the schema, for tests of the migrations. */
export async function bareDatabase(): Promise<TestDatabase> {
  const database = await testDatabase()
  await database.sql.unsafe('drop schema public cascade; create schema public')
  return database
}

type Server = { connect: Connection; template: string; admin: Database; stop: () => Promise<void> }

let server: Promise<Server> | undefined
let copies = 0

/** Ends the server of this process: a test run does it by itself, any other program has to. */
export async function endTestServer(): Promise<void> {
  if (!server) return
  const { admin, template, stop } = await server
  server = undefined
  await drop(admin, template)
  await admin[Symbol.asyncDispose]()
  await stop()
}
after(endTestServer)

/** PostgreSQL's own housekeeping may be in it for a moment, and is nobody's to send away. */
async function drop(admin: Database, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      await admin.sql.unsafe(`drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      if (attempt === 50 || (error as { code?: string }).code !== '42501') throw error
      await wait(100)
    }
}

async function startServer(): Promise<Server> {
  const url = process.env['DATELINE_TEST_DATABASE_URL']
  const { connect, stop } = url ? { connect: toConnection(url), stop: async () => {} } : await startOwn()
  const template = `dateline_test_${process.pid}_${Date.now().toString(36)}`
  const admin = openDatabase({ connect, max: 2 })
  await admin.sql.unsafe(`create database ${template}`)
  {
    await using database = openDatabase({ connect: { ...connect, database: template }, max: 1 })
    await migrate(database)
  }
  return { connect, template, admin, stop }
}

async function startOwn(): Promise<{ connect: Connection; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-test-'))
  await chmod(folder, 0o755)
  const embedded = await startEmbedded(folder)
  // Ctrl-C while tests run must not leave a server behind, and there is no time to ask it politely.
  const end = (): never => {
    const [pid = ''] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 'SIGINT')
    process.exit(130)
  }
  process.once('SIGINT', end).once('SIGTERM', end)
  {
    // Nothing here must outlive the power; what must is tested on a server of its own.
    await using owner = openDatabase({ connect: { ...embedded.connect, username: 'postgres' }, max: 1 })
    await owner.sql`alter system set fsync = off`
    await owner.sql`select pg_reload_conf()`
  }
  return {
    connect: embedded.connect,
    async stop() {
      process.off('SIGINT', end).off('SIGTERM', end)
      await embedded[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
