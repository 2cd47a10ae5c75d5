import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAny } from './any.ts'
import { decoded } from './decoded.ts'
import { oneRecord } from './one-record.ts'

const bytes = (...parts: (string | number)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))
const copy = 'Brücke in Ostra wieder offen\n\nOSTRA (Kessary) - Die Brücke ist wieder offen.\n'

test('a NUL in copy is taken out and said, and the copy is read', async () => {
  const raw = bytes(copy.slice(0, 40), 0, copy.slice(40))
  assert.deepEqual(decoded(raw), { text: copy, charset: 'utf-8', lost: ['a NUL sign was taken out'] })
  const [taken, ...more] = await Array.fromAsync(readAny([raw], { file: 'nul.txt', language: 'de' }))
  assert.equal(more.length, 0)
  assert.equal(taken?.draft?.headline, 'Brücke in Ostra wieder offen')
  assert.ok(taken?.lost.includes('a NUL sign was taken out'))
  assert.ok(taken?.draft?.source?.lost?.includes('a NUL sign was taken out'))
  assert.deepEqual(Buffer.from(taken?.raw ?? []), raw)
})

test('zeros do not make text of a picture, a program or copy in UTF-16 without its mark', () => {
  const words = 'It is only text. '.repeat(50)
  for (const raw of [
    bytes(0xff, 0xd8, 0xff, 0xe1, 0, words),
    bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, words),
    bytes(0x7f, 'ELF', 0, words),
    Buffer.from(words, 'utf16le'),
    Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919 + (n >> 3)) & 255)),
  ])
    assert.equal(decoded(raw), undefined)
})

test('a strange byte in UTF-8 does not turn the other letters into something else', () => {
  const raw = bytes('Die Brücke – ', 0x93, 'offen', 0x94, ' seit 日曜日 \u{1f600}')
  assert.deepEqual(decoded(raw), {
    text: 'Die Brücke – “offen” seit 日曜日 \u{1f600}',
    charset: 'utf-8',
    lost: [
      'the byte 0x93 at 16 is no UTF-8 and was read as "“"',
      'the byte 0x94 at 22 is no UTF-8 and was read as "”"',
    ],
  })
  assert.equal(decoded(bytes('\ufeffBrücke ', 0xe9))?.text, 'Brücke é')
  assert.equal(
    decoded(bytes('ü'.repeat(9), ...Array(8).fill(0xff)))
      ?.lost.at(-1)
      ?.slice(0, 12),
    '3 more bytes',
  )
  // Overlong, a surrogate, beyond Unicode, cut off: none of them is a sign.
  for (const odd of [
    [0xc0, 0x80],
    [0xe0, 0x80, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe2, 0x82],
  ])
    assert.equal(decoded(bytes('éééééé', ...odd))?.lost.length, odd.length)
})

test('copy of an old wire is Windows-1252 throughout', () => {
  const raw = Buffer.from('Die Brücke ist für Fußgänger offen', 'latin1')
  assert.deepEqual(decoded(raw), { text: 'Die Brücke ist für Fußgänger offen', charset: 'windows-1252', lost: [] })
})

test('escape sequences of a terminal are taken out whole and said', async () => {
  const raw = '\u001b[1;31mBridge reopens\u001b[0m\n\nOSTRA (Kessary) - The bridge is \u001b]0;title\u0007open again.\n'
  const [taken] = await Array.fromAsync(readAny([Buffer.from(raw)]))
  assert.equal(taken?.draft?.headline, 'Bridge reopens')
  assert.doesNotMatch(JSON.stringify(taken?.draft?.copy), /\[0m|31m|title|u001b/)
  assert.ok(taken?.lost.includes('3 terminal escape sequences were taken out (ESC [1;31m, ESC [0m, ESC ]0;title)'))
})

test('a record that makes its reader throw is one line of the report, and the next is read', async (t) => {
  const written = t.mock.method(process.stderr, 'write', () => true)
  let asked = 0
  const known = {
    file: 'old.jsonl',
    get language() {
      if (++asked === 2) throw new TypeError('out of reach')
      return 'en'
    },
  }
  const record = { headline: 'Bridge reopens', text: 'OSTRA (Kessary) - The bridge is open again.' }
  const input = Array.from({ length: 12 }, () => `${JSON.stringify(record)}\n`).join('')
  const taken = await Array.fromAsync(readAny([Buffer.from(input)], known))
  written.mock.restore()
  const broken = taken.filter(({ draft }) => !draft)
  assert.deepEqual([taken.length, broken.length], [12, 1])
  assert.deepEqual(broken[0]?.problem, {
    code: 'file.unreadable',
    path: broken[0]?.path,
    values: { why: 'a fault of the program: out of reach' },
  })
  assert.match(String(written.mock.calls[0]?.arguments[0]), /fault of the program.*old\.jsonl.*TypeError/)
  assert.equal(oneRecord({ raw: new Uint8Array() }, () => ({ lost: ['x'] })).lost[0], 'x')
})
