import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import sharp from 'sharp'
import { type Rendition } from '../story/rendition.ts'
import { keepPicture, pathOf } from './keep.ts'
import { type Renditions, renditions } from './renditions.ts'

test('a rendition is made when it is first asked for, once for all who ask, and then kept', async () => {
  await using at = await agency()
  const asked = at.asked({ step: 480 })
  const written = new Set<number>()
  const many = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const opened = await at.pictures.open(asked)
      written.add((await stat(join(at.folder, 'renditions', at.hash.slice(0, 2), at.hash, '480.avif'))).ino)
      return opened
    }),
  )
  assert.equal(written.size, 1, 'one file for all of them')
  const bytes = await Promise.all(many.map(bytesOf))
  assert.ok(bytes.every((one) => one.equals(bytes[0]!)))
  assert.equal((await sharp(bytes[0]).metadata()).width, 480)
  assert.deepEqual(await at.made(), ['480.avif'])
  await rm(pathOf(at, { hash: asked.hash, type: 'image/jpeg' })) // made anew it could not be
  assert.ok((await bytesOf(await at.pictures.open({ ...asked }))).equals(bytes[0]!))
})

test('what is not offered of a picture, and a picture that is not there, is nothing', async () => {
  await using at = await agency()
  assert.equal(await at.pictures.open(at.asked({ step: 1920 })), undefined)
  assert.equal(await at.pictures.open(at.asked({ crop: '3:2' })), undefined, 'it has this shape already')
  assert.equal(await at.pictures.open(at.asked({ hash: 'a'.repeat(64) })), undefined)
  assert.deepEqual(await at.made(), [])
})

test('whoever reads comes before what is made for later', async () => {
  await using at = await agency()
  const order: string[] = []
  const quiet = [640, 480, 240].map(async (step) => {
    await at.pictures.prepare(at.asked({ step }))
    order.push('quiet')
  })
  // The quickest to make, so that only its place in the line can make it late.
  const asked = await at.pictures.open(at.asked({ step: 240, type: 'webp' }))
  assert.ok(order.length < 2, 'one was begun already')
  assert.ok((await bytesOf(asked)).length > 0)
  await Promise.all(quiet)
  assert.deepEqual(await at.made(), ['240.avif', '240.webp', '480.avif', '640.avif'])
})

test('a picture that breaks its decoder breaks nothing else', async () => {
  await using at = await agency()
  const { hash } = at
  await writeFile(pathOf(at, { hash, type: 'image/jpeg' }), 'no picture any more')
  assert.equal(await at.pictures.open(at.asked({ step: 240 })), 'busy')
  assert.deepEqual(await at.made(), [])
})

test('an agency that ends leaves nobody waiting and no process behind', async () => {
  const at = await agency()
  const waits = [240, 480, 640, 960].map((step) => at.pictures.open(at.asked({ step })))
  await at[Symbol.asyncDispose]()
  assert.ok((await Promise.all(waits)).every((one) => one === 'busy' || typeof one === 'object' || one === undefined))
})

async function agency(): Promise<{
  folder: string
  hash: string
  pictures: Renditions
  asked(more: Partial<Rendition>): Rendition
  made(): Promise<string[]>
  [Symbol.asyncDispose](): Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'renditions-'))
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer()
  const kept = await keepPicture({ folder }, photo)
  assert.ok('image' in kept)
  const { hash } = kept.image
  const pictures = renditions({ folder })
  return {
    folder,
    hash,
    pictures,
    asked: (more) => ({ hash, step: 480, type: 'avif', ...more }),
    made: async () =>
      (await readdir(join(folder, 'renditions', hash.slice(0, 2), hash)).catch(() => [])).toSorted((one, other) =>
        one < other ? -1 : 1,
      ),
    async [Symbol.asyncDispose]() {
      await pictures[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

async function bytesOf(opened: Awaited<ReturnType<Renditions['open']>>): Promise<Buffer> {
  assert.ok(opened && opened !== 'busy', opened === 'busy' ? 'busy' : 'nothing')
  return buffer(opened.stream)
}
