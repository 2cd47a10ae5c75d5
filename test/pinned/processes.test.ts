import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { agency, ground, serverIn, smallAgency, start } from './ground.ts'

test('a killed agency leaves its server, and the next one takes it over and stops it', async () => {
  await using place = await ground()
  const folder = join(place.root, 'data')
  const first = await agency(folder, 'http://localhost:8080')
  assert.equal(first.firstStart, true)
  first.child.kill('SIGKILL')
  await first.ended()
  const left = await serverIn(folder)
  assert.ok(left, 'PostgreSQL runs on')
  const second = await agency(folder, 'http://localhost:8080')
  assert.deepEqual([second.adopted, second.firstStart, await serverIn(folder)], [true, false, left])
  second.child.kill('SIGTERM')
  assert.equal(await second.ended(), 0)
  assert.equal(await serverIn(folder), undefined)
})

test('a process that crashed holds nobody up: the last one alive stops the server', async () => {
  await using place = await ground()
  const folder = join(place.root, 'data')
  const [one, two] = await Promise.all([agency(folder), agency(folder)])
  assert.equal(
    [one, two].filter(({ firstStart }) => firstStart).length,
    1,
    'two first starts at once made one database',
  )
  one.child.kill('SIGKILL')
  await one.ended()
  two.child.kill('SIGINT')
  assert.equal(await two.ended(), 0)
  assert.equal(await serverIn(folder), undefined)
})

test('the first to leave does not take the server from the others', async () => {
  await using place = await ground()
  const folder = join(place.root, 'data')
  const one = await agency(folder, 'http://localhost:8080')
  const two = await agency(folder)
  const server = await serverIn(folder)
  one.child.kill('SIGTERM')
  assert.equal(await one.ended(), 0)
  assert.equal(await serverIn(folder), server, 'the same one, not one brought back')
  const three = await agency(folder, 'http://localhost:8080')
  for (const program of [two, three]) program.child.kill('SIGTERM')
  assert.deepEqual(await Promise.all([two.ended(), three.ended()]), [0, 0])
  assert.equal(await serverIn(folder), undefined)
})

test('a second agency on the same data says who is running, and ends with 1', async () => {
  await using place = await ground()
  const folder = join(place.root, 'data')
  const first = await agency(folder, 'http://localhost:8080')
  const second = start(process.execPath, [smallAgency, folder, 'http://localhost:8081'])
  assert.equal(await second.ended(), 1)
  assert.match(second.output(), new RegExp(`process ${first.pid}, http://localhost:8080, since `))
  assert.ok(second.output().includes(`DATABASE_URL=${first.url}`))
  first.child.kill('SIGTERM')
  assert.equal(await first.ended(), 0)
  assert.equal(await serverIn(folder), undefined)
})

test('an agency told to end while its database is being made leaves nothing running', async () => {
  await using place = await ground()
  for (const after of [150, 450, 750]) {
    const folder = join(place.root, `data-${after}`)
    const program = start(process.execPath, [smallAgency, folder])
    await new Promise((resolve) => setTimeout(resolve, after))
    process.kill(-(program.child.pid ?? 0), 'SIGINT') // Ctrl-C, to the whole group
    await program.ended()
    assert.equal(await serverIn(folder), undefined)
    const again = await agency(folder)
    again.child.kill('SIGTERM')
    assert.equal(await again.ended(), 0)
  }
})
