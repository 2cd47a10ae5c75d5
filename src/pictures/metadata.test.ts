import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import sharp from 'sharp'
import { rightsPacket } from './packet.ts'
import { readMetadata } from './metadata.ts'

test('words in IIM are read in the charset they are written in, marked or not', async () => {
  const latin = await withIim([[120, Buffer.from('Dürre in Ostra', 'latin1')]])
  assert.equal((await readMetadata(latin, 'image/jpeg')).caption, 'Dürre in Ostra')
  const utf8 = await withIim([
    [120, Buffer.from('奥斯特拉的干旱')],
    [80, Buffer.from('Maren Hólt')],
    [80, Buffer.from('Joss Pellam')],
    [55, Buffer.from('20261124')],
  ])
  const { caption, creators, date } = await readMetadata(utf8, 'image/jpeg')
  assert.deepEqual([caption, creators, date], ['奥斯特拉的干旱', ['Maren Hólt', 'Joss Pellam'], '2026-11-24'])
})

test('XMP is right where it differs from IIM, unless IIM was written later', async () => {
  const xmp = { credit: 'From XMP', city: 'Ostra' }
  const iim: Field[] = [
    [110, Buffer.from('From IIM')],
    [105, Buffer.from('Drought')],
  ]
  const plain = await readMetadata(await withIim(iim, xmp), 'image/jpeg')
  assert.deepEqual([plain.credit, plain.city, plain.headline], ['From XMP', 'Ostra', 'Drought'])
  const untouched = await withIim(iim, xmp, createHash('md5').update(records(iim)).digest())
  assert.equal((await readMetadata(untouched, 'image/jpeg')).credit, 'From XMP')
  const later = await withIim(iim, xmp, createHash('md5').update('what it was before').digest())
  assert.equal((await readMetadata(later, 'image/jpeg')).credit, 'From IIM')
})

test('words that nobody can read, or too many of them, are left out and the picture stays', async () => {
  const jpeg = await grey()
  assert.deepEqual(await readMetadata(jpeg, 'image/jpeg'), {})
  const nonsense = Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff')),
    jpeg.subarray(2),
  ])
  assert.deepEqual(await readMetadata(nonsense, 'image/jpeg'), {})
  const long = Array.from({ length: 80 }, () => segment(0xfe, Buffer.alloc(65_000, 'x')))
  const talkative = Buffer.concat([
    jpeg.subarray(0, 2),
    ...long,
    (await withIim([[120, Buffer.from('A dam.')]])).subarray(2),
  ])
  assert.deepEqual(await readMetadata(talkative, 'image/jpeg'), {})
})

test('words that a PNG has packed are unpacked, but not without end', async () => {
  const words = { credit: 'Halyard', creators: ['Maren Holt'] }
  const png = await sharp(await grey())
    .withXmp(rightsPacket(words)!)
    .png()
    .toBuffer()
  assert.deepEqual(await readMetadata(png, 'image/png'), words)
  const endless = `${rightsPacket(words)}${' '.repeat(6 * 1024 * 1024)}`
  const bomb = await sharp(await grey())
    .withXmp(endless)
    .png()
    .toBuffer()
  assert.ok(bomb.length < 100_000)
  assert.deepEqual(await readMetadata(bomb, 'image/png'), {})
})

type Field = [dataset: number, value: Buffer]

/** A JPEG with an IIM block as Photoshop writes it, with or without its checksum. */
async function withIim(fields: Field[], xmp?: Parameters<typeof rightsPacket>[0], digest?: Buffer): Promise<Buffer> {
  const jpeg = xmp
    ? await sharp(await grey())
        .withXmp(rightsPacket(xmp)!)
        .jpeg()
        .toBuffer()
    : await grey()
  const blocks = Buffer.concat([
    Buffer.from('Photoshop 3.0\0'),
    resource(1028, records(fields)),
    ...(digest ? [resource(1061, digest)] : []),
  ])
  return Buffer.concat([jpeg.subarray(0, 2), segment(0xed, blocks), jpeg.subarray(2)])
}

function records(fields: Field[]): Buffer {
  return Buffer.concat(
    fields.flatMap(([dataset, value]) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(value.length)
      return [Buffer.from([0x1c, 2, dataset]), length, value]
    }),
  )
}

function resource(number: number, inside: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.write('8BIM')
  head.writeUInt16BE(number, 4)
  head.writeUInt32BE(inside.length, 8)
  return Buffer.concat([head, inside, Buffer.alloc(inside.length % 2)])
}

function segment(marker: number, inside: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(inside.length + 2, 2)
  return Buffer.concat([head, inside])
}

function grey(): Promise<Buffer> {
  return sharp({ create: { width: 30, height: 20, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
}
