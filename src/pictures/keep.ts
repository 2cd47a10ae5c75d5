import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable } from 'node:stream'
import { endings } from '../story/address.ts'
import { type Image } from '../story/picture.ts'
import { type Problem } from '../story/problem.ts'
import { examine } from './examine.ts'
import { withoutWhereabouts } from './whereabouts.ts'

/** Where the bytes of pictures are kept: a folder, each file named by the SHA-256 of what is in it. */
export type PictureFolder = { folder: string }

/** A file that is open: its length in bytes and what is in it. */
export type Opened = { size: number; stream: Readable }

/**
 * Keeps a picture as it came and says how wide and high it is shown. The same bytes are kept once. Refuses what `examine`
 * refuses. When it answers, the bytes are on disk, and beside them what the public gets of them.
 */
export async function keepPicture(
  at: PictureFolder,
  bytes: Uint8Array,
): Promise<{ image: Image } | { refused: Problem }> {
  const found = await examine(bytes)
  if ('refused' in found) return found
  const hash = createHash('sha256').update(bytes).digest('hex')
  const image = { hash, ...found.image }
  const path = pathOf(at, image)
  await writeForAll(path, bytes, image.type)
  await writeWhole(path, bytes)
  return { image }
}

/**
 * What the public gets of a picture at its own address, as a stream; nothing when there is no such picture. Made now when the picture
 * was put there by other means than `keepPicture`.
 */
export async function openPicture(
  at: PictureFolder,
  picture: Pick<Image, 'hash' | 'type'>,
): Promise<Opened | undefined> {
  if (!/^[0-9a-f]{64}$/.test(picture.hash)) return undefined
  const path = pathOf(at, picture)
  if (!(await isThere(path))) return undefined
  if (!(await isThere(path + forAll))) await writeForAll(path, await readFile(path), picture.type)
  const opened = await openFile(path + forAll)
  if (opened?.size !== 0) return opened
  opened.stream.destroy()
  return openFile(path)
}

/** Empty when the picture may be given out as it came: that nothing is there never means that it may. */
async function writeForAll(path: string, bytes: Uint8Array, type: Image['type']): Promise<void> {
  await writeWhole(path + forAll, (await withoutWhereabouts(bytes, type)) ?? new Uint8Array())
}

/** A file as a stream; nothing when it is not there. */
export async function openFile(path: string): Promise<Opened | undefined> {
  try {
    const { size } = await stat(path)
    return { size, stream: createReadStream(path) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Where a picture lies whose type is not known; nothing when it is not there. */
export async function findPicture(at: PictureFolder, hash: string): Promise<Found | undefined> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return undefined
  for (const type of Object.keys(endings) as Image['type'][]) {
    const path = pathOf(at, { hash, type })
    if (await isThere(path)) return { path, type }
  }
  return undefined
}

export type Found = { path: string; type: Image['type'] }

export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Where a picture lies, for those who copy all of them. */
export function pathOf({ folder }: PictureFolder, { hash, type }: Pick<Image, 'hash' | 'type'>): string {
  return join(folder, hash.slice(0, 2), `${hash}.${endings[type]}`)
}

/** Under another name first, on disk, then renamed: whoever finds the name finds all of it. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const waiting = `${path}.${randomUUID()}`
  let file: FileHandle | undefined
  try {
    file = await open(waiting, 'wx', 0o600)
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    file = undefined
    await rename(waiting, path)
    const folder = await open(dirname(path), 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    await file?.close()
    await rm(waiting, { force: true })
    throw error
  }
}

const forAll = '.given'
