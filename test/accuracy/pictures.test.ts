import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import reader from 'exifreader'
import { examine } from '../../src/pictures/examine.ts'
import { readMetadata } from '../../src/pictures/metadata.ts'
import { render } from '../../src/pictures/render.ts'
import { withoutWhereabouts } from '../../src/pictures/whereabouts.ts'
import { sharedFolder } from './labelled.ts'

const shared = sharedFolder()
const missing = shared ? false : 'the shared material is not here (DATELINE_SHARED or ../shared)'
const inside = (path: string) => readFileSync(join(shared!, path))

test(
  'every field of the reference image of IPTC comes out, and its rights go into each rendition',
  {
    skip: missing,
  },
  async () => {
    const bytes = inside('standards/photo-metadata/IPTC-PhotometadataRef-Std2021.1.jpg')
    const all = JSON.parse(String(inside('standards/photo-metadata/expected-Std2021.1.json'))) as Record<string, object>
    const fields = Object.entries(Object.values(all)[0]!).filter(([name]) => !name.startsWith('File:'))
    const wanted = new Set(stringsIn(fields).filter((text) => text.includes('2021.1')))
    const found = new Set(stringsIn(await readMetadata(bytes, 'image/jpeg')))
    assert.ok(wanted.size >= 150)
    assert.deepEqual(
      [...wanted].filter((text) => !found.has(text)),
      [],
    )
    for (const type of ['avif', 'webp', 'jpg'] as const) {
      const made = await render(bytes, 'image/jpeg', { hash: '', step: 240, type })
      const kept = made!.toString('utf8')
      for (const text of [
        'The description aka caption (ref2021.1)',
        'Creator1 (ref2021.1)',
        'Credit Line (ref2021.1)',
        'Source (ref2021.1)',
        'Copyright (Notice) 2021.1 IPTC - www.iptc.org  (ref2021.1)',
        'Rights Usage Terms (ref2021.1)',
        'https://example.com/WebStatementOfRights/2021.1',
        'Licensor Name 1 (ref2021.1)',
        'Copyright Owner Name 2 (ref2021.1)',
        'softwareImage',
        'Alt Text description',
        'City (Core) (ref2021.1)',
      ])
        assert.ok(kept.includes(text), `${type}: ${text}`)
      assert.doesNotMatch(kept, /GPS/)
    }
  },
)

type Readout = Readonly<Record<string, unknown>> & { SourceFile: string }

/** What the sender's fields are called by the reader of the expected values: XMP, IIM, EXIF. */
const fields = {
  caption: ['XMP-dc:Description', 'IPTC:Caption-Abstract', 'IFD0:ImageDescription'],
  headline: ['XMP-photoshop:Headline', 'IPTC:Headline'],
  credit: ['XMP-photoshop:Credit', 'IPTC:Credit'],
  source: ['XMP-photoshop:Source', 'IPTC:Source'],
  copyright: ['XMP-dc:Rights', 'IPTC:CopyrightNotice', 'IFD0:Copyright'],
  city: ['XMP-photoshop:City', 'IPTC:City'],
  country: ['XMP-photoshop:Country', 'IPTC:Country-PrimaryLocationName'],
  instructions: ['XMP-photoshop:Instructions', 'IPTC:SpecialInstructions'],
  creators: ['XMP-dc:Creator', 'IPTC:By-line', 'IFD0:Artist'],
  keywords: ['XMP-dc:Subject', 'IPTC:Keywords'],
} as const

test(
  'pictures of many senders say what an older reader finds in them, and never where their photographer stood',
  {
    skip: missing,
  },
  async () => {
    const readout = JSON.parse(String(inside('corpora/photos/exiftool-readout.json'))) as Readout[]
    let right = 0
    const wrong: string[] = []
    const refused: string[] = []
    for (const known of readout) {
      const bytes = inside(`corpora/photos/${known.SourceFile}`)
      const found = await examine(bytes)
      if ('refused' in found) {
        refused.push(`${known.SourceFile} ${found.refused.code}`)
        continue
      }
      const { type } = found.image
      const said = await readMetadata(bytes, type)
      for (const [name, keys] of Object.entries(fields)) {
        const told = said[name as keyof typeof fields]
        const got = squeezed(Array.isArray(told) ? told.join('|') : told)
        const expected = keys
          .map((key) => known[key])
          .map((one) => squeezed(Array.isArray(one) ? one.join('|') : one))
          .filter(Boolean)
        if (!got && !expected.length) continue
        // A sign that the older reader could not read stands as "?"; very long texts are cut.
        const same = expected.some(
          (one) =>
            one === got ||
            (one.includes('?') && one.length === got.length) ||
            (got.length > 5000 && one.startsWith(got.slice(0, 5000))),
        )
        if (same) right++
        else wrong.push(`${known.SourceFile} ${name}: ${got.slice(0, 60)}`)
      }
      const open = Buffer.from((await withoutWhereabouts(bytes, type)) ?? bytes)
      assert.equal(reader.load(open, { expanded: true }).gps, undefined, known.SourceFile)
    }
    console.log(
      `${right} of ${right + wrong.length} fields right, ${refused.length} of ${readout.length} files refused`,
    )
    for (const one of wrong) console.log(`  ${one}`)
    assert.ok(right / (right + wrong.length) >= 0.95)
    assert.deepEqual(
      refused.filter((one) => /[.](jpg|png|webp) /.test(one)),
      ['edge/exif-samples_corrupted.jpg picture.broken', 'edge/exiv2_table.jpg picture.broken'],
    )
  },
)

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()]
  return typeof value === 'object' && value ? Object.values(value).flatMap(stringsIn) : []
}

function squeezed(text: unknown): string {
  return (typeof text === 'string' || typeof text === 'number' ? String(text) : '').replace(/\s+/g, ' ').trim()
}
