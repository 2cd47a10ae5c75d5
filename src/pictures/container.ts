import { type Image } from '../story/picture.ts'

/** A part of a file: a JPEG segment by its marker (`e1`), a PNG or WebP chunk by its name; `at` is where its contents begin. */
export type Part = { name: string; at: number; length: number }

/** The parts of a picture without its pixels, and where it ends: what follows is not the picture's. */
export type Container = { parts: readonly Part[]; end: number }

/** Walks through a picture by the lengths its parts give; nothing when these lead out of it. Decodes nothing. */
export function containerOf(bytes: Uint8Array, type: Image['type']): Container | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'image/jpeg') return jpegParts(view)
  return type === 'image/png' ? pngParts(view) : webpParts(view)
}

/** ISO 10918-1, annex B: segments with a length, and between them coded data in which every `ff` is stuffed. */
function jpegParts(bytes: Buffer): Container | undefined {
  const parts: Part[] = []
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) at++
    else if (marker === 0xd9) return { parts, end: at + 2 }
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else {
      if (at + 4 > bytes.length) return undefined
      const length = bytes.readUInt16BE(at + 2)
      if (length < 2 || at + 2 + length > bytes.length) return undefined
      parts.push({ name: marker.toString(16), at: at + 4, length: length - 2 })
      at += 2 + length
      if (marker === 0xda) at = afterCoded(bytes, at)
    }
  }
  return undefined
}

function afterCoded(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** PNG (third edition), 5.3: length, name, contents, checksum. */
function pngParts(bytes: Buffer): Container | undefined {
  const parts: Part[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (at + 12 + length > bytes.length) return undefined
    if (name === 'IEND') return { parts, end: at + 12 + length }
    if (name !== 'IDAT') parts.push({ name, at: at + 8, length })
    at += 12 + length
  }
  return undefined
}

/** WebP (RFC 9649), 2.3: name, length, contents, one byte to make it even. */
function webpParts(bytes: Buffer): Container | undefined {
  const parts: Part[] = []
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return undefined
  for (let at = 12; at + 8 <= end;) {
    const name = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > end) return undefined
    if (!/^VP8[ L]$/.test(name)) parts.push({ name, at: at + 8, length })
    at += 8 + length + (length % 2)
  }
  return { parts, end }
}
