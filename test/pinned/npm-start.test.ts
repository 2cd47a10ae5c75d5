import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkout, ground, type Program, serverIn, start } from './ground.ts'

test('npm start is an agency with stories; another joins it by the printed address and outlives it', async () => {
  await using place = await ground()
  const data = join(place.root, 'data')
  const [port, other] = [await freePort(), await freePort()]
  const first = await npmStart(['--port', String(port), '--data', data])
  assert.ok(first.output().includes(`http://localhost:${port}/`), first.output())
  assert.match(await page(port, '/'), /<html/)
  assert.match(await page(port, '/rss'), /<item/, 'demonstration stories are out')

  const second = start('npm', ['start', '--', '--port', String(await freePort()), '--data', data], { cwd: checkout })
  assert.equal(await second.ended(), 1)
  assert.match(second.output(), new RegExp(`running here already: process \\d+, http://\\S+:${port}`))

  const [, url = ''] = /DATABASE_URL='?(\S+?)'?\s/.exec(first.output()) ?? []
  const env = { ...process.env, DATABASE_URL: url }
  const joined = await npmStart(['--port', String(other), '--data', join(place.root, 'other')], env)
  first.child.kill('SIGTERM')
  assert.equal(await first.ended(), 0, first.output())
  assert.ok(await serverIn(data), 'the server stays for the other')
  assert.match(await page(other, '/rss'), /<item/)
  joined.child.kill('SIGTERM')
  assert.equal(await joined.ended(), 0, joined.output())
  assert.equal(await serverIn(data), undefined)
})

test('--empty is an agency without a story, and a port that is taken gets one sentence and leaves nothing running', async () => {
  await using place = await ground()
  const data = join(place.root, 'data')
  const port = await freePort()
  const agency = await npmStart(['--port', String(port), '--data', data, '--empty'])
  assert.doesNotMatch(await page(port, '/rss'), /<item/)
  const rival = start('npm', ['start', '--', '--port', String(port), '--data', join(place.root, 'rival'), '--empty'], {
    cwd: checkout,
  })
  assert.equal(await rival.ended(), 1)
  assert.match(rival.output(), /port/)
  assert.equal(await serverIn(join(place.root, 'rival')), undefined)
  process.kill(-(agency.child.pid ?? 0), 'SIGINT') // Ctrl-C, and npm's own
  await agency.ended()
  assert.doesNotMatch(agency.output(), /Ended at once/)
  assert.equal(await serverIn(data), undefined)
})

test('a wrong setting ends it with every complaint at once, before anything is made', async () => {
  await using place = await ground()
  const env = { ...process.env, PORT: 'eighty', HOST: 'http://here', DATELINE_DATA: join(place.root, 'data') }
  const agency = start('npm', ['start'], { cwd: checkout, env })
  assert.equal(await agency.ended(), 2)
  assert.match(agency.output(), /PORT is not a port[\s\S]*HOST is not an address/)
  assert.equal(await serverIn(join(place.root, 'data')), undefined)
})

async function npmStart(flags: string[], env: NodeJS.ProcessEnv = process.env): Promise<Program> {
  const npm = start('npm', ['start', '--', ...flags], { cwd: checkout, env: withoutSettings(env) })
  await npm.says(/is ready/)
  await npm.says(/DATABASE_URL|wire\//)
  return npm
}

/** The settings of whoever runs the tests are not the tests'. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(PORT|HOST|DATELINE_.*|TRUSTED_PROXIES|NODE_TEST_CONTEXT)$/.test(name)),
  )
}

async function page(port: number, path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  assert.equal(answer.status, 200, path)
  return answer.text()
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
