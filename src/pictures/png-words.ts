import { crc32, inflateSync } from 'node:zlib'
import { type Part, containerOf } from './container.ts'

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

const keyword = 'XML:com.adobe.xmp\0'

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
  try {
    const text = inflateSync(bytes.subarray(packedFrom(bytes, part), part.at + part.length), { maxOutputLength: limit })
    return Buffer.concat([Buffer.from(`${keyword}\0\0\0\0`, 'latin1'), text])
  } catch {
    return undefined
  }
}

function chunk(name: string, inside: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), inside])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(inside.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
