import { crc32, inflateSync } from 'node:zlib'
import { type Part, containerOf } from './container.ts'
import { isWhere } from './coordinates.ts'

/** The most bytes that compressed words may unfold to. */
const limit = 4 * 1024 * 1024

/**
 * A PNG whose XMP is packed, with it unpacked: then it can be read, and written over, where it stands. Any other is answered as
 * it came. Words that unfold to too much, or to nothing, are left out.
 */
export function unpacked(bytes: Uint8Array): Uint8Array {
  const packed = containerOf(bytes, 'image/png')?.parts.find((part) => packedFrom(bytes, part) !== undefined)
  if (!packed) return bytes
  const { at, length } = packed
  const words = unfold(bytes, packed)
  const head = bytes.subarray(0, at - 8)
  const tail = bytes.subarray(at + length + 4)
  return Buffer.concat(words ? [head, chunk('iTXt', words), tail] : [head, tail])
}

/** What a text chunk that holds XMP is called. */
export const xmpKeyword = 'XML:com.adobe.xmp'
const keyword = `${xmpKeyword}\0`

/**
 * A text chunk of a keyword that the standard knows (PNG, 11.3.3.1), unpacked when it was packed; nothing when it is of another, is
 * nothing but coordinates, or cannot be unpacked.
 */
export function silentText(name: string, inside: Buffer): Buffer | undefined {
  const head = inside.toString('latin1', 0, Math.max(0, inside.indexOf(0)))
  if (!/^(?:Title|Author|Description|Copyright|Creation Time|Disclaimer|Warning|Source)$/.test(head)) return undefined
  const after = head.length + 1
  const isInternational = name === 'iTXt'
  const isPacked = name === 'zTXt' || (isInternational && inside[after] === 1)
  const begins = isInternational ? inside.indexOf(0, inside.indexOf(0, after + 2) + 1) + 1 : after + (isPacked ? 1 : 0)
  const words = isPacked ? inflated(inside.subarray(begins)) : inside.subarray(begins)
  if (!words || isWhere(words.toString(isInternational ? 'utf8' : 'latin1'))) return undefined
  return isInternational
    ? chunk('iTXt', Buffer.concat([Buffer.from(`${head}\0\0\0\0\0`), words]))
    : chunk('tEXt', Buffer.concat([Buffer.from(`${head}\0`), words]))
}

/** Where the packed XMP of a part begins: in an iTXt chunk (PNG, 11.3.3.4), or, as libvips writes it, in a zTXt chunk. */
function packedFrom(bytes: Uint8Array, { name, at, length }: Part): number | undefined {
  const inside = Buffer.from(bytes.subarray(at, at + length))
  if (inside.toString('latin1', 0, keyword.length) !== keyword) return undefined
  if (name === 'zTXt') return at + keyword.length + 1
  if (name !== 'iTXt' || inside[keyword.length] !== 1) return undefined
  const language = inside.indexOf(0, keyword.length + 2)
  return at + inside.indexOf(0, language + 1) + 1
}

function unfold(bytes: Uint8Array, part: Part): Buffer | undefined {
  const text = inflated(bytes.subarray(packedFrom(bytes, part), part.at + part.length))
  return text && Buffer.concat([Buffer.from(`${keyword}\0\0\0\0`, 'latin1'), text])
}

function inflated(packed: Uint8Array): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: limit })
  } catch {
    return undefined
  }
}

/** A chunk with its length and checksum (PNG, 5.3). */
export function chunk(name: string, inside: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), inside])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(inside.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
