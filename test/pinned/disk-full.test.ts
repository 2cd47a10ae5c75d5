import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openDatabase } from '../../src/store/database.ts'
import { startEmbedded } from '../../src/store/embedded.ts'
import { ground } from './ground.ts'

const run = promisify(execFile)
const skip = await reason()

test(
  'a first start on a full disk says so, leaves nothing half-made, and works once there is room',
  { skip },
  async () => {
    await using disk = await smallDisk('30m')
    const folder = join(disk.root, 'data')
    await assert.rejects(startEmbedded(folder), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'full')
      assert.match(error.message, /no room left on the disk that holds .*data\. Nothing is lost: make room/)
      return true
    })
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('postgres')),
      [],
    )
    await disk.resize('300m')
    await using server = await startEmbedded(folder)
    assert.equal(server.firstStart, true)
  },
)

test('a later start on a full disk says so too, and the stories are there once there is room', { skip }, async () => {
  await using disk = await smallDisk('150m')
  const folder = join(disk.root, 'data')
  {
    await using _ = await startEmbedded(folder)
  }
  await writeFile(join(disk.root, 'ballast'), Buffer.alloc(150_000_000)).catch(() => {})
  await assert.rejects(startEmbedded(folder), { code: 'full' })
  await rm(join(disk.root, 'ballast'))
  await using server = await startEmbedded(folder, { serving: 'http://localhost:8080' })
  assert.equal(server.firstStart, false)
})

test(
  'when the disk runs full, what was acknowledged is kept, and work goes on once there is room',
  { skip },
  async () => {
    await using disk = await smallDisk('150m')
    const folder = join(disk.root, 'data')
    await using server = await startEmbedded(folder)
    const database = openDatabase({ connect: server.connect, max: 1 })
    await using _ = database
    const { sql } = database
    await sql`create table story (number int primary key, copy bytea)`
    await writeFile(join(disk.root, 'ballast'), Buffer.alloc(60_000_000))
    let acknowledged = 0
    let refusal = ''
    for (let number = 1; number < 3000 && !refusal; number++) {
      try {
        await sql`insert into story select ${number}, string_agg(sha512((${number} * 1000 + n)::text::bytea), '') from generate_series(1, 1000) n`
        acknowledged = number
      } catch (error) {
        refusal = (error as Error).message
      }
    }
    assert.ok(acknowledged > 100 && refusal, `${acknowledged} stories went in before: ${refusal}`)
    await rm(join(disk.root, 'ballast'))
    await disk.resize('400m')
    assert.equal(await insertedAgain(), true, 'the agency writes again without a restart')
    const [row] = await sql<{ kept: number }[]>`select count(*)::int as kept from story where number <= ${acknowledged}`
    assert.equal(row?.kept, acknowledged)

    async function insertedAgain(): Promise<boolean> {
      for (let tries = 0; tries < 100; tries++, await wait(100)) {
        const done = await sql`insert into story values (100000, '')`.then(
          () => true,
          () => false,
        )
        if (done) return true
      }
      return false
    }
  },
)

/** A disk of this size that is not the machine's. */
async function smallDisk(size: string): Promise<AsyncDisposable & { root: string; resize(to: string): Promise<void> }> {
  const place = await ground()
  const root = join(place.root, 'disk')
  await mkdir(root)
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0755`, 'tmpfs', root])
  return {
    root,
    resize: async (to) => void (await run('mount', ['-o', `remount,size=${to}`, root])),
    async [Symbol.asyncDispose]() {
      await run('umount', ['-l', root])
      await place[Symbol.asyncDispose]()
    },
  }
}

async function reason(): Promise<string | false> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux can make a disk that is soon full'
  await using place = await ground()
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place.root])
    await run('umount', [place.root])
    return (await stat(place.root)).isDirectory() ? false : 'no'
  } catch {
    return 'this machine lets nobody mount a small disk'
  }
}
