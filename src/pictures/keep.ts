import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable } from 'node:stream'
import { type Image } from '../story/picture.ts'
import { type Problem, problem } from '../story/problem.ts'

/** Where the bytes of pictures are kept: a folder, each file named by the SHA-256 of what is in it. */
export type PictureFolder = { folder: string }

/** The most bytes a picture may have, and the most pixels: what says more is refused before it is decoded. */
export const limits = { bytes: 40 * 1024 * 1024, pixels: 120_000_000 }

/**
 * Keeps a JPEG as it came and says how wide and high it is shown (turned as its EXIF says). The same bytes are kept
 * once. Refuses what is no JPEG by its content, what is broken and what is too large. When it answers, the bytes are on disk.
 */
export async function keepPicture(
  at: PictureFolder,
  bytes: Uint8Array,
): Promise<{ image: Image } | { refused: Problem }> {
  if (bytes.length > limits.bytes)
    return {
      refused: problem('picture.too-large', 'picture', {
        size: megabytes(bytes.length),
        limit: megabytes(limits.bytes),
      }),
    }
  if (!(bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff))
    return { refused: problem('picture.not-jpeg', 'picture') }
  const size = await measure(bytes)
  if (!size) return { refused: problem('picture.broken', 'picture') }
  const hash = createHash('sha256').update(bytes).digest('hex')
  await writeWhole(pathOf(at, hash), bytes)
  return { image: { hash, ...size, type: 'image/jpeg' } }
}

/** The bytes of a picture as a stream, with their length; nothing when there are none. */
export async function openPicture(
  at: PictureFolder,
  hash: string,
): Promise<{ size: number; stream: Readable } | undefined> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return undefined
  const path = pathOf(at, hash)
  try {
    const { size } = await stat(path)
    return { size, stream: createReadStream(path) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Where a picture lies, for those who copy all of them. */
export function pathOf({ folder }: PictureFolder, hash: string): string {
  return join(folder, hash.slice(0, 2), `${hash}.jpg`)
}

/** Width and height as shown, after the whole picture could be decoded; nothing when it could not. */
async function measure(bytes: Uint8Array): Promise<{ width: number; height: number } | undefined> {
  const { default: sharp } = await import('sharp') // heavy, and needed only here
  try {
    const picture = sharp(bytes, { failOn: 'error', limitInputPixels: limits.pixels })
    const { format, width, height, orientation = 1 } = await picture.metadata()
    if (format !== 'jpeg') return undefined
    await picture.resize(16, 16, { fit: 'fill' }).raw().toBuffer() // goes through every line: half a picture is found out here
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    return undefined
  }
}

/** Under another name first, on disk, then renamed: whoever finds the name finds all of it. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
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

function megabytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(1)} MB`
}
