import { createHash } from 'node:crypto'
import { decoded } from '../formats/decoded.ts'
import { type Part } from './container.ts'
import { isWhere } from './coordinates.ts'

/** A value of IIM 4.2 as text: many senders leave out the mark that says which charset it is (dataset 1:90). */
export function iimText(bytes: readonly number[]): string {
  return decoded(Uint8Array.from(bytes))?.text ?? ''
}

/**
 * Whether the IIM block of a JPEG was written after its XMP: the checksum that Photoshop keeps of it (resource 1061) is another
 * one (MWG guidelines 2.0, 3.3.1). Then IIM is right where the two differ; otherwise XMP is.
 */
export function isIimNewer(bytes: Uint8Array, parts: readonly Part[]): boolean {
  const blocks = resources(bytes, parts)
  const digest = blocks.get(digestBlock)?.toString('hex')
  const iim = blocks.get(iimBlock)
  if (!digest || /^0*$/.test(digest) || !iim) return false
  return md5(iim).toString('hex') !== digest
}

/**
 * The image resource blocks of a JPEG with what is kept of them, as the contents of one APP13: IIM without values that are
 * coordinates, previews and records of makers, and its checksum. Nothing when there is no IIM.
 */
export function silentResources(bytes: Uint8Array, parts: readonly Part[]): Buffer | undefined {
  const blocks = resources(bytes, parts)
  const iim = blocks.get(iimBlock)
  const kept = iim && silentIim(iim)
  if (!kept?.length) return undefined
  const digest = blocks.get(digestBlock)
  const wasRight = digest !== undefined && iim !== undefined && md5(iim).equals(digest)
  return Buffer.concat([
    Buffer.from(mark),
    resource(iimBlock, kept),
    ...(digest?.length === 16 ? [resource(digestBlock, wasRight ? md5(kept) : digest)] : []),
  ])
}

/** Datasets of the envelope and the application record (IIM 4.2, chapters 5 and 6) but for what is sound or a picture. */
function silentIim(iim: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let at = 0; at + 5 <= iim.length && iim[at] === 0x1c;) {
    const [record = 0, dataset = 0] = iim.subarray(at + 1, at + 3)
    const end = at + 5 + iim.readUInt16BE(at + 3)
    if (end > iim.length || iim.readUInt16BE(at + 3) > 0x7fff) break
    const isWord = record === 1 || (record === 2 && dataset < 200 && dataset !== 125)
    if (isWord && !isWhere(iimText([...iim.subarray(at + 5, end)]))) kept.push(iim.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}

function resource(number: number, inside: Buffer): Buffer {
  const head = Buffer.from('8BIM\0\0\0\0\0\0\0\0', 'latin1')
  head.writeUInt16BE(number, 4)
  head.writeUInt32BE(inside.length, 8)
  return Buffer.concat([head, inside, Buffer.alloc(inside.length % 2)])
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest()
}

const iimBlock = 1028
const digestBlock = 1061
const mark = 'Photoshop 3.0\0'

/** The image resource blocks in the APP13 segments, by number. */
function resources(bytes: Uint8Array, parts: readonly Part[]): Map<number, Buffer> {
  const found = new Map<number, Buffer>()
  const segments = parts
    .filter(({ name }) => name === 'ed')
    .map(({ at, length }) => Buffer.from(bytes.subarray(at, at + length)))
    .filter((segment) => segment.toString('latin1', 0, mark.length) === mark)
  const all = Buffer.concat(segments.map((segment) => segment.subarray(mark.length)))
  for (let at = 0; at + 12 <= all.length && all.toString('latin1', at, at + 4) === '8BIM';) {
    const name = (all[at + 6] ?? 0) + 1
    const size = at + 6 + name + (name % 2)
    if (size + 4 > all.length) break
    const length = all.readUInt32BE(size)
    found.set(all.readUInt16BE(at + 4), all.subarray(size + 4, size + 4 + length))
    at = size + 4 + length + (length % 2)
  }
  return found
}
