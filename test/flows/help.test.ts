import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { commands, folder, plainEnvironment } from '../command-line.ts'

const call = promisify(execFile)
const dateline = (...args: string[]) => call('sh', ['bin/dateline', ...args], { env: plainEnvironment() })

test('every command says in --help how it is called and what its exit codes mean', async () => {
  const { stdout } = await dateline('--help')
  const names = [...stdout.matchAll(/^ {2}([\w-]+) +\S/gm)].map(([, name = '']) => name)
  for (const wanted of [
    'serve',
    'import',
    'parse',
    'file',
    'publish',
    'update',
    'add-entry',
    'correct',
    'kill',
    'front',
    'person',
    'key',
    'export',
    'doctor',
    'demo',
  ])
    assert.ok(names.includes(wanted), wanted)
  for (const name of names) {
    const help = (await dateline(name, '--help')).stdout
    assert.match(help, /usage/i, name)
    assert.match(help, new RegExp(`dateline ${name}`), name)
    assert.match(help, /exit codes/i, name)
  }
})

test('a slip in the data folder makes no agency and looks like none', async () => {
  await using world = await folder()
  const { refusedWith } = commands(join(world.path, 'slip'))
  for (const words of [
    ['list'],
    ['export', join(world.path, 'out')],
    ['publish', 'x'],
    ['key', 'list'],
    ['house', 'show'],
  ])
    assert.match(await refusedWith(2, ...words), /There is no agency in .*slip/)
  assert.deepEqual(
    (await readdir(world.path)).filter((name) => name === 'slip'),
    [],
  )
})

test('parse prints what was understood in the shapes that others read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parse-'))
  const file = join(folder, 'copy.txt')
  await writeFile(
    file,
    'UPDATE 2-Bridge reopens\n\nMay 4, 2021 9:15 AM GMT\n\nOSTRA, May 4 (Example) - The bridge reopened, its keeper said.\n\nShare this article\n\n(Reporting by Ana Ruiz in Ostra; Editing by Tom Okoro)\n',
  )
  const read = JSON.parse((await dateline('parse', '--json', file)).stdout) as Record<string, unknown>
  for (const name of 'format headline published updated dateline byline body captions credits standards subheads notes contact signal dropped unsure story'.split(
    ' ',
  ))
    assert.ok(name in read, name)
  assert.equal(read['headline'], 'Bridge reopens')
  assert.deepEqual(read['signal'], { is: 'update', number: 2 })
  assert.equal(read['published'], '2021-05-04T09:15:00+00:00')
  assert.deepEqual(read['body'], ['The bridge reopened, its keeper said.'])
  assert.deepEqual(read['credits'], [
    { role: 'reporting', people: [{ name: 'Ana Ruiz', place: 'Ostra' }] },
    { role: 'editing', people: [{ name: 'Tom Okoro' }] },
  ])
  assert.ok(
    (read['dropped'] as { text: string; why: string }[]).some(({ text, why }) => text === 'Share this article' && why),
  )

  const excerpts = join(folder, 'excerpts.jsonl')
  await writeFile(
    excerpts,
    `${JSON.stringify({ id: 'a', type: 'credits', lang: 'en', raw: '(Editing by Ana Ruiz)' })}\nno json\n`,
  )
  const lines = await dateline('parse', '--jsonl', excerpts).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  const [first = ''] = lines.stdout.split('\n')
  assert.deepEqual((JSON.parse(first) as { id: string; credits: unknown }).credits, [
    { role: 'editing', people: [{ name: 'Ana Ruiz' }] },
  ])
  assert.match(lines.stderr, /Line 2 is no JSON/)
})

test('what is no copy is told so by its name, and what is packed is opened', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parse-'))
  const refusal = async (file: string) =>
    dateline('parse', file).then(
      () => assert.fail('it was taken'),
      ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
    )
  assert.deepEqual(await refusal('demo/pictures/black-canyon-boat.jpg'), {
    code: 1,
    stderr:
      'The file demo/pictures/black-canyon-boat.jpg is no copy: its bytes are neither text nor any other format that is read here. A picture goes with its copy: file copy.txt --picture photo.jpg.\n',
  })
  const packed = gzipSync('Bridge reopens\n\nOSTRA, May 4 (Example) - The bridge reopened, its keeper said.\n')
  await writeFile(join(folder, 'copy.gz'), packed)
  assert.match((await dateline('parse', join(folder, 'copy.gz'))).stdout, /Bridge reopens/)
  await writeFile(join(folder, 'half.gz'), packed.subarray(0, 60))
  const half = await refusal(join(folder, 'half.gz'))
  assert.equal(half.code, 1)
  assert.match(half.stderr, /The file .*half\.gz cannot be read to its end \(gzip: .*\): ask for it again\./)
})
