import assert from 'node:assert/strict'
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { checkout, ground, type Program, serverIn, smallAgency, start } from './ground.ts'

test('SIGTERM to npm ends the agency and its database', async () => {
  await using place = await ground()
  const { npm, pid, folder } = await npmStart(place.root)
  npm.child.kill('SIGTERM')
  await npm.ended()
  await gone(pid)
  assert.match(npm.output(), /^ended$/m, 'in order, not by force')
  assert.equal(await serverIn(folder), undefined)
})

test('Ctrl-C reaches everybody at once, and npm passes it on again: one orderly end', async () => {
  await using place = await ground()
  const { npm, pid, folder } = await npmStart(place.root)
  process.kill(-(npm.child.pid ?? 0), 'SIGINT') // the terminal's, to the whole group
  await npm.ended()
  await gone(pid)
  assert.match(npm.output(), /^ended$/m)
  assert.doesNotMatch(npm.output(), /Ended at once/)
  assert.equal(await serverIn(folder), undefined)
})

test('a closed terminal ends it too', async () => {
  await using place = await ground()
  const { npm, pid, folder } = await npmStart(place.root)
  npm.child.stdout?.destroy()
  npm.child.stderr?.destroy()
  process.kill(-(npm.child.pid ?? 0), 'SIGHUP')
  await gone(pid)
  assert.equal(await serverIn(folder), undefined)
})

/** A project whose start script is ours, with the small agency in it, started with the npm of this machine. */
async function npmStart(place: string): Promise<{ npm: Program; pid: number; folder: string }> {
  const project = join(place, 'Nachrichten für alle')
  await mkdir(join(project, 'bin'), { recursive: true })
  await cp(join(checkout, 'bin/pinned'), join(project, 'bin/pinned'))
  await symlink(join(checkout, 'node_modules'), join(project, 'node_modules'))
  const script = `exec sh bin/pinned node '${smallAgency}' data http://localhost:8080`
  await writeFile(
    join(project, 'package.json'),
    JSON.stringify({ name: 'x', type: 'module', scripts: { start: script } }),
  )
  const npm = start('npm', ['start'], { cwd: project })
  const [, text = ''] = await npm.says(/^ready (.*)$/m)
  return { npm, pid: (JSON.parse(text) as { pid: number }).pid, folder: join(project, 'data') }
}

async function gone(pid: number): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 10) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await wait(10)
  }
  throw new Error(`process ${pid} is still there`)
}
