import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { type Renditions } from '../pictures/renditions.ts'
import { pictureResponse, renditionResponse } from './pictures.ts'

const hash = 'ab'.repeat(32)
const opened = () => ({ size: 3, stream: Readable.from([Buffer.from('abc')]) })

test('a picture is given out as what it is, may be kept for ever and can run nothing', async () => {
  const asked: unknown[] = []
  const pictures = door({ original: async (picture) => (asked.push(picture), opened()) })
  const answer = await pictureResponse(pictures, `${hash}.png`, 'GET')
  assert.deepEqual(asked, [{ hash, type: 'image/png' }])
  assert.equal(answer?.headers.get('content-type'), 'image/png')
  assert.equal(answer?.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(answer?.headers.get('x-content-type-options'), 'nosniff')
  assert.match(answer?.headers.get('content-security-policy') ?? '', /sandbox/)
  assert.equal(await pictureResponse(pictures, `${hash}.svg`, 'GET'), undefined)
})

test('an address that asks for what is not made never reaches the pictures', async () => {
  const pictures = door({ open: () => assert.fail('asked') })
  for (const file of ['641.avif', '640.gif', '640-5x4.jpg', '640-16x9-9.jpg', '..%2f640.jpg'])
    assert.equal(await renditionResponse(pictures, hash, file, 'GET'), undefined, file)
})

test('a rendition that cannot be made now is not remembered as missing', async () => {
  const answer = await renditionResponse(door({ open: async () => 'busy' }), hash, '640-16x9.avif', 'GET')
  assert.deepEqual([answer?.status, answer?.headers.get('cache-control')], [503, 'no-store'])
})

test('who asks for the head alone leaves no file open', async () => {
  const file = opened()
  const answer = await renditionResponse(door({ open: async () => file }), hash, '640.avif', 'HEAD')
  assert.deepEqual([answer?.headers.get('content-length'), answer?.body, file.stream.destroyed], ['3', null, true])
})

function door(more: Partial<Renditions>): Renditions {
  return {
    original: async () => undefined,
    open: async () => undefined,
    prepare: async () => {},
    [Symbol.asyncDispose]: async () => {},
    ...more,
  }
}
