import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { correct } from '../../src/newsroom/correct.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { keepPicture } from '../../src/pictures/keep.ts'
import { type TestAgency, done, testAgency } from '../agency.ts'
import { story } from '../build.ts'

const run = promisify(execFile)
const isHere = await run('varnishd', ['-V']).then(
  () => true,
  () => false,
)
const skip = isHere ? false : 'there is no varnishd: apt-get install varnish'

test('behind Varnish a story is kept there until it changes, and gone when it is killed', { skip }, async (t) => {
  const port = await freePort()
  const here = `http://127.0.0.1:${port}`
  await using agency = await testAgency({ cdnPurge: [`${here}/`] })
  await using varnish = await startVarnish(port, await agency.listen())
  const quake = await agency.published(story('QUAKE-CHILE'))
  const flood = await agency.published(story('FLOOD'))
  const path = (await agency.pathOf(quake.id)) ?? ''
  const other = (await agency.pathOf(flood.id)) ?? ''
  await sleep(3200) // the purges of these two have come by then
  const read = async (at: string) => {
    const response = await fetch(here + at)
    const isHit = (response.headers.get('x-varnish') ?? '').includes(' ')
    return { status: response.status, text: await response.text(), isHit, headers: response.headers }
  }
  const readTwice = async (at: string) => [await read(at), await read(at)]
  for (const at of [path, other, '/'])
    assert.deepEqual(
      (await readTwice(at)).map(({ isHit }) => isHit),
      [false, true],
      at,
    )
  const kept = await read(path)
  assert.equal(kept.headers.get('cache-control'), 'no-cache')
  assert.equal(kept.headers.get('surrogate-key'), null)
  const again = await fetch(here + path, { headers: { 'if-none-match': kept.headers.get('etag') ?? '' } })
  assert.equal(again.status, 304)

  const right = story('QUAKE-CHILE').saying('Three dead.')
  const corrections = [{ wrong: 'It happened.', right: 'Three dead.', grave: false }]
  const base = { story: quake.id, by: 'ana' }
  const mended = done(await correct(agency.newsroom, { ...base, basedOn: quake.version, draft: right, corrections }))
  const corrected = await until(async () => (await read(path)).text.includes('Three dead.'))
  assert.ok((await read(other)).isHit, 'another story stays')
  done(await kill(agency.newsroom, { ...base, basedOn: mended.version, notice: 'It was not so.' }))
  const killed = await until(async () => (await read(path)).status === 410)
  assert.match((await read(path)).text, /It was not so/)
  assert.doesNotMatch((await read('/')).text, /Quake chile/)
  t.diagnostic(`corrected in Varnish after ${corrected} ms, killed after ${killed} ms`)
  assert.ok(varnish)
})

test('behind a Varnish that cannot be told nothing is kept, and a killed story is gone at once', { skip }, async () => {
  const [port, dead] = [await freePort(), await freePort()]
  const here = `http://127.0.0.1:${port}`
  await using agency = await testAgency({ cdnPurge: [`http://127.0.0.1:${dead}/`] })
  await using varnish = await startVarnish(port, await agency.listen())
  const { id, version } = await agency.published(story('QUAKE-CHILE'))
  const path = (await agency.pathOf(id)) ?? ''
  for (let times = 0; times < 3; times++) assert.equal(await statusAt(here + path), 200)
  done(await kill(agency.newsroom, { story: id, by: 'ana', basedOn: version, notice: 'It was not so.' }))
  assert.equal(await statusAt(here + path), 410)
  assert.ok(varnish)
})

async function statusAt(address: string): Promise<number> {
  const response = await fetch(address)
  await response.body?.cancel()
  return response.status
}

test(
  'a killed story’s picture is gone from Varnish, whole and cut, and the picture of another story stays',
  { skip },
  async (t) => {
    const port = await freePort()
    await using agency = await testAgency({ cdnPurge: [`http://127.0.0.1:${port}/`] })
    await using varnish = await startVarnish(port, await agency.listen())
    const [one, two] = [await picture(agency, 'teal'), await picture(agency, 'maroon')]
    const quake = await agency.published(story('QUAKE-CHILE').with({ pictures: [one] }))
    await agency.published(story('FLOOD').with({ pictures: [two] }))
    await sleep(3200) // the purges of these two have come by then
    const read = async (at: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${at}`)
      await response.body?.cancel()
      return { status: response.status, isHit: (response.headers.get('x-varnish') ?? '').includes(' ') }
    }
    const addresses = ({ image: { hash } }: typeof one) => [`/pictures/${hash}.jpg`, `/pictures/${hash}/480-1x1.webp`]
    for (const at of [one, two].flatMap(addresses)) {
      await read(at)
      assert.deepEqual(await read(at), { status: 200, isHit: true }, at)
    }
    done(await kill(agency.newsroom, { story: quake.id, basedOn: quake.version, by: 'ana', notice: 'It was not so.' }))
    for (const at of addresses(one)) {
      const gone = await until(async () => (await read(at)).status === 410)
      t.diagnostic(`gone from Varnish after ${gone} ms: ${at.slice(-12)}`)
    }
    for (const at of addresses(two)) assert.deepEqual(await read(at), { status: 200, isHit: true }, at)
    assert.ok(varnish)
  },
)

/** A picture of one colour, whose bytes are kept. */
async function picture({ pictures }: TestAgency, background: string) {
  const one = sharp({ create: { width: 600, height: 400, channels: 3, background } })
  const kept = await keepPicture(pictures, await one.jpeg().toBuffer())
  if ('refused' in kept) throw new Error(kept.refused.code)
  return { image: kept.image, alt: 'A colour', caption: { text: 'A colour.' } }
}

async function until(is: () => Promise<boolean>): Promise<number> {
  const start = performance.now()
  while (!(await is())) {
    if (performance.now() - start > 2000) throw new Error('waited two seconds in vain')
    await sleep(1)
  }
  return Math.round(performance.now() - start)
}

async function startVarnish(port: number, backend: number): Promise<AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'varnish-'))
  await chmod(folder, 0o755)
  const vcl = await readFile(new URL('../../docs/varnish.vcl', import.meta.url), 'utf8')
  const own = vcl.replace('.port = "8080"', `.port = "${backend}"`).replace('  unset resp.http.X-Varnish;\n', '')
  await writeFile(join(folder, 'agency.vcl'), own)
  const args = ['-F', '-n', join(folder, 'work'), '-a', `127.0.0.1:${port}`, '-s', 'malloc,32m', '-T', 'none']
  const child = spawn('varnishd', [...args, '-p', 'http_gzip_support=off', '-f', join(folder, 'agency.vcl')])
  let said = ''
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  for (const end = Date.now() + 15_000; ; await sleep(50)) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`varnishd did not start: ${said}`)
    const answered = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    await answered?.body?.cancel()
    if (answered?.status === 200) break
  }
  return {
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
