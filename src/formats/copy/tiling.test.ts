import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seededPieces } from '../../../test/copy/sample.ts'
import { readCopy } from './read.ts'
import type { Reading } from './reading.ts'

const rounds = Number(process.env['DATELINE_TEST_ROUNDS'] ?? 1)

test('every character of any input belongs to exactly one span', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), markup()), (raw) =>
      tiles(raw, readCopy(raw)),
    ),
    { numRuns: 400 * rounds },
  )
})

test('every character of copy that was torn, doubled and mangled belongs to exactly one span', () => {
  fc.assert(
    fc.property(mangled(), (raw) => {
      const reading = readCopy(raw)
      tiles(raw, reading)
      accounted(raw, reading)
    }),
    { numRuns: 300 * rounds },
  )
})

test('an excerpt is tiled whatever it is said to be', () => {
  const kinds = fc.constantFrom('credits', 'caption', 'dateline', 'furniture', 'story')
  fc.assert(
    fc.property(mangled(), kinds, (raw, as) => tiles(raw, readCopy(raw, { as }))),
    { numRuns: 200 * rounds },
  )
})

/** Spans begin at 0, each where the last ended, and end with the input; none is empty. */
function tiles(raw: string, { spans }: Reading): void {
  let at = 0
  for (const { field, start, end } of spans) {
    assert.equal(start, at, `a gap or an overlap before ${field}`)
    assert.ok(end > start, `an empty span of ${field}`)
    at = end
  }
  assert.equal(at, raw.length)
}

/** Every letter of the input is in what was read or what was dropped: as many letters come out as went in. */
function accounted(raw: string, { spans, dropped, body }: Reading): void {
  // A glued `&amp;Brno;` is read as `&Brno;`, which looks like an entity too: both count as none.
  const letters = (text: string) =>
    text
      .replaceAll('&amp;', '&')
      .replaceAll(/<[^>]*>|&[#\w]+;/gu, '')
      .replaceAll(/[^\p{L}]+/gu, '').length
  const inBody = spans.filter(({ field }) => field === 'body').map(({ start, end }) => raw.slice(start, end))
  assert.ok(Math.abs(letters(inBody.join('\n')) - letters(body.join('\n'))) <= 2, 'the body holds what its spans hold')
  if (!dropped.length)
    assert.ok(!spans.some(({ field, start, end }) => field === 'dropped' && letters(raw.slice(start, end)) > 0))
}

/** Lines of invented copy in any order, cut and glued, with stray marks between them. */
function mangled(): fc.Arbitrary<string> {
  const line = fc.constantFrom(...seededPieces)
  const torn = fc.tuple(line, fc.nat(80), fc.nat(80)).map(([text, from, length]) => text.slice(from, from + length))
  const stray = fc.constantFrom(
    '',
    ' ',
    '\t',
    '\u00a0',
    '<p>',
    '</p>',
    '&amp;',
    '(',
    '))',
    '0 : 0',
    '\r',
    '\u200f',
    '___',
    '- ',
    '• ',
    '“',
    'NNNN',
  )
  const part = fc
    .tuple(
      stray,
      fc.oneof({ weight: 4, arbitrary: line }, torn),
      stray,
      fc.constantFrom('\n', '\n\n', ' ', '\r\n', '\n\n\n', ''),
    )
    .map((all) => all.join(''))
  return fc.array(part, { minLength: 1, maxLength: 24 }).map((all) => all.join(''))
}

function markup(): fc.Arbitrary<string> {
  const token = fc.constantFrom(
    '<p>',
    '</p>',
    '<br/>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '&lt;',
    '&#39;',
    '&#0;',
    '&',
    '<',
    '>',
    'Ana Ruiz',
    'LIMA (XYZ) - ',
    '\n',
    ' ',
  )
  return fc.array(token, { maxLength: 60 }).map((all) => all.join(''))
}
