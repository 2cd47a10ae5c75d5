import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { commands, folder, plainEnvironment, serve } from '../command-line.ts'

const copy = `Bridge at Tarn Ferry reopens

TARN FERRY, Nov 25 (Example) - The bridge at Tarn Ferry reopened on Wednesday after eleven days of work, its keeper said.
`

test(
  'a newcomer is told where things are, what there is, and what a cache in front does not know',
  { timeout: 180_000 },
  async () => {
    await using world = await folder()
    const data = join(world.path, 'data')
    await using agency = await serve(data, { DATELINE_URL: 'https://news.example', CDN_PURGE: 'http://127.0.0.1:9/' })
    assert.match(agency.said, /site {4}https:\/\/news\.example\/\n {2}listens http:\/\/127\.0\.0\.1:\d+\/ /)
    const { dateline, refusedWith, warnings } = commands(data)
    const file = join(world.path, 'copy.txt')
    await writeFile(file, copy)

    assert.match(await dateline('list'), /No story yet/)
    await dateline('person', 'add', 'Ana Ruiz')
    await dateline('file', file, '--slug', 'tarn-bridge', '--section', 'world')
    await writeFile(file, copy.replace('reopens', 'shuts').replace('reopened', 'was shut'))
    await dateline('file', file, '--slug', 'tarn-shut', '--section', 'world')
    const socket = /DATABASE_URL='([^']+)'/.exec(agency.said)?.[1] ?? ''
    const second = commands(join(world.path, 'elsewhere'), { DATABASE_URL: socket })
    assert.match(await second.dateline('publish', 'tarn-bridge'), /of the journal: https:\/\/news\.example\/\d{4}/)
    await dateline('publish', 'tarn-shut', '--embargo', '2099-01-02T08:00')

    assert.match(await dateline('list', 'zzz'), /^No story has zzz in slug or headline\.\n$/)
    const listed = await dateline('list')
    assert.match(listed, /^ID +VERSION +WORK +OUT +SLUG\n/)
    assert.match(
      listed,
      /v\d+ +\w+ +embargoed +tarn-shut\n {4}Bridge at Tarn Ferry shuts\n {4}opens 2099-01-02T08:00 \(UTC\)\n(?! +http)/,
    )
    assert.match(listed, /published +tarn-bridge\n.*\n {4}https:\/\/news\.example\/\d{4}/)
    const parsed = await promisify(execFile)('sh', ['bin/dateline', 'parse', file], { env: plainEnvironment() })
    assert.match(parsed.stdout, /^Date +25 November \(no year printed\)$/m)
    assert.match(await refusedWith(1, 'file', '/none'), /There is no file \/none:/)

    assert.match(await warnings('kill', 'tarn-bridge', '--notice', 'Not so.'), /A cache in front has not been told yet/)
  },
)

test('the contact sheet says how it is called instead of being made', async () => {
  const { stdout } = await promisify(execFile)('sh', ['bin/pinned', 'node', 'test/shots/main.ts', '--help'])
  assert.match(stdout, /Usage: npm run shots \[FOLDER\]/)
})
