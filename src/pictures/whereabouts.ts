import { crc32 } from 'node:zlib'
import { type Image } from '../story/picture.ts'
import { type Part, containerOf } from './container.ts'
import { unpacked } from './png-words.ts'

/**
 * The same picture without the place where the photographer stood: GPS entries in EXIF (CIPA DC-008, tag 8825) and XMP are
 * written over, pixels and all other words stay as they are. Nothing when it does not say where.
 */
export function withoutWhereabouts(bytes: Uint8Array, type: Image['type']): Uint8Array | undefined {
  const copy = Buffer.from(type === 'image/png' ? unpacked(bytes) : bytes)
  const container = containerOf(copy, type)
  if (!container) return undefined
  const changed = container.parts.filter((part) => blank(copy, part))
  if (!changed.length) return undefined
  if (type === 'image/png')
    for (const { at, length } of changed) copy.writeUInt32BE(crc32(copy.subarray(at - 4, at + length)), at + length)
  return copy
}

/** Writes over what a part says of the place. EXIF and XMP that an old program packed into text are written over whole. */
function blank(copy: Buffer, { name, at, length }: Part): boolean {
  const inside = copy.subarray(at, at + length)
  if (name === 'e1' && inside.toString('latin1', 0, 6) === 'Exif\0\0') return blankExif(inside.subarray(6))
  if (name === 'eXIf') return blankExif(inside)
  if (name === 'EXIF') return blankExif(inside.toString('latin1', 0, 4) === 'Exif' ? inside.subarray(6) : inside)
  if (name === 'e1' || name === 'XMP ' || name === 'iTXt' || name === 'tEXt' || name === 'zTXt') {
    if (/^Raw profile type (?:exif|APP1|xmp)\0/.test(inside.toString('latin1', 0, 40))) {
      inside.fill(0x20, inside.indexOf(0) + 2)
      return true
    }
    return blankXmp(inside)
  }
  return false
}

function blankExif(tiff: Buffer): boolean {
  if (tiff.length < 8) return false
  const little = tiff[0] === 0x49
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const entries = (at: number) => Array.from({ length: Math.min(short(at), 512) }, (_, nth) => at + 2 + 12 * nth)
  let found = false
  for (const pointer of entries(long(4)).filter((entry) => short(entry) === 0x8825)) {
    const gps = long(pointer + 8)
    if (gps < 8) continue
    for (const entry of entries(gps)) {
      const size = (sizes[short(entry + 2)] ?? 1) * long(entry + 4)
      if (size > 4) tiff.fill(0, long(entry + 8), Math.min(tiff.length, long(entry + 8) + size))
      tiff.fill(0, entry, Math.min(tiff.length, entry + 12))
      found = true
    }
    if (gps + 2 <= tiff.length) tiff.fill(0, gps, gps + 2)
  }
  return found
}

/** Bytes of a value by its type (TIFF 6.0, section 2). */
const sizes: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8, 12: 8 }

/** Spaces of the same length: the packet stays well-formed, and every offset right. */
function blankXmp(packet: Buffer): boolean {
  let found = false
  const text = packet.toString('latin1')
  for (const { 0: whole, index } of text.matchAll(
    /\s[\w-]+:GPS\w*\s*=\s*(?:"[^"]*"|'[^']*')|<([\w-]+:GPS\w*)(?:\s[^>]*)?(?:\/>|>[^]{0,2000}?<\/\1\s*>)/g,
  )) {
    packet.fill(0x20, index, index + whole.length)
    found = true
  }
  return found
}
