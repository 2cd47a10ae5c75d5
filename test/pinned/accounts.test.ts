import assert from 'node:assert/strict'
import { chmod, mkdir, chown, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { agency, checkout, ground, serverIn, smallAgency, start } from './ground.ts'

const nobody = { uid: 65534, gid: 65534 }
const skip = await reason()

test('another account of this machine is refused: first by the folder, then by PostgreSQL', { skip }, async () => {
  await using place = await ground()
  const folder = join(place.root, 'data')
  const ours = await agency(folder)
  const socket = join(folder, 'socket', '.s.PGSQL.5432')
  assert.equal(await knock(socket, 'dateline', nobody), 'EACCES')
  await chmod(join(folder, 'socket'), 0o755)
  await chmod(socket, 0o777) // as if somebody had opened it by mistake
  assert.match(await knock(socket, 'dateline', nobody), /[Pp]eer authentication failed/)
  assert.match(await knock(socket, 'postgres', nobody), /[Pp]eer authentication failed/)
  assert.equal(await knock(socket, 'dateline'), 'let in')
  ours.child.kill('SIGTERM')
  await ours.ended()
})

test('the account that PostgreSQL runs as is not let in either: it is there to have no rights', { skip }, async () => {
  await using place = await ground()
  const folder = join(place.root, 'data')
  const ours = await agency(folder)
  const { uid, gid } = await identityOf(await serverIn(folder))
  assert.match(
    await knock(join(folder, 'socket', '.s.PGSQL.5432'), 'dateline', { uid, gid }),
    /[Pp]eer authentication failed/,
  )
  ours.child.kill('SIGTERM')
  await ours.ended()
})

test('an ordinary user runs an agency of their own, in a folder with spaces and umlauts', { skip }, async () => {
  await using place = await ground()
  const home = join(place.root, 'Müllers Büro')
  await mkdir(home)
  await chown(home, nobody.uid, nobody.gid)
  const folder = join(home, 'data')
  const theirs = await agency(folder, 'http://localhost:8080', { ...nobody, cwd: home })
  assert.equal((await identityOf(await serverIn(folder))).uid, nobody.uid)
  const root = await agency(folder) // root may help out: it joins, and leaves the server to its owner
  assert.equal(root.adopted, true)
  root.child.kill('SIGTERM')
  assert.equal(await root.ended(), 0)
  theirs.child.kill('SIGTERM')
  assert.equal(await theirs.ended(), 0)
  assert.equal(await serverIn(folder), undefined)
})

test('an ordinary user on root’s data is told whose it is', { skip }, async () => {
  await using place = await ground()
  const folder = join(place.root, 'data')
  const ours = await agency(folder)
  ours.child.kill('SIGTERM')
  await ours.ended()
  const theirs = start(process.execPath, [smallAgency, folder], { ...nobody, cwd: '/' })
  assert.equal(await theirs.ended(), 1)
  assert.match(theirs.output(), /belongs to another account.*--data/)
})

test('an account without a name is told what PostgreSQL wants', { skip }, async () => {
  await using place = await ground()
  await chmod(place.root, 0o777)
  const program = start(process.execPath, [smallAgency, join(place.root, 'data')], {
    uid: 12_345,
    gid: 12_345,
    cwd: '/',
  })
  assert.equal(await program.ended(), 1)
  assert.match(program.output(), /number 12345.*has no name.*DATABASE_URL/)
})

/** Knocks at the server's socket as `role`, as another account's process: what it hears. */
async function knock(socket: string, role: string, as: { uid?: number; gid?: number } = {}): Promise<string> {
  const script = `
    const text = Buffer.from('user\\0${role}\\0database\\0dateline\\0\\0')
    const head = Buffer.alloc(8)
    head.writeInt32BE(text.length + 8, 0)
    head.writeInt32BE(196608, 4)
    const socket = require('node:net').connect(process.argv[1], () => socket.write(Buffer.concat([head, text])))
    socket.on('error', (error) => console.log(error.code))
    socket.on('data', (data) => { console.log(data[0] === 82 ? 'let in' : data.toString('latin1')); socket.destroy() })`
  const program = start(process.execPath, ['-e', script, socket], { ...as, cwd: '/' })
  await program.ended()
  return program.output().trim()
}

async function identityOf(pid: number | undefined): Promise<{ uid: number; gid: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const of = (what: string): number => Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(status)?.[1])
  return { uid: of('Uid'), gid: of('Gid') }
}

async function reason(): Promise<string | false> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can act as several accounts'
  const able = start(
    process.execPath,
    ['-e', `require('node:fs').readFileSync(process.argv[1])`, join(checkout, 'package.json')],
    { ...nobody, cwd: '/' },
  )
  return (await able.ended()) === 0 ? false : 'other accounts cannot read this checkout'
}
