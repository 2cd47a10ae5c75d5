import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readMetadata } from './metadata.ts'

const reference = new URL('../../../shared/standards/photo-metadata/', import.meta.url)

test('every field of the reference image of IPTC comes out', async (t) => {
  if (!existsSync(reference)) return t.skip('the reference image is not here')
  const bytes = readFileSync(new URL('IPTC-PhotometadataRef-Std2021.1.jpg', reference))
  const all = JSON.parse(readFileSync(new URL('expected-Std2021.1.json', reference), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >
  const expected = Object.values(all)[0] ?? {}
  const metadata = await readMetadata(bytes, 'image/jpeg')
  const found = new Set(stringsIn(metadata))
  const fields = Object.entries(expected).filter(([name]) => !name.startsWith('File:'))
  const wanted = [...new Set(stringsIn(fields.map(([, value]) => value)))].filter((text) => text.includes('2021.1'))
  assert.equal(wanted.length >= 150, true)
  assert.deepEqual(
    wanted.filter((text) => !found.has(text)),
    [],
  )
})

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()]
  return typeof value === 'object' && value ? Object.values(value).flatMap(stringsIn) : []
}
