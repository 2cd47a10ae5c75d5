import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cropAddress, readRendition, renditionAddress, renditionOf, renditionWidths, sizesOf } from './rendition.ts'

const hash = 'ab'.repeat(32)
const image = { hash, width: 6000, height: 4000, type: 'image/jpeg' as const }
const file = (address: string) => address.split('/').at(-1)!

test('a picture is offered in the fixed widths, and never wider than it came', () => {
  assert.deepEqual(
    sizesOf(image).map(({ width }) => width),
    [...renditionWidths],
  )
  assert.deepEqual(sizesOf({ width: 1000, height: 500 }), [
    { step: 240, width: 240, height: 120 },
    { step: 480, width: 480, height: 240 },
    { step: 640, width: 640, height: 320 },
    { step: 960, width: 960, height: 480 },
    { step: 1280, width: 1000, height: 500 },
  ])
  assert.deepEqual(sizesOf({ width: 100, height: 3 }), [{ step: 240, width: 100, height: 3 }])
  assert.deepEqual(
    sizesOf(image, {}, 640).map(({ step }) => step),
    [240, 480, 640],
  )
})

test('an address says hash, width, shape and type, and is read back as what it said', () => {
  const crop = renditionOf(image, { crop: '16:9', focus: { x: 0.5, y: 0.9 } }, 640, 'avif')
  assert.equal(renditionAddress('', crop), `/pictures/${hash}/640-16x9-4.avif`)
  assert.deepEqual(readRendition(hash, '640-16x9-4.avif'), crop)
  const whole = renditionOf(image, {}, 1280, 'jpg')
  assert.deepEqual(readRendition(hash, file(renditionAddress('', whole))), whole)
  for (const wrong of [
    '641.avif',
    '640.png',
    '640-2x1.avif',
    '640-16x9-5.jpg',
    '640-16x9-2',
    '0640.jpg',
    '640.jpg.jpg',
  ])
    assert.equal(readRendition(hash, wrong), undefined, wrong)
  assert.equal(readRendition('../../etc', '640.jpg'), undefined)
})

test('a crop keeps the point that must stay visible', () => {
  const at = (x: number, y: number, crop: '16:9' | '1:1') =>
    renditionOf(image, { crop, focus: { x, y } }, 640, 'jpg').at
  assert.deepEqual([at(0, 0, '1:1'), at(0.5, 0, '1:1'), at(1, 0, '1:1')], [0, 2, 4])
  assert.deepEqual([at(0.5, 0.1, '16:9'), at(0.5, 0.5, '16:9'), at(0.5, 1, '16:9')], [0, 2, 4])
})

test('a picture that has the shape already is not cut', () => {
  assert.equal(renditionOf(image, { crop: '3:2', focus: { x: 0, y: 0 } }, 640, 'jpg').crop, undefined)
})

test('machines are given a crop with the size that comes', () => {
  assert.deepEqual(cropAddress('https://a.example', image, '16:9', { focus: { x: 0.5, y: 0.5 } }), {
    address: `https://a.example/pictures/${hash}/1280-16x9-2.jpg`,
    width: 1280,
    height: 720,
    type: 'image/jpeg',
  })
  const small = cropAddress('', { hash, width: 400, height: 400 }, '4:3')
  assert.deepEqual([file(small.address), small.width, small.height], ['480-4x3.jpg', 400, 300])
})
