import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { type Renditions } from '../pictures/renditions.ts'
import { type PictureDoor, pictureResponse, renditionResponse } from './pictures.ts'

const hash = 'ab'.repeat(32)
const opened = () => ({ size: 3, stream: Readable.from([Buffer.from('abc')]) })

test('a picture is given out as what it is, is asked for anew by its reader each time and can run nothing', async () => {
  const asked: unknown[] = []
  const pictures = door({ original: async (picture) => (asked.push(picture), opened()) })
  const answer = await pictureResponse(pictures, asking(), `${hash}.png`)
  assert.deepEqual(asked, [{ hash, type: 'image/png' }])
  assert.equal(answer?.headers.get('content-type'), 'image/png')
  assert.equal(answer?.headers.get('cache-control'), 'private, no-cache')
  assert.equal(answer?.headers.get('x-content-type-options'), 'nosniff')
  assert.match(answer?.headers.get('content-security-policy') ?? '', /sandbox/)
  assert.equal(await pictureResponse(pictures, asking(), `${hash}.svg`), undefined)
})

test('an address that asks for what is not made never reaches the pictures', async () => {
  const pictures = door({ open: () => assert.fail('asked') })
  for (const file of ['641.avif', '640.gif', '640-5x4.jpg', '640-16x9-9.jpg', '..%2f640.jpg'])
    assert.equal(await renditionResponse(pictures, asking(), { hash, file }), undefined, file)
})

test('a rendition that cannot be made now is not remembered as missing', async () => {
  const answer = await renditionResponse(door({ open: async () => 'busy' }), asking(), { hash, file: '640-16x9.avif' })
  assert.deepEqual([answer?.status, answer?.headers.get('cache-control')], [503, 'no-store'])
})

test('who has a picture already is told so while it stands, and no file is opened for it', async () => {
  const shut = door({ original: () => assert.fail('opened'), open: () => assert.fail('opened') })
  const whole = await pictureResponse(shut, asking('GET', `W/"${hash.slice(0, 16)}/whole"`), `${hash}.png`)
  const cut = await renditionResponse(shut, asking('GET', `"x", "${hash.slice(0, 16)}/640.avif"`), {
    hash,
    file: '640.avif',
  })
  for (const answer of [whole, cut])
    assert.deepEqual([answer?.status, answer?.headers.get('cache-control')], [304, 'private, no-cache'])
  assert.equal(cut?.headers.get('etag'), `"${hash.slice(0, 16)}/640.avif"`)
  const withdrawn = { ...shut, standing: async () => ({ is: 'gone' }) as const }
  assert.equal(
    (await pictureResponse(withdrawn, asking('GET', `"${hash.slice(0, 16)}/whole"`), `${hash}.png`))?.status,
    410,
  )
  await assert.rejects(
    async () => pictureResponse(shut, asking('GET', `"${hash.slice(0, 16)}/640.avif"`), `${hash}.png`),
    /opened/,
  )
})

test('who asks for the head alone leaves no file open', async () => {
  const file = opened()
  const answer = await renditionResponse(door({ open: async () => file }), asking('HEAD'), { hash, file: '640.avif' })
  assert.deepEqual([answer?.headers.get('content-length'), answer?.body, file.stream.destroyed], ['3', null, true])
})

test('a cache in front may keep a picture when it is told which story shows it, and is told nothing else', async () => {
  const pictures = { ...door({ open: async () => opened() }), mayBeKept: () => true }
  const answer = await renditionResponse(pictures, asking(), { hash, file: '640.avif' })
  assert.equal(answer?.headers.get('surrogate-key'), 'all story:quake')
  assert.equal(answer?.headers.get('surrogate-control'), 'max-age=60')
  const bare = await renditionResponse(door({ open: async () => opened() }), asking(), { hash, file: '640.avif' })
  assert.equal(bare?.headers.get('surrogate-key'), null)
})

test('what no public story shows is never opened, and what was withdrawn is said to be', async () => {
  const closed = door({ original: () => assert.fail('opened'), open: () => assert.fail('opened') })
  for (const [is, status] of [
    ['nothing', undefined],
    ['gone', 410],
  ] as const) {
    const pictures = { ...closed, standing: async () => ({ is }) }
    const [whole, cut] = [
      await pictureResponse(pictures, asking(), `${hash}.jpg`),
      await renditionResponse(pictures, asking(), { hash, file: '640-16x9.avif' }),
    ]
    assert.deepEqual([whole?.status, cut?.status], [status, status])
  }
})

function asking(method = 'GET', has?: string): Request {
  return new Request('https://news.example/', { method, ...(has ? { headers: { 'if-none-match': has } } : {}) })
}

function door(more: Partial<Renditions>): PictureDoor {
  const renditions = {
    original: async () => undefined,
    open: async () => undefined,
    prepare: async () => {},
    [Symbol.asyncDispose]: async () => {},
    ...more,
  }
  return { renditions, standing: async () => ({ is: 'shown', by: 'quake' }) }
}
