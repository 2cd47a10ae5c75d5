import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { readDemo } from '../../src/cli/demo/content.ts'
import { readyDemo } from '../../src/cli/demo/fill.ts'
import { toHouse } from '../../src/config/house-file.ts'
import { commands, folder } from '../command-line.ts'

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
