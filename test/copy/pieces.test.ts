import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { roles } from '../../src/story/credit.ts'

type Piece = { id: string; type: string; lang: string; origin: string; raw: string; expected: Record<string, unknown> }
type Credits = { role: string; people: { name: string; place?: string; kind?: string }[] }[]

const kinds = ['story', 'credits', 'caption', 'dateline', 'furniture']
const moment = /^(?:(?:\d{4}|-)-\d\d|--)(?:-\d\d)?(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/u
const notPrinted = new Set(['date', 'published', 'updated', 'role', 'kind', 'flags', 'is', 'credits_raw'])
const signals = ['update', 'correction', 'refile', 'wrapup', 'kill', 'embargo']

const folder = import.meta.dirname
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
const piecesOf = (file: string): Piece[] =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Piece)
const pieces = files.flatMap(piecesOf)
/** Pieces written before anything was mended for them: eight a language, in one file. */
const unseen = 'unseen.jsonl'

test('every language has at least twelve invented pieces, eight of them stories', () => {
  assert.ok(files.length >= 8, `only ${files.length} languages`)
  for (const file of files.filter((name) => name !== unseen)) {
    const own = piecesOf(file)
    assert.ok(own.length >= 12, `${file} holds ${own.length} pieces`)
    assert.ok(own.filter(({ type }) => type === 'story').length >= 8, `${file} holds too few stories`)
    for (const piece of own) assert.equal(`${piece.lang.split('-')[0]}.jsonl`, file, piece.id)
  }
})

test('the pieces that were read unseen are of every language', () => {
  const languages = files.filter((name) => name !== unseen).map((name) => name.slice(0, -'.jsonl'.length))
  const own = piecesOf(unseen)
  for (const language of languages) assert.equal(own.filter(({ lang }) => lang === language).length, 8, language)
})

test('every piece says what it is, once, and that it is invented', () => {
  assert.equal(new Set(pieces.map(({ id }) => id)).size, pieces.length)
  for (const { id, type, origin, raw, expected } of pieces) {
    assert.ok(kinds.includes(type), `${id}: ${type}`)
    assert.equal(origin, 'invented', id)
    assert.ok(raw.trim().length > 0 && Object.keys(expected).length > 0, id)
  }
})

test('every name, place, caption and dropped line of a label stands in the copy', () => {
  for (const { id, raw, expected } of pieces) {
    const copy = plain(raw)
    for (const text of printed(expected)) assert.ok(copy.includes(plain(text)), `${id}: ${text}`)
  }
})

test('every moment of a label is one, and every role and signal has a name of the house', () => {
  for (const { id, expected } of pieces) {
    const dates = [expected['published'], expected['updated'], expected['date'], at(expected, 'dateline')['date']]
    for (const date of dates)
      assert.ok(
        date === undefined || date === null || (typeof date === 'string' && moment.test(date)),
        `${id}: ${JSON.stringify(date)}`,
      )
    for (const { role } of (expected['credits'] ?? []) as Credits)
      assert.ok((roles as readonly string[]).includes(role), `${id}: ${role}`)
    const signal = expected['signal']
    if (signal) assert.ok(signals.includes(String(at(expected, 'signal')['is'])), id)
  }
})

test('the first and last words of a body stand in the copy, in that order', () => {
  for (const { id, type, raw, expected } of pieces) {
    if (type !== 'story') continue
    const { count, first40, last40 } = at(expected, 'body_paragraphs') as {
      count: number
      first40: string
      last40: string
    }
    const copy = plain(raw)
    assert.ok(copy.includes(plain(first40)) && copy.includes(plain(last40)), id)
    assert.ok(copy.indexOf(plain(first40)) <= copy.lastIndexOf(plain(last40)), id)
    assert.ok(count >= 1 && count <= raw.split('\n').filter((line) => line.trim()).length, id)
  }
})

function at(value: Record<string, unknown>, key: string): Record<string, unknown> {
  return (value[key] ?? {}) as Record<string, unknown>
}

function printed(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return notPrinted.has(key) || value === '*all*' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((part) => printed(part, key))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => printed(part, name))
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
