import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Draft } from '../../story/story.ts'
import { readAny } from '../any.ts'

const text = 'OSTRA (Kessary) - The bridge at Ostra reopened on Tuesday.\n\nIt had been shut for days.'

test('a record’s version is the one it names, else the instant at which it was changed', async () => {
  for (const [fields, version] of [
    [{ version: 3, updated: '2026-11-25T06:05:00Z' }, '3'],
    [{ revision: ' 12b ' }, '12b'],
    [{ updated: '2026-11-25T06:05:00+01:00' }, '2026-11-25T05:05:00.000Z'],
    [{ versioncreated: '2026-11-25T06:05:00Z' }, '2026-11-25T06:05:00.000Z'],
    [{ updated: 'Tue Jan 1, 2008 6:44pm EST' }, '2008-01-01T23:44:00.000Z'],
    [{ modified: '2026-11-25T06:05:00' }, '2026-11-25T05:05:00.000Z'],
    // Two updates on one day are not the same one, and a moment that nobody understands is none.
    [{ updated: '2026-11-25' }, undefined],
    [{ updated: 'lately' }, undefined],
    [{ published: '2026-11-25T06:05:00Z' }, undefined],
  ] as const)
    assert.equal((await read({ headline: 'Bridge', text, ...fields })).source?.version, version, JSON.stringify(fields))
})

test('the address of a record is made of its own headline', async () => {
  assert.equal((await read({ headline: 'Ostra bridge  reopens', text })).slug, 'ostra-bridge-reopens')
  assert.equal((await read({ headline: '\u001b[31mOstra bridge\u001b[0m', text })).slug, 'ostra-bridge')
  assert.match((await read({ headline: '!!!', text })).slug, /^the-bridge-at-ostra/)
})

test('a text of one short line beside a headline is the copy', async () => {
  const { headline, copy } = await read({ headline: 'Bridge reopens', text: 'The bridge is open again.' })
  assert.equal(headline, 'Bridge reopens')
  assert.deepEqual(copy, [{ is: 'paragraph', text: [{ text: 'The bridge is open again.' }] }])
})

test('a strange byte in a record is mended and said', async () => {
  const [before, after] = JSON.stringify({ headline: 'Brücke | offen', text }).split('|')
  const line = Buffer.concat([Buffer.from(before ?? ''), Buffer.from([0x96]), Buffer.from(after ?? '')])
  const [taken] = await Array.fromAsync(readAny([line]))
  assert.equal(taken?.draft?.headline, 'Brücke – offen')
  assert.match(taken?.lost.join() ?? '', /^the byte 0x96 at 21/)
})

async function read(record: object): Promise<Draft> {
  const [taken] = await Array.fromAsync(readAny([Buffer.from(JSON.stringify(record))], { zone: 'Europe/Berlin' }))
  assert.ok(taken?.draft, JSON.stringify(taken?.problem))
  return taken.draft
}
