import assert from 'node:assert/strict'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import postgres from 'postgres'
import { checkDatabase } from './check-database.ts'
import { type Embedded, joinEmbedded, StartError, startEmbedded } from './embedded.ts'

// The suite runs a second time on a PostgreSQL from elsewhere; what is said here is about our own.
const skip = process.env['DATELINE_TEST_DATABASE_URL'] ? 'it is about the agency’s own server' : false
const asRoot = skip || process.getuid?.() !== 0 ? skip || 'only root can try this' : false

const ground = await realpath(await mkdtemp(join(tmpdir(), 'dl-')))
await chmod(ground, 0o755)
const machine = { stateFolder: join(ground, 'state'), runtimeFolder: ground }
const started: Embedded[] = []
after(async () => {
  await Promise.all(started.map((server) => server[Symbol.asyncDispose]())) // a failed test leaves nothing running
  await rm(ground, { recursive: true, force: true })
})

test('the agency brings its own database, and what was written is there at the next start', { skip }, async () => {
  const folder = join(ground, 'first')
  {
    await using server = await start(folder)
    assert.deepEqual([server.firstStart, server.adopted], [true, false])
    await ask(server, `create table story (headline text); insert into story values ('Quake')`)
  }
  assert.equal(await postmaster(folder), undefined, 'the last to leave stopped the server')
  await using server = await start(folder)
  assert.deepEqual([server.firstStart, server.adopted], [false, false])
  assert.deepEqual(await ask(server, `select headline from story`), [{ headline: 'Quake' }])
})

test('a published story is on disk, and the server listens to this machine only', { skip }, async () => {
  await using server = await start(join(ground, 'first'))
  const [said] = await ask(
    server,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
    current_setting('listen_addresses') as listens, current_setting('data_checksums') as checksums, current_user as who,
    (select rolsuper from pg_roles where rolname = current_user) as super`,
  )
  assert.deepEqual(said, { fsync: 'on', commit: 'on', listens: '', checksums: 'on', who: 'dateline', super: false })
})

test('upper and lower case are one word in every language', { skip }, async () => {
  await using server = await start(join(ground, 'first'))
  const [said] = await ask(
    server,
    `select lower('Ü') as german, lower('МОСКВА') as russian, lower('ΑΘΗΝΑ') as greek, lower('ÇIĞ') as turkish, upper('ñandú') as spanish,
    to_tsvector('russian', 'МОСКВУ') = to_tsvector('russian', 'москву') as search`,
  )
  // Turkish has a dotted and a dotless i; a database for every language can only have one: I is the large i.
  assert.deepEqual(said, {
    german: 'ü',
    russian: 'москва',
    greek: 'αθηνα',
    turkish: 'çiğ',
    spanish: 'ÑANDÚ',
    search: true,
  })
})

test('a second process shares the server, and only the last to leave stops it', { skip }, async () => {
  const folder = join(ground, 'first')
  const first = await start(folder)
  const second = await start(folder)
  assert.equal(second.adopted, true)
  await first[Symbol.asyncDispose]()
  assert.deepEqual(await ask(second, `select 1 as one`), [{ one: 1 }])
  const joined = await joinEmbedded(second.url)
  await second[Symbol.asyncDispose]()
  assert.ok(joined)
  assert.deepEqual(await ask(joined, `select 1 as one`), [{ one: 1 }], 'one that came by DATABASE_URL counts too')
  await joined[Symbol.asyncDispose]()
  assert.equal(await postmaster(folder), undefined)
})

test('a database that is not an agency’s own is nobody’s to stop', { skip }, async () => {
  assert.equal(await joinEmbedded('postgres://ana@db.example/news'), undefined)
  assert.equal(await joinEmbedded('postgres://ana@%2Fvar%2Frun%2Fpostgresql/news'), undefined)
})

test('many come and go at once, and each finds a server', { skip }, async () => {
  const folder = join(ground, 'first')
  const visit = async (turn: number): Promise<void> => {
    for (let times = 0; times < 4; times++) {
      await using server = await start(folder)
      assert.deepEqual(await ask(server, `select ${turn} as turn`), [{ turn }])
    }
  }
  await Promise.all([1, 2, 3, 4].map(visit))
  assert.equal(await postmaster(folder), undefined)
})

test('two first starts at once make one database', { skip }, async () => {
  const folder = join(ground, 'twins')
  const [one, two] = await Promise.all([start(folder), start(folder)])
  await ask(one, `create table story (headline text)`)
  assert.deepEqual(await ask(two, `select count(*)::int from story`), [{ count: 0 }])
  assert.equal([one, two].filter(({ firstStart }) => firstStart).length, 1, 'one of them made it')
  await Promise.all([one, two].map((server) => server[Symbol.asyncDispose]()))
  assert.equal(await postmaster(folder), undefined)
  assert.deepEqual(
    (await readdir(folder)).toSorted(),
    ['postgres', 'postgres.log', 'socket'],
    'nothing half-made is left',
  )
})

test('a second agency on the same folder is told who is there, and harms nothing', { skip }, async () => {
  const folder = join(ground, 'first')
  await using server = await start(folder, 'http://localhost:8080')
  await assert.rejects(start(folder, 'http://localhost:9090'), (error: unknown) => {
    assert.ok(error instanceof StartError)
    assert.equal(error.code, 'running')
    assert.match(
      error.message,
      new RegExp(`process ${process.pid}, http://localhost:8080, since \\d{4}-\\d\\d-\\d\\dT`),
    )
    assert.ok(error.message.includes(`DATABASE_URL=${server.url}`))
    return true
  })
  assert.deepEqual(await ask(server, `select 1 as one`), [{ one: 1 }])
})

test('spaces, umlauts, quotes and commas in the path are only letters', { skip }, async () => {
  await using server = await start(join(ground, `Büro "Köln", it's 5 %`))
  assert.deepEqual(await ask(server, `select 1 as one`), [{ one: 1 }])
})

test('a path too long for a socket has the socket elsewhere, for its owner alone', { skip }, async () => {
  const folder = join(ground, 'very-long-'.repeat(12))
  {
    await using server = await start(folder)
    assert.match(server.socket, /\/dateline-\d+-[0-9a-f]{12}$/)
    assert.equal((await stat(server.socket)).mode & 0o777, 0o700)
    assert.deepEqual(await ask(server, `select 1 as one`), [{ one: 1 }])
  }
  const [socket = ''] = (await readdir(ground)).filter((name) => name.startsWith('dateline-'))
  await chmod(join(ground, socket), 0o777)
  await assert.rejects(start(folder), /does not belong|alone/, 'a folder that others can write to is not trusted')
})

test('a server that was killed is brought back under the running agency', { skip }, async () => {
  const folder = join(ground, 'first')
  {
    await using server = await start(folder, 'http://localhost:8080')
    process.kill((await postmaster(folder)) ?? 0, 'SIGKILL')
    await untilAnswered(server)
    await assert.rejects(start(folder, 'http://localhost:9090'), { code: 'running' })
  }
  assert.equal(await postmaster(folder), undefined, 'and is stopped at the end')
})

test('a query at work when its server was killed does not keep the next server waiting', { skip }, async () => {
  await using server = await start(join(ground, 'first'))
  const long = ask(server, 'select count(*) from generate_series(1, 1000000000)').catch((error: Error) => error)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const began = performance.now()
  process.kill((await postmaster(join(ground, 'first'))) ?? 0, 'SIGKILL')
  await untilAnswered(server)
  assert.ok(performance.now() - began < 30_000, 'the query alone takes minutes')
  assert.ok((await long) instanceof Error)
})

test('the number of a killed server, now another process’s, stops no start', { skip }, async () => {
  const folder = join(ground, 'first')
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  let left: string
  {
    await using _ = await start(folder)
    left = await readFile(pidFile, 'utf8')
  }
  const { uid, gid } = await stat(join(folder, 'postgres'))
  const { spawn } = await import('node:child_process')
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', uid, gid, cwd: '/' })
  try {
    await writeFile(pidFile, left.replace(/^\d+/, String(stranger.pid)))
    await chown(pidFile, uid, gid)
    await using server = await start(folder)
    assert.deepEqual(await ask(server, `select 1 as one`), [{ one: 1 }])
  } finally {
    stranger.kill()
  }
})

test('an empty number file, left by a server that found the disk full, stops no start', { skip }, async () => {
  const pidFile = join(ground, 'first', 'postgres', 'postmaster.pid')
  await writeFile(pidFile, '')
  const { uid, gid } = await stat(join(ground, 'first', 'postgres'))
  await chown(pidFile, uid, gid)
  await utimes(pidFile, 1, 1)
  await using server = await start(join(ground, 'first'))
  assert.deepEqual(await ask(server, `select 1 as one`), [{ one: 1 }])
})

test('a data folder may be moved', { skip }, async () => {
  await rename(join(ground, 'twins'), join(ground, 'moved'))
  await using server = await start(join(ground, 'moved'))
  assert.equal(server.firstStart, false)
  assert.deepEqual(await ask(server, `select count(*)::int from story`), [{ count: 0 }])
  const joined = await joinEmbedded(server.url)
  assert.equal(joined?.dataFolder, join(ground, 'moved'))
  await joined?.[Symbol.asyncDispose]()
})

test('a database folder that vanishes under the agency is not replaced by an empty one', { skip }, async () => {
  const folder = join(ground, 'moved')
  {
    await using server = await start(folder)
    await rename(join(folder, 'postgres'), join(folder, 'away'))
    const pid = Number((await readFile(join(folder, 'away/postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 300))
    assert.ok(!(await readdir(folder)).includes('postgres'))
    await rename(join(folder, 'away'), join(folder, 'postgres'))
    await untilAnswered(server)
    assert.deepEqual(await ask(server, `select count(*)::int from story`), [{ count: 0 }])
  }
  assert.equal(await postmaster(folder), undefined)
})

test('a database that knows English only is refused', { skip }, async () => {
  await using server = await start(join(ground, 'first'))
  await ask(
    server,
    `create database english template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C'`,
  )
  const english = { ...server, connect: { ...server.connect, database: 'english' } }
  await assert.rejects(
    checkDatabase((query) => ask(english, query)),
    /english does not know that ü is the small Ü/,
  )
  await checkDatabase((query) => ask(server, query))
})

test('a database of another PostgreSQL is left alone, and we say what to do', { skip }, async () => {
  const folder = join(ground, 'older')
  await mkdir(join(folder, 'postgres'), { recursive: true })
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '13\n')
  if (process.getuid?.() === 0) await chown(join(folder, 'postgres'), 65534, 65534)
  await assert.rejects(start(folder), /made by PostgreSQL 13, and this Dateline brings 18.*export/)
})

test('a data folder that is a file gets one clear sentence', { skip }, async () => {
  await writeFile(join(ground, 'file'), '')
  await assert.rejects(start(join(ground, 'file')), /data folder .*file cannot be made or entered.*--data/)
})

test('started by root, PostgreSQL runs as an account without rights', { skip: asRoot }, async () => {
  await using _ = await start(join(ground, 'first'))
  const pid = await postmaster(join(ground, 'first'))
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const [uid] = /^Uid:\s+(\d+)/m.exec(status)?.slice(1) ?? []
  assert.notEqual(uid, '0')
  assert.match(status, /^Groups:\s*$/m, 'no group of root’s came along')
})

test(
  'below a folder that only root may enter, the database lives where its account can',
  { skip: asRoot },
  async () => {
    const secret = join(ground, 'root-only')
    await mkdir(secret, { mode: 0o700 })
    const folder = join(secret, 'data')
    {
      const before = process.umask(0o077) // root may be very careful
      using _ = { [Symbol.dispose]: () => process.umask(before) }
      await using server = await start(folder)
      assert.deepEqual(await ask(server, `create table story (headline text)`), [])
    }
    const home = (await readFile(join(folder, 'postgres.place'), 'utf8')).trim()
    assert.ok(home.startsWith(machine.stateFolder))
    assert.equal((await stat(join(home, 'postgres'))).mode & 0o777, 0o700)
    await using server = await start(folder)
    assert.equal(server.firstStart, false)
    assert.equal(server.cluster, join(home, 'postgres'), 'and whoever asks is told')
    assert.deepEqual(await ask(server, `select count(*)::int from story`), [{ count: 0 }])
  },
)

test(
  'a database folder copied by root is not started, and the call that mends it is told',
  { skip: asRoot },
  async () => {
    const folder = join(ground, 'copied')
    await mkdir(join(folder, 'postgres'), { recursive: true })
    await assert.rejects(start(folder), /belongs to root .*chown -R /)
  },
)

test('root in a folder of somebody else’s runs PostgreSQL as that account', { skip: asRoot }, async () => {
  const folder = join(ground, 'theirs')
  await mkdir(folder)
  await chown(folder, 65534, 65534)
  await using _ = await start(folder)
  assert.equal((await stat(join(folder, 'postgres'))).uid, 65534)
})

async function start(folder: string, serving?: string): Promise<Embedded> {
  const server = await startEmbedded(folder, { machine, ...(serving !== undefined && { serving }) })
  started.push(server)
  return server
}

async function ask({ connect }: Embedded, query: string): Promise<Record<string, unknown>[]> {
  const sql = postgres({ ...connect, max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(query))].map((row) => ({ ...row }))
  } finally {
    await sql.end({ timeout: 1 }) // postgres.js waits for ever on a connection that broke
  }
}

async function untilAnswered(server: Embedded): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return void (await ask(server, 'select 1'))
    } catch (error) {
      if (tries > 500) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

async function postmaster(folder: string): Promise<number | undefined> {
  const file = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => undefined)
  return file === undefined ? undefined : Number(file.split('\n')[0])
}
