import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import reader from 'exifreader'
import sharp, { type Sharp } from 'sharp'
import { type Rendition, longestSide } from '../story/rendition.ts'
import { containerOf } from './container.ts'
import { rightsPacket } from './packet.ts'
import { render } from './render.ts'
import { withoutWhereabouts } from './whereabouts.ts'

const hash = 'ab'.repeat(32)
const asked = (more: Partial<Rendition> = {}): Rendition => ({ hash, step: 240, type: 'jpg', ...more })
const where = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 30/1', GPSLongitude: '16/1 22/1 0/1' } }
const words = {
  creators: ['Ilse Marrable & Son'],
  credit: 'Halyard',
  copyright: '© 2026 Halyard',
  usageTerms: 'No archives',
  caption: 'A boat on the lake <at dusk>',
  city: 'Ostra',
  others: { Licensor: [{ LicensorName: 'Halyard', LicensorURL: 'https://halyard.example/licence' }] },
}

test('a rendition is as wide as asked for, never wider than the picture, in all three types', async () => {
  const photo = await halves(1000, 600).jpeg().toBuffer()
  for (const [type, format] of [
    ['jpg', 'jpeg'],
    ['webp', 'webp'],
    ['avif', 'heif'],
  ] as const) {
    const made = await sharp(await render(photo, 'image/jpeg', asked({ step: 480, type }))).metadata()
    assert.deepEqual([made.format, made.width, made.height], [format, 480, 288])
  }
  const widest = await sharp(await render(photo, 'image/jpeg', asked({ step: 1280 }))).metadata()
  assert.deepEqual([widest.width, widest.height], [1000, 600])
  assert.equal(await render(photo, 'image/jpeg', asked({ step: 1920 })), undefined)
})

test('rights stay with every rendition, and the place where the photographer stood with none', async () => {
  const photo = await halves(600, 400)
    .withExif({ IFD0: { Copyright: '© 2026 Halyard', Model: 'Box Brownie 12345' }, ...where })
    .withXmp(`${rightsPacket(words)}`)
    .jpeg()
    .toBuffer()
  assert.ok(reader.load(photo, { expanded: true }).gps?.Latitude, 'the picture itself says where')
  for (const type of ['jpg', 'webp', 'avif'] as const) {
    const made = await render(photo, 'image/jpeg', asked({ type }))
    assert.ok(made)
    const { exif, xmp, gps } = reader.load(made, { expanded: true })
    const said = (name: string) => (xmp as Record<string, { description: string } | undefined>)[name]?.description
    assert.deepEqual(
      ['creator', 'Credit', 'rights', 'UsageTerms', 'description', 'City'].map(said),
      [words.creators[0], words.credit, words.copyright, words.usageTerms, words.caption, words.city],
      type,
    )
    assert.match(said('Licensor') ?? '', /halyard[.]example/)
    assert.ok(exif?.Copyright, type)
    assert.equal(gps, undefined, type)
    assert.doesNotMatch(made.toString('latin1'), /GPSL|Brownie/)
  }
})

test('the public gets the picture itself without the place, with its pixels and its words', async () => {
  const source = halves(60, 40).withExif({ IFD0: { Copyright: 'Halyard' }, ...where })
  const struct = '<exif:GPSLatitude>48,12.5N</exif:GPSLatitude>'
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Ostra" exif:GPSLongitude="16,22E">${struct}</rdf:Description></rdf:RDF></x:xmpmeta>`
  for (const [type, odd] of [
    ['jpeg', ''],
    ['png', ''],
    ['webp', ''],
    ['webp', ' '], // a chunk is made even by one byte
  ] as const) {
    const photo = await source
      .clone()
      .withXmp(packet + odd)
      .toFormat(type)
      .toBuffer()
    assert.ok(reader.load(photo, { expanded: true }).gps, type)
    const silent = await withoutWhereabouts(photo, `image/${type}`)
    assert.ok(silent, type)
    const { gps, exif, xmp } = reader.load(Buffer.from(silent), { expanded: true })
    assert.equal(gps, undefined, type)
    assert.equal(exif?.GPSLatitude, undefined, type)
    assert.ok(exif?.Copyright, type)
    assert.equal(xmp?.['City']?.description, 'Ostra', type)
    assert.doesNotMatch(Buffer.from(silent).toString('latin1'), /GPSL|16,22E|48,12/)
    assert.ok((await pixels(silent)).equals(await pixels(photo)), type)
    if (type === 'png')
      for (const { name, at, length } of containerOf(silent, 'image/png')!.parts)
        assert.equal(crc32(silent.subarray(at - 4, at + length)), Buffer.from(silent).readUInt32BE(at + length), name)
  }
  assert.equal(await withoutWhereabouts(await halves(60, 40).jpeg().toBuffer(), 'image/jpeg'), undefined)
})

test('a picture that lies on its side is turned', async () => {
  const lying = await halves(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const made = await render(lying, 'image/jpeg', asked())
  const { width, height, orientation } = await sharp(made).metadata()
  assert.deepEqual([width, height, orientation ?? 1], [240, 360, 1])
  assert.deepEqual(await spot(made, 0.5, 0.1), [255, 0, 0], 'what was left is above')
  assert.deepEqual(await spot(made, 0.5, 0.9), [0, 0, 255])
})

test('colours of a wider space are those of the screen, and no profile goes along', async () => {
  const wide = await halves(600, 400).withIccProfile('p3').png().toBuffer()
  const made = await render(wide, 'image/png', asked())
  assert.equal((await sharp(made).metadata()).icc, undefined)
  assert.deepEqual(await spot(made, 0.1, 0.5), [255, 0, 0])
})

test('a crop keeps the part that was asked for, and without a point the part that draws the eye', async () => {
  const photo = await halves(600, 400).jpeg().toBuffer()
  const left = await middle(await render(photo, 'image/jpeg', asked({ crop: '1:1', at: 0 })))
  const right = await middle(await render(photo, 'image/jpeg', asked({ crop: '1:1', at: 4 })))
  assert.ok(left.red > 200 && left.blue < 60 && right.blue > 200 && right.red < 60)
  const dot = { input: Buffer.from('<svg width="90" height="90"><circle cx="45" cy="45" r="40" fill="#fc0"/></svg>') }
  const night = sharp({ create: { width: 1200, height: 400, channels: 3, background: '#223' } })
  const lit = await night
    .composite([{ ...dot, left: 1050, top: 150 }])
    .jpeg()
    .toBuffer()
  const seen = await sharp(await render(lit, 'image/jpeg', asked({ crop: '1:1' }))).stats()
  assert.ok(seen.channels[0]!.max > 200, 'the one light in the dark is in it')
})

test('what is see-through is white in a JPEG', async () => {
  const drawing = sharp({ create: { width: 300, height: 200, channels: 4, background: '#0000' } })
  const made = await middle(await render(await drawing.png().toBuffer(), 'image/png', asked()))
  assert.deepEqual(made, { red: 255, blue: 255 })
})

test('a very long picture is made in the types that can hold it, to the last pixel, and in no other', async () => {
  const made = async (type: Rendition['type'], height: number) => {
    const long = sharp({ create: { width: 1, height, channels: 3, background: '#888' } })
    const bytes = await render(await long.png().toBuffer(), 'image/png', asked({ type }))
    return bytes && (await sharp(bytes).metadata()).height
  }
  for (const type of ['avif', 'webp', 'jpg'] as const)
    assert.equal(await made(type, longestSide[type]), longestSide[type])
  for (const type of ['avif', 'webp'] as const) assert.equal(await made(type, longestSide[type] + 1), undefined)
})

/** A picture that is red on its left half and blue on its right. */
function halves(width: number, height: number): Sharp {
  const left = { create: { width: width / 2, height, channels: 3 as const, background: '#f00' } }
  return sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([
    { input: left, left: 0, top: 0 },
  ])
}

/** The colour at a point in parts of width and height, to the next multiple of 15: a JPEG is not exact. */
async function spot(picture: Buffer | undefined, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels
  return [...data.subarray(at, at + 3)].map((value) => Math.round(value / 15) * 15)
}

async function middle(picture: Buffer | undefined): Promise<{ red: number; blue: number }> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels
  return { red: data[at]!, blue: data[at + 2]! }
}

function pixels(picture: Uint8Array): Promise<Buffer> {
  return sharp(picture).raw().toBuffer()
}
