import assert from 'node:assert/strict'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import reader from 'exifreader'
import sharp from 'sharp'
import { findPicture, keepPicture, openPicture } from './keep.ts'

test('a JPEG is kept by its hash, as it came, with the size it is shown in', async () => {
  await using folder = await emptyFolder()
  const bytes = await jpeg(60, 40)
  const kept = await keepPicture(folder, bytes)
  assert.ok('image' in kept)
  assert.deepEqual([kept.image.width, kept.image.height, kept.image.type], [60, 40, 'image/jpeg'])
  const back = await openPicture(folder, kept.image)
  assert.ok(back && (await buffer(back.stream)).equals(bytes))
  await keepPicture(folder, bytes)
  const { hash } = kept.image
  assert.deepEqual((await readdir(join(folder.folder, hash.slice(0, 2)))).toSorted(), [
    `${hash}.jpg`,
    `${hash}.jpg.given`,
  ])
})

test('a picture that lies on its side is as high as its reader sees it', async () => {
  await using folder = await emptyFolder()
  const kept = await keepPicture(
    folder,
    await sharp(await jpeg(60, 40))
      .withMetadata({ orientation: 6 })
      .toBuffer(),
  )
  assert.ok('image' in kept)
  assert.deepEqual([kept.image.width, kept.image.height], [40, 60])
})

test('the public gets a picture without the place where it was taken, the house keeps it as it came', async () => {
  await using folder = await emptyFolder()
  const taken = await sharp(await jpeg(60, 40))
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 30/1' } })
    .toBuffer()
  const kept = await keepPicture(folder, taken)
  assert.ok('image' in kept)
  const lies = await findPicture(folder, kept.image.hash)
  assert.ok((await readFile(lies!.path)).equals(taken))
  const open = await openPicture(folder, kept.image)
  const given = await buffer(open!.stream)
  assert.equal(given.equals(taken), false)
  assert.equal(reader.load(given, { expanded: true }).gps, undefined)
  await rm(`${lies!.path}.given`) // as when it was copied here from another house
  const again = await openPicture(folder, kept.image)
  assert.ok((await buffer(again!.stream)).equals(given))
})

test('a name that is no hash opens nothing', async () => {
  await using folder = await emptyFolder()
  assert.equal(await openPicture(folder, { hash: '../../etc/passwd', type: 'image/jpeg' }), undefined)
  assert.equal(await openPicture(folder, { hash: 'a'.repeat(64), type: 'image/jpeg' }), undefined)
})

/** Noise, so that half of the file is visibly half of the picture. */
function jpeg(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .jpeg()
    .toBuffer()
}

async function emptyFolder(): Promise<{ folder: string; [Symbol.asyncDispose](): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}
