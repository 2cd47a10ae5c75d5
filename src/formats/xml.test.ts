import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'node:test'
import { readXml } from './xml.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('an element gives its name, its text and its attributes', () => {
  const answer = readXml(bytes('<a xmlns="urn:x"><b c="1">two</b><b>three</b></a>'), (root) =>
    root.find('x:b', { x: 'urn:x' }).map((part) => [part.name, part.text, part.attribute('c')]),
  )
  assert.deepEqual(answer, {
    value: [
      ['b', 'two', '1'],
      ['b', 'three', undefined],
    ],
  })
})

test('bytes that are no XML are a problem that names the line', () => {
  const answer = readXml(bytes('<a>\n<b></a>'), () => true)
  assert.ok('problem' in answer)
  assert.equal(answer.problem.code, 'file.unreadable')
  assert.match(answer.problem.values?.['why'] ?? '', /line 2/)
})

test('a document above the limit is refused before it is parsed', () => {
  const answer = readXml(bytes(`<a>${'x'.repeat(100)}</a>`), () => assert.fail('it was parsed'), 50)
  assert.ok('problem' in answer)
  assert.equal(answer.problem.code, 'file.too-large')
})

const attacks = join(process.env['DATELINE_SHARED'] ?? '../shared', 'standards/xml-attacks')

test(
  'no attack fetches, leaks or hangs',
  { skip: existsSync(attacks) ? false : `${attacks} is not there` },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-xml-'))
    let asked = 0
    const server = createServer((_, answer) => {
      asked++
      answer.end('canary-http')
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    try {
      const canary = join(folder, 'canary.txt')
      writeFileSync(canary, 'canary-file-marker')
      const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
      const list = JSON.parse(readFileSync(join(attacks, 'index.json'), 'utf8')) as { file: string }[]
      assert.ok(list.length >= 40)
      for (const { file } of list) {
        const attack = expand(readFileSync(join(attacks, file), 'utf8'), pathToFileURL(canary).href, http)
        const began = performance.now()
        const answer = readXml(bytes(attack), (root) => root.text)
        assert.ok(performance.now() - began < 2000, `${file} took too long`)
        assert.ok(!JSON.stringify(answer).includes('canary-file-marker'), `${file} leaked`)
      }
      await new Promise((passed) => setTimeout(passed, 50))
      assert.equal(asked, 0)
    } finally {
      server.close()
      rmSync(folder, { recursive: true })
    }
  },
)

/** Fills a template of the attack set, as its README says. */
function expand(template: string, file: string, http: string): string {
  return template
    .replaceAll('{CANARY_FILE_URL}', file)
    .replaceAll('{CANARY_HTTP_URL}', http)
    .replace(/\{REPEAT:([\s\S]*?)\*(\d+)\}/g, (_, text: string, count: string) => text.repeat(Number(count)))
    .replace(/\{REPEATN:([\s\S]*?)\*(\d+)\}/g, (_, text: string, count: string) =>
      Array.from({ length: Number(count) }, (_unused, at) => text.replaceAll('%d', String(at))).join(''),
    )
}
