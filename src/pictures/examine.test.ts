import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { examine } from './examine.ts'

test('JPEG, PNG and WebP are taken in by what is in them', async () => {
  const picture = noise(60, 40)
  for (const type of ['jpeg', 'png', 'webp'] as const)
    assert.deepEqual(await examine(await picture.clone().toFormat(type).toBuffer()), {
      image: { width: 60, height: 40, type: `image/${type}` },
    })
})

test('everything else is refused by what it is, whatever its name says', async () => {
  const picture = noise(60, 40)
  const svg = Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  const [gif, avif, tiff] = await Promise.all(
    (['gif', 'avif', 'tiff'] as const).map((type) => picture.clone().toFormat(type).toBuffer()),
  )
  const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(200)])
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n')
  assert.deepEqual(await Promise.all([gif!, avif!, tiff!, heic, svg, pdf, Buffer.from('photo.jpg')].map(verdict)), [
    'picture.type GIF',
    'picture.type AVIF',
    'picture.type TIFF',
    'picture.type HEIC',
    'picture.type SVG',
    'picture.type PDF',
    'picture.type',
  ])
})

test('a picture that is another file as well is refused', async () => {
  const jpeg = await noise(60, 40).jpeg().toBuffer()
  const png = await noise(60, 40).png().toBuffer()
  const note = Buffer.from('\xff\xfe\0\x0b%PDF-1.7\n', 'latin1') // a comment segment
  const both = Buffer.concat([jpeg.subarray(0, 2), note, jpeg.subarray(2)])
  assert.deepEqual(
    await Promise.all([
      verdict(Buffer.concat([jpeg, Buffer.from('\n<html><script>alert(1)</script>')])),
      verdict(Buffer.concat([png, Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1')])),
      verdict(Buffer.concat([jpeg, Buffer.from('<?php system($_GET[0]);')])),
      verdict(both),
      verdict(Buffer.concat([jpeg, Buffer.from('AXS!*the trailer of an old archive')])),
    ]),
    ['picture.hides', 'picture.hides', 'picture.hides', 'picture.type PDF', 'image/jpeg'],
  )
})

test('a picture that is cut off, or only begins like one, is refused', async () => {
  for (const type of ['jpeg', 'png', 'webp'] as const) {
    const whole = await noise(600, 400).toFormat(type).toBuffer()
    for (const part of [0.1, 0.5, 0.99])
      assert.equal(await verdict(whole.subarray(0, whole.length * part)), 'picture.broken', `${type} ${part}`)
  }
  const jpeg = await noise(60, 40).jpeg().toBuffer()
  const page = Buffer.from('<html>photo.jpg</html>')
  assert.equal(await verdict(Buffer.concat([jpeg.subarray(0, 3), page])), 'picture.broken')
})

test('a picture that says it is huge is refused before a pixel is decoded', async () => {
  const before = process.memoryUsage().rss
  const start = performance.now()
  const lies = png(30_000, 30_000, deflateSync(Buffer.alloc(1000)))
  assert.equal(await verdict(lies), 'picture.too-large 900 megapixels')
  const long = await sharp({ create: { width: 1, height: 65_501, channels: 3, background: '#888' } })
    .png()
    .toBuffer()
  assert.equal(await verdict(long), 'picture.too-large 65501 pixels on a side')
  assert.equal(await verdict(Buffer.alloc(41 * 1024 * 1024, 0xff)), 'picture.too-large 41.0 MB')
  assert.ok(performance.now() - start < 2000)
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024)
})

test('a picture that moves is refused', async () => {
  const frames = { raw: { width: 20, height: 40, channels: 3 as const, pageHeight: 20 } }
  const moving = await sharp(Buffer.from(Uint8Array.from({ length: 2400 }, (_, at) => (at * 7) % 256)), frames)
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer()
  assert.equal(await verdict(moving), 'picture.moves')
  const still = await noise(20, 20).png().toBuffer()
  assert.equal(
    await verdict(Buffer.concat([still.subarray(0, 33), chunk('acTL', Buffer.alloc(8)), still.subarray(33)])),
    'picture.moves',
  )
})

/** `image/jpeg` for what is taken in; the code, and what it says of the file, for what is refused. */
async function verdict(bytes: Uint8Array): Promise<string> {
  const found = await examine(bytes)
  if ('image' in found) return found.image.type
  const { code, values = {} } = found.refused
  return [code, values['is'] ?? values['size']].filter(Boolean).join(' ')
}

/** Noise, so that half of the file is visibly half of the picture. */
function noise(width: number, height: number): Sharp {
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  return sharp({ create: { width, height, channels: 3, background: '#888', noise: grain } })
}

function png(width: number, height: number, data: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
