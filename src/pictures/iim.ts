import { createHash } from 'node:crypto'
import { decoded } from '../formats/decoded.ts'
import { type Part } from './container.ts'

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
  const digest = blocks.get(1061)?.toString('hex')
  const iim = blocks.get(1028)
  if (!digest || /^0*$/.test(digest) || !iim) return false
  return createHash('md5').update(iim).digest('hex') !== digest
}

/** The image resource blocks in the APP13 segments, by number. */
function resources(bytes: Uint8Array, parts: readonly Part[]): Map<number, Buffer> {
  const found = new Map<number, Buffer>()
  const mark = 'Photoshop 3.0\0'
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
