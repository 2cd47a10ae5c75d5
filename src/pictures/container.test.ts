import assert from 'node:assert/strict'
import { test } from 'node:test'
import { containerOf } from './container.ts'

test('a chunk of a WebP that is not even is followed by one byte that is nobody’s', () => {
  const odd = Buffer.from('EXIF\x03\0\0\0abc\0', 'latin1')
  const next = Buffer.from('XMP \x02\0\0\0hi', 'latin1')
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + odd.length + next.length, 4)
  const { parts, end } = containerOf(Buffer.concat([head, odd, next, Buffer.from('rest')]), 'image/webp')!
  assert.deepEqual(parts, [
    { name: 'EXIF', at: 20, length: 3 },
    { name: 'XMP ', at: 32, length: 2 },
  ])
  assert.equal(end, 34)
})

test('a length that leads out of the picture is no picture', () => {
  const jpeg = Buffer.from('\xff\xd8\xff\xe1\xff\xffExif\0\0\xff\xd9', 'latin1')
  assert.equal(containerOf(jpeg, 'image/jpeg'), undefined)
  const png = Buffer.from('\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR\0\0\0\0', 'latin1')
  assert.equal(containerOf(png, 'image/png'), undefined)
  assert.equal(containerOf(Buffer.from('RIFF\xff\xff\xff\x7fWEBP', 'latin1'), 'image/webp'), undefined)
})

test('what follows the end of a JPEG is not the picture’s, though it may look like its end', () => {
  const coded = '\xff\xda\0\x02\x11\xff\0\x22\xff\xd0\x33'
  const jpeg = Buffer.from(`\xff\xd8\xff\xfe\0\x06\xff\xd9ab${coded}\xff\xd9trailer\xff\xd9`, 'latin1')
  const { parts, end } = containerOf(jpeg, 'image/jpeg')!
  assert.deepEqual(
    parts.map(({ name }) => name),
    ['fe', 'da'],
  )
  assert.equal(jpeg.toString('latin1', end, end + 7), 'trailer')
})
