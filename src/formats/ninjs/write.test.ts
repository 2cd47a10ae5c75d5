import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { momentAt } from '../../story/moment.ts'
import { aStory, anyOutgoing, killedStory, publisher } from '../any-story.test.ts'
import { type Outgoing, type Writer } from '../format.ts'
import { type Extension } from './extension.ts'
import { type Item } from './shape.ts'
import { ninjs22, ninjs31 } from './write.ts'

const at = momentAt('2026-11-24T13:31:00Z', 'Europe/Lisbon')
const entry = { number: 42, what: 'published', at } as const

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`schema/${name}`, import.meta.url), 'utf8')) as Record<string, unknown>
}

function validator(name: string) {
  const { $schema: _draft, ...geo } = read('GeoJSON.json')
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(geo, 'https://geojson.org/schema/GeoJSON.json')
  return ajv.compile(read(name))
}

const valid = new Map([
  [ninjs31, validator('ninjs-schema_3.1.json')],
  [ninjs22, validator('ninjs-schema_2.2.json')],
])

function written(writer: Writer, outgoing: Outgoing): Item & Record<string, unknown> {
  const answer = writer.write([outgoing], publisher)
  assert.ok('bytes' in answer, JSON.stringify(answer))
  const item = JSON.parse(new TextDecoder().decode(answer.bytes)) as Item & Record<string, unknown>
  const check = valid.get(writer)
  assert.ok(check?.(item), `${writer.name}: ${JSON.stringify(check?.errors)}`)
  return item
}

function extension(item: Item): Extension {
  return JSON.parse(item.descriptions?.find(({ role }) => role === 'dateline')?.value ?? '{}') as Extension
}

test('any story is a valid item in both versions, published, corrected, embargoed or killed', () => {
  fc.assert(
    fc.property(anyOutgoing, fc.boolean(), (outgoing, embargoed) => {
      const until = embargoed ? { embargoedUntil: '2026-12-01T00:00:00.000Z' } : {}
      for (const writer of [ninjs31, ninjs22]) {
        written(writer, outgoing.entry ? { ...outgoing, entry: { ...outgoing.entry, ...until } } : outgoing)
      }
    }),
    { numRuns: 300 },
  )
})

test('all versions of a story have one uri, and the version counts them', () => {
  const first = written(ninjs31, { story: aStory({ version: 1 }), entry })
  const third = written(ninjs31, { story: aStory({ version: 3 }), entry: { ...entry, number: 57, what: 'corrected' } })
  assert.equal(first.uri, 'tag:kessary.example,2026:story/0193f1c2')
  assert.equal(third.uri, first.uri)
  assert.deepEqual([first.version, third.version], ['1', '3'])
  assert.deepEqual(third.altIds, [
    { role: 'story', value: '0193f1c2' },
    { role: 'journal', value: '57' },
  ])
})

test('a subscriber gets the copy as text and as HTML, with the dateline in it', () => {
  const { bodies = [], located, people } = written(ninjs31, { story: aStory(), entry })
  assert.equal(
    bodies.find(({ role }) => role === 'text')?.value,
    'OSTRA (Kessary) – The bridge at Ostra reopened on Tuesday.\n\nToll\n\nIt had been shut since',
  )
  assert.match(bodies[0]?.value ?? '', /^<p>OSTRA \(Kessary\) – The bridge .*<em>since<\/em><\/p>$/)
  assert.equal(located, 'OSTRA')
  assert.deepEqual(people, [
    { name: 'Ana Ruiz', rel: 'byline' },
    { name: 'Bo Lind', rel: 'editing' },
  ])
})

test('nothing that is the desk’s own leaves, neither notes nor contacts nor the ids of people', () => {
  const story = aStory({
    corrections: [{ wrong: 'ten', right: 'eleven', version: 3, at, by: 'SECRET-PERSON' }],
    credits: [{ role: 'editing', people: [{ name: 'Bo Lind', person: 'SECRET-PERSON' }] }],
    source: { provider: 'SECRET-PROVIDER', format: 'copy', guid: 'SECRET-GUID' },
    publication: { is: 'published', version: 3, at, by: 'SECRET-PERSON' },
  })
  for (const writer of [ninjs31, ninjs22]) {
    const text = JSON.stringify(written(writer, { story, entry }))
    assert.ok(!text.includes('SECRET'), text)
    assert.ok(text.includes('Recasts with reopening'), 'the public note goes along')
  }
})

test('a kill is the notice and none of the words', () => {
  for (const writer of [ninjs31, ninjs22]) {
    const item = written(writer, { story: killedStory(), entry: { ...entry, what: 'killed' } })
    assert.equal(item.pubStatus ?? item['pubstatus'], 'canceled')
    assert.equal(item.edNote ?? item['ednote'], 'Kessary withdraws this story: the bridge is shut.')
    assert.ok(!/reopen/.test(JSON.stringify({ ...item, slugline: '' })))
    assert.equal(extension(item).kill?.notice, 'Kessary withdraws this story: the bridge is shut.')
  }
})

test('an embargoed item is marked, and names no page that is not there yet', () => {
  const story = aStory({ embargo: { until: momentAt('2026-12-01T00:00:00Z', 'UTC'), reason: 'Budget' } })
  const item = written(ninjs31, { story, entry: { ...entry, embargoedUntil: '2026-12-01T00:00:00.000Z' } })
  assert.equal(item.embargoedUntil, '2026-12-01T00:00:00.000Z')
  assert.equal(item.renditions, undefined)
  assert.equal(extension(item).embargo?.reason, 'Budget')
  const released = written(ninjs31, { story, entry: { ...entry, what: 'released' } })
  assert.equal(released.embargoedUntil, undefined)
  assert.equal(released.renditions?.[0]?.href, 'https://kessary.example/2026/11/24/harbour-bridge-reopens')
})

test('what ninjs has no place for stands in the extension: corrections, credits with places, zones', () => {
  const correction = { wrong: 'ten', right: 'eleven', where: 'paragraph 1', version: 3, at, by: 'ana' }
  const item = written(ninjs31, {
    story: aStory({ corrections: [correction] }),
    entry: { ...entry, what: 'corrected' },
  })
  const { by: _by, ...told } = correction
  const found = extension(item)
  assert.deepEqual(found.corrections, [told])
  assert.deepEqual(found.credits?.[0], { role: 'byline', people: [{ name: 'Ana Ruiz', place: 'Ostra' }] })
  assert.equal(found.dateline?.places[0]?.zone, 'Europe/Lisbon')
  assert.deepEqual(found.journal, { number: 42, what: 'corrected', at })
})

test('pictures go along with caption, alternative text, credit and focal point', () => {
  const story = aStory({
    pictures: [
      {
        image: { hash: 'ab'.repeat(32), width: 1000, height: 500, type: 'image/jpeg' },
        alt: 'A bridge',
        caption: { text: 'The bridge.', place: 'Ostra', credit: { agency: 'KESSARY', photographer: 'Bo Lind' } },
        focus: { x: 0.25, y: 0.5 },
      },
    ],
  })
  const [picture] = written(ninjs31, { story, entry, sizes: { ['ab'.repeat(32)]: 12345 } }).associations ?? []
  assert.deepEqual(
    picture?.descriptions?.map(({ role, value }) => [role, value]),
    [
      ['caption', 'The bridge.'],
      ['alt', 'A bridge'],
    ],
  )
  assert.equal(picture?.by, 'Bo Lind')
  assert.deepEqual(picture?.renditions?.[0]?.poi, { x: 250, y: 250 })
  assert.equal(picture?.renditions?.[0]?.sizeInBytes, 12345)
  const made = picture?.renditions?.slice(1).map(({ name, width, height }) => `${name} ${width}x${height}`)
  assert.deepEqual(made, ['web 1000x500', '16:9 889x500', '4:3 667x500', '1:1 500x500'])
})

test('what was never published is refused', () => {
  const answer = ninjs31.write([{ story: aStory({ publication: { is: 'never' } }) }], publisher)
  assert.deepEqual(answer, [{ code: 'story.not-published', values: { story: '0193f1c2' } }])
})

test('a picture keeps the rights that it brought, and its restrictions beside its terms', () => {
  const picture = {
    image: { hash: 'ab'.repeat(32), width: 640, height: 480, type: 'image/jpeg' as const },
    alt: 'A dam',
    caption: { text: 'The dam.', restrictions: 'No archives.' },
    rights: {
      holder: 'Maren Holt',
      notice: '© Maren Holt',
      usageTerms: 'For news.',
      page: 'https://holt.example/terms',
    },
  }
  const story = aStory({ version: 1, pictures: [picture], rights: { notice: '© Kessary' } })
  const said = { holder: 'Maren Holt', notice: '© Maren Holt', terms: 'For news. No archives.' }
  const [one] = written(ninjs31, { story, entry }).associations ?? []
  assert.deepEqual({ holder: one?.copyrightHolder, notice: one?.copyrightNotice, terms: one?.usageTerms }, said)
  assert.deepEqual(one?.rightsInfo, { linkedRights: 'https://holt.example/terms' })
  const [older] = written(ninjs22, { story, entry }).associations as unknown as Record<string, unknown>[]
  assert.deepEqual(older?.['rightsinfo'], { linkedrights: 'https://holt.example/terms' })
  assert.equal(older?.['copyrightnotice'], '© Maren Holt')
})
