import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { importFiles } from '../../src/cli/import/files.ts'
import { isExport } from '../../src/cli/import/restore.ts'
import { commands, folder, plainEnvironment } from '../command-line.ts'
import { testAgency } from '../agency.ts'

const mill = `Paper mill burns at Halvering

HALVERING, March 3, 1998 (Example) - A paper mill burned down on Tuesday, the fire brigade said.

Nobody was hurt, it said.
`
const record = (id: number) =>
  JSON.stringify({
    id: `old-${id}`,
    headline: `Lock number ${id} is opened`,
    published: '2001-05-04T09:30:00',
    url: `https://old.example/news/${id}.html`,
    raw: `OSTRA (Example) - Lock number ${id} on the Vell was opened on Friday, the authority said.`,
  })

test('an old archive comes in with its own dates, is found, redirects, and is announced to nobody', async () => {
  await using world = await folder()
  await using agency = await testAgency()
  const mirror = await agency.subscriber()
  await mkdir(join(world.path, 'old'))
  await writeFile(join(world.path, 'old/mill.txt'), mill)
  await writeFile(join(world.path, 'old/locks.jsonl.gz'), gzipSync(`${record(1)}\n${record(2)}\nno record at all\n`))
  const how = { by: 'ana', toQueue: false, known: { zone: 'Asia/Tokyo' } }

  const dry = await importFiles(agency, [join(world.path, 'old')], { ...how, dryRun: true })
  assert.match(dry.lines[0] ?? '', /4 records: 3 would be stories, unless they are here already; 1 no story/)
  assert.equal((await agency.get('/archive/2001/05/04')).text.includes('Lock number'), false, 'a dry run keeps nothing')

  const report = await importFiles(agency, [join(world.path, 'old')], { ...how, dryRun: false })
  assert.match(report.lines[0] ?? '', /4 records: 3 stories, 0 here already, 1 no story/)
  const [path = ''] =
    /\/2001\/05\/04\/lock-number-1-is-opened/.exec((await agency.get('/archive/2001/05/04')).text) ?? []
  const page = await agency.get(path)
  assert.match(
    page.text,
    /datetime="2001-05-04T09:30:00\+09:00"/,
    'the zone that was named, the moment that was printed',
  )
  assert.match((await agency.get('/archive/1998/03/03')).text, /Paper mill burns/)
  assert.match((await agency.get('/search?q=%22paper+mill%22')).text.replaceAll(/<\/?mark>/g, ''), /Paper mill burns/)
  assert.match((await agency.get('/sitemap/2001-05.xml')).text, /lock-number-2/)
  const old = await agency.get('/news/1.html')
  assert.deepEqual([old.status, old.headers.get('location')], [301, `https://news.example${path}`])

  for (const door of ['/rss', '/atom', '/feed.json', '/news-sitemap.xml'])
    assert.doesNotMatch(
      (await agency.get(door)).text,
      /Lock number|Paper mill|lock-number/,
      `${door} announces nothing`,
    )
  assert.equal((await mirror()).items.length, 0)
  assert.equal((await mirror(0, '&archived=1')).entries.filter(({ what }) => what === 'archived').length, 3)

  const again = await importFiles(agency, [join(world.path, 'old')], { ...how, dryRun: false })
  assert.match(again.lines[0] ?? '', /4 records: 0 stories, 3 here already, 1 no story/)
})

test('every record that is no story has its line in the report, with the reason', async () => {
  await using world = await folder()
  await using agency = await testAgency()
  await writeFile(
    join(world.path, 'odd.jsonl'),
    `${record(1)}\n{"id":"x","headline":"Undated","raw":"OSTRA (Example) - It was said."}\n{"id":\n`,
  )
  await writeFile(join(world.path, 'empty.txt'), '')
  for (const name of ['one.bin', 'two.bin']) await writeFile(join(world.path, name), Buffer.alloc(64))
  const file = join(world.path, 'report.txt')
  const how = { by: 'ana', toQueue: false, dryRun: false, report: file, known: {} }
  const names = ['odd.jsonl', 'empty.txt', 'one.bin', 'two.bin']
  const paths = names.map((name) => join(world.path, name))
  const { refused, lines: summary } = await importFiles(agency, paths, how)
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.startsWith('no story\t'))
  assert.equal(refused, 5)
  const about = lines.map((line) => line.split('\t')[1])
  assert.deepEqual(new Set(about), new Set(['empty.txt', 'odd.jsonl#line 2', 'odd.jsonl#line 3', 'one.bin', 'two.bin']))
  assert.match(summary.join('\n'), / 2 {2}The file is no copy/, 'files refused for one reason are counted together')
  assert.match(lines.join('\n'), /line 2\tNo moment of publication/)
})

test('a broken export is told, and not taken for an archive', async () => {
  await using world = await folder()
  await writeFile(join(world.path, 'agency.json'), '{"format":"dateline-exp')
  await assert.rejects(isExport(world.path), /agency\.json is broken: if this folder is an export, copy it again/)
  await writeFile(join(world.path, 'agency.json'), '{"name":"Somebody else’s"}')
  assert.equal(await isExport(world.path), false)
  assert.equal(await isExport(join(world.path, 'agency.json')), false, 'a file is none')
  assert.equal(await isExport(join(world.path, 'none')), false)
})

test('with --to-queue an archive waits for an editor, dated or not', async () => {
  await using world = await folder()
  await using agency = await testAgency()
  await writeFile(join(world.path, 'mill.txt'), mill)
  await importFiles(agency, [join(world.path, 'mill.txt')], { by: 'ana', toQueue: true, dryRun: false, known: {} })
  assert.doesNotMatch((await agency.get('/archive/1998/03/03')).text, /Paper mill/)
  const [row] = await agency.database.sql<{ work: string }[]>`select work_is as work from story`
  assert.equal(row?.work, 'filed')
})

test('an import that is killed goes on where it was when it is called again', { timeout: 120_000 }, async (context) => {
  await using world = await folder()
  const data = join(world.path, 'data')
  const { dateline } = commands(data)
  await dateline('person', 'add', 'Ana Ruiz', '--id', 'ana')
  const file = join(world.path, 'locks.jsonl')
  const total = 4000
  await writeFile(file, Array.from({ length: total }, (_, n) => record(n + 1)).join('\n'))
  const child = spawn('sh', ['bin/dateline', 'import', file, '--data', data], {
    env: plainEnvironment(),
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // The report file is opened just before the first record is read; the kill falls into the work, wherever that is by then.
  while (!(await readdir(join(data, 'imports')).catch(() => [])).length)
    await new Promise((next) => setTimeout(next, 20))
  await new Promise((next) => setTimeout(next, 700))
  child.kill('SIGKILL')
  await ended
  const count = (line: string, of: string) => Number(new RegExp(`([\\d,]+) ${of}`).exec(line)?.[1]?.replaceAll(',', ''))
  const said = await dateline('import', file)
  const [stories, had] = [count(said, 'stories'), count(said, 'here already')]
  context.diagnostic(`killed when ${had} of ${total} stories were in`)
  assert.equal(stories + had, total)
  assert.match(await dateline('import', file), /4,000 records: 0 stories, 4,000 here already/)
})
