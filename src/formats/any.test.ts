import assert from 'node:assert/strict'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readAny } from './any.ts'
import { collected, once, unpacked } from './bytes.ts'
import { decoded } from './decoded.ts'
import { type Known, type Taken } from './format.ts'

const read = (bytes: Uint8Array | string, known?: Known): Promise<Taken[]> =>
  Array.fromAsync(readAny([typeof bytes === 'string' ? Buffer.from(bytes) : bytes], known))

const line = JSON.stringify({
  file: '20070101/ostra-bridge-1',
  headline: 'Ostra bridge  reopens',
  byline: 'By  Ana Ruiz',
  published: 'Tue Jan 1, 2008 6:44pm EST',
  url: 'http://kessary.example/article/2008/01/01/ostra-bridge?x=1',
  raw: 'OSTRA (Kessary) - The bridge at Ostra reopened on Tuesday.\n\nIt had been shut for days.',
  views: 12,
})

test('one object a line becomes one story a line, with what stands in its fields', async () => {
  const [first, second, ...others] = await read(`${line}\n{"headline": broken\n\n${line}`, { file: 'old.jsonl' })
  const draft = first?.draft
  assert.equal(draft?.headline, 'Ostra bridge reopens')
  assert.deepEqual(draft?.byline, ['By Ana Ruiz'])
  assert.deepEqual(draft?.printed?.published, {
    local: '2008-01-01T18:44:00-05:00',
    zone: 'America/New_York',
    zoneFrom: 'printed',
  })
  assert.equal(draft?.source?.guid, '20070101/ostra-bridge-1')
  assert.equal(draft?.source?.path, 'old.jsonl line 1')
  assert.deepEqual(draft?.formerAddresses, ['/article/2008/01/01/ostra-bridge?x=1'])
  assert.deepEqual(first?.lost, ['the field "views" has no place'])
  assert.equal(Buffer.from(first?.raw ?? []).toString(), line)
  assert.equal(second?.problem?.code, 'file.unreadable')
  assert.equal(second?.path, 'line 2')
  assert.deepEqual(
    others.map(({ path, draft: other }) => [path, other?.headline]),
    [['line 4', 'Ostra bridge reopens']],
  )
})

test('a line without text is told and not published', async () => {
  const [taken] = await read('{"headline": "Only this", "text": ""}')
  assert.equal(taken?.problem?.code, 'story.copy.empty')
})

test('a JSON document over several lines is one refusal, not one a line', async () => {
  for (const document of [JSON.stringify({ headline: 'x', text: 'y' }, null, 2), JSON.stringify([{ a: 1 }], null, 1)]) {
    const taken = await read(document)
    assert.equal(taken.length, 1)
    assert.match(taken[0]?.problem?.values?.['why'] ?? '', /one object a line/)
  }
})

test('any other text is one piece of copy, in whatever charset old systems left it', async () => {
  const text = 'Brücke in Ostra wieder offen\n\nOSTRA (Kessary) - Die Brücke ist wieder offen.\n'
  for (const bytes of [Buffer.from(text), Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    const [taken, ...more] = await read(bytes, { file: 'bruecke.txt', language: 'de' })
    assert.equal(more.length, 0)
    assert.match(taken?.draft?.headline ?? '', /^Brücke in Ostra/)
    assert.deepEqual(Buffer.from(taken?.raw ?? []), bytes)
  }
})

test('a packed file is opened whatever it is called, and a broken one is told', async () => {
  const packed = gzipSync(line)
  const [taken] = await read(packed)
  assert.equal(taken?.draft?.headline, 'Ostra bridge reopens')
  const broken = await read(packed.subarray(0, packed.length - 20))
  assert.equal(broken.at(-1)?.problem?.code, 'file.unreadable')
})

test('what unpacks without end is stopped at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  await assert.rejects(collected(unpacked(once(bomb), 1_000_000)), (error: Error) => error.message === 'file.too-large')
})

test('a picture is no copy, and an empty file is nothing', async () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0])
  const [taken, ...more] = await read(jpeg, { file: 'lake.jpg' })
  assert.deepEqual(more, [])
  assert.deepEqual(taken?.problem, { code: 'file.no-copy', path: 'lake.jpg' })
  assert.deepEqual((await read(jpeg))[0]?.problem, { code: 'file.no-copy' }, 'standard input has no name')
  assert.deepEqual(await read(''), [])
  assert.equal(decoded(new Uint8Array([1, 0, 2])), undefined)
})

const archive = join(process.env['DATELINE_SHARED'] ?? '../shared', 'corpora/reuters-com')

const long = process.env['DATELINE_LONG'] === '1'

test(
  `every record of the other archive is accounted for (${long ? '31,289' : '2,070 of 31,289; npm run test:long reads all'})`,
  { skip: existsSync(archive) ? false : `${archive} is not there` },
  async () => {
    const guids = new Set<string>()
    const problems: Record<string, number> = {}
    let records = 0
    let dated = 0
    const files = readdirSync(archive).filter((name) => name.endsWith(long ? '.gz' : '2006.jsonl.gz'))
    for (const file of files) {
      for await (const { draft, problem } of readAny(createReadStream(join(archive, file)), { file })) {
        records++
        if (problem) problems[problem.code] = (problems[problem.code] ?? 0) + 1
        if (draft?.source?.guid) guids.add(draft.source.guid)
        if (draft?.printed?.published?.zone === 'America/New_York') dated++
      }
    }
    assert.equal(records, long ? 31_289 : 2070)
    const refused = Object.values(problems).reduce((sum, count) => sum + count, 0)
    assert.equal(guids.size + refused, records, JSON.stringify(problems))
    assert.equal(dated + refused, records)
    assert.ok(refused < records / 200, JSON.stringify(problems))
  },
)
