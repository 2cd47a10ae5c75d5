import assert from 'node:assert/strict'
import { once } from 'node:events'
import { appendFile, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { type Config, toConfig } from '../config/config.ts'
import { examineCaches } from './doctor/caches.ts'
import { examineDatabase } from './doctor/database.ts'
import { type Finding } from './doctor/finding.ts'
import { examineMachine, examineSystem } from './doctor/machine.ts'

const ground = await mkdtemp(join(tmpdir(), 'dl-doctor-'))
await chmod(ground, 0o755)
after(() => rm(ground, { recursive: true, force: true }))

test('a fresh machine with room is well, before anything was started', async () => {
  const folder = join(ground, 'none')
  assert.deepEqual(
    ills([...(await examineMachine(folder)), examineSystem(), ...(await examineDatabase(settings(folder)))]),
    [],
  )
})

test('a data folder that is a file, or that everybody may write into, is ill', async () => {
  await writeFile(join(ground, 'file'), '')
  assert.match(ills(await examineMachine(join(ground, 'file'))).join(), /is not a folder/)
  const open = join(ground, 'open')
  await mkdir(open)
  await chmod(open, 0o777)
  const [finding] = (await examineMachine(open)).filter(({ mend }) => mend !== undefined)
  assert.match(finding?.mend ?? '', /^chmod o-w/)
})

test('a database that does not answer is ill, and its password is not told', async () => {
  const [said = ''] = ills(await examineDatabase(settings(ground, 'postgres://ana:s3cret@127.0.0.1:1/news')))
  assert.match(said, /DATABASE_URL does not answer: postgres:\/\/ana:\*\*\*@.*ECONNREFUSED/)
})

test('a cache in front that is not there is ill, with its address, and one that takes what it is told is well', async () => {
  const server = createServer(
    (request, response) => void response.writeHead(request.method === 'PURGE' ? 200 : 405).end(),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  assert.deepEqual(ills(await examineCaches({ cdnPurge: [address] })), [])
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
  const [said = ''] = ills(await examineCaches({ cdnPurge: [address] }))
  assert.match(said, new RegExp(`does not answer at ${address} \\(.*ECONNREFUSED`))
})

test(
  'the grave last words of the agency’s own server are told, and its everyday ones are not',
  { skip: process.env['DATELINE_TEST_DATABASE_URL'] ? 'it is about the agency’s own server' : false },
  async () => {
    const folder = join(ground, 'agency')
    const { startEmbedded } = await import('../store/embedded.ts')
    {
      await using _ = await startEmbedded(folder)
      await writeFile(join(folder, 'running.json'), '{"pid":')
      const joined = await examineDatabase(settings(folder))
      assert.match(joined[0]?.about ?? '', /^PostgreSQL is running/, 'who serves may be about to say so')
    }
    const found = await examineDatabase(settings(folder))
    assert.deepEqual(ills(found), [])
    assert.ok(found.some(({ about }) => about.startsWith('the next start brings it up to date: 001-')))
    const now = new Date().toISOString().replace('T', ' ').slice(0, 23)
    await appendFile(
      join(folder, 'postgres.log'),
      `${now} UTC [1] PANIC:  could not write to file "pg_wal/1": No space left on device\n`,
    )
    assert.match(ills(await examineDatabase(settings(folder))).join(), /last: .*PANIC: +could not write/)
    await rm(join(folder, 'postgres.log'))
    await mkdir(join(folder, 'postgres.log'))
    const unread = await examineDatabase(settings(folder))
    assert.match(ills(unread).join(), /log cannot be read/, 'what was not looked at is not said to be well')
  },
)

function settings(data: string, database?: string): Config {
  const values = {
    data: { value: data, from: 'DATELINE_DATA' },
    ...(database && { database: { value: database, from: 'DATABASE_URL' } }),
  }
  return toConfig({ values, complaints: [] })
}

function ills(findings: readonly Finding[]): string[] {
  return findings.filter(({ mend }) => mend !== undefined).map(({ about }) => about)
}
