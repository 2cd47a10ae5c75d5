import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { readDemo } from '../../src/cli/demo/content.ts'
import { readyDemo } from '../../src/cli/demo/fill.ts'
import { toHouse } from '../../src/config/house-file.ts'
import { openGround } from '../../src/ground.ts'
import { newestStories } from '../../src/store/views/reference.ts'
import { commands, folder, plainEnvironment } from '../command-line.ts'

test('a start that fails half-way says why and leaves nothing running', { timeout: 120_000 }, async () => {
  await using world = await folder()
  const data = join(world.path, 'data')
  // A folder where the mark of the demonstration belongs: found while the database starts.
  await mkdir(join(data, 'demonstration-begun'), { recursive: true })
  const { dateline, refusedWith } = commands(data)
  assert.match(await refusedWith(1, 'serve', '--port', '0'), /A file was asked for, and this is a folder/)
  assert.match(await dateline('person', 'add', 'Ana Ruiz'), /is on the staff/, 'the next one takes the folder over')
})

test('a start that was cut off while it marked the demonstration begins it anew', async () => {
  await using world = await folder()
  await writeFile(join(world.path, 'demonstration-begun'), '')
  const before = Date.now()
  const content = await readDemo()
  const { start, isHalfDone } = await readyDemo(content, toHouse(content.house).house, world.path)
  assert.ok(start >= before && start <= Date.now(), String(start))
  assert.ok(isHalfDone)
})

for (const killed of ['the process that files the demonstration', 'the server that had it filed'] as const)
  test(
    `when ${killed} is killed, the next start files the rest, each story once`,
    { skip: process.platform !== 'linux' },
    async () => {
      await using world = await folder()
      const data = join(world.path, 'data')
      const first = serving(data)
      await until(() => existsSync(join(data, 'demonstration-begun')))
      const filer = await filerOf(first.pid)
      await wait(300) // somewhere in the middle
      if (killed.startsWith('the process')) {
        process.kill(filer, 'SIGKILL')
        assert.equal(await first.ended, 1)
        assert.match(first.said(), /ended before it was done \(SIGKILL\)\. What it had filed is kept; start again/)
        assert.doesNotMatch(first.said(), /at .*\.ts:\d/, 'a person is told a sentence, not a stack')
      } else {
        process.kill(first.pid, 'SIGKILL')
        await until(() => !existsSync(`/proc/${filer}`)) // it does not outlive the server
      }
      assert.ok(existsSync(join(data, 'demonstration-begun')))
      const next = serving(data)
      await until(() => next.said().includes('feeds'))
      assert.equal(existsSync(join(data, 'demonstration-begun')), false)
      process.kill(next.pid, 'SIGTERM')
      assert.equal(await next.ended, 0)
      const { stories } = await readDemo()
      const config = { port: 0, host: '', dataFolder: data, url: 'http://localhost', trustedProxies: [], demo: false }
      await using ground = await openGround(config)
      assert.equal((await newestStories(ground.database, 1000)).length, stories.length)
    },
  )

/** An agency that begins with the demonstration, in a process of its own. */
function serving(data: string) {
  const args = ['src/cli/main.ts', 'serve', '--port', '0', '--data', data]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: plainEnvironment() })
  let said = ''
  for (const out of [child.stdout, child.stderr]) out.on('data', (text: Buffer) => (said += text.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { pid: child.pid ?? 0, ended, said: () => said }
}

/** The process that files for a server. */
async function filerOf(server: number): Promise<number> {
  const children = (await readFile(`/proc/${server}/task/${server}/children`, 'utf8')).trim().split(' ').map(Number)
  for (const pid of children) if ((await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('filing.worker')) return pid
  return assert.fail('nobody files')
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 3000 && !holds(); tries++) await wait(20)
  assert.ok(holds())
}
