import { type Image } from '../story/picture.ts'
import { type Container, type Part, containerOf } from './container.ts'
import { silentExif } from './exif.ts'
import { silentResources } from './iim.ts'
import { chunk, silentText, xmpKeyword } from './png-words.ts'
import { silentXmp } from './xmp.ts'

/**
 * A picture whose parts are those that are known here, with its pixels byte by byte as they came: frame, tables, colours, and of
 * EXIF, XMP, IIM and text chunks what is kept. Everything else is gone, with all that follows its end. `packet` stands where XMP
 * stood that cannot be read, or words packed in a way of some program's own. Nothing when its parts cannot be told.
 */
export function rebuilt(bytes: Uint8Array, type: Image['type'], packet?: string): Buffer | undefined {
  const container = containerOf(bytes, type)
  if (!container) return undefined
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp }[type](given, container, packet)
}

/** Copies what lies between the parts (pixels) and asks of each part what is to stand in its place. */
function pieces(
  given: Buffer,
  { parts, end }: Container,
  { before, after }: { before: number; after: (part: Part) => number },
  replaced: (part: Part, inside: Buffer, whole: Buffer) => Buffer | undefined,
): Buffer {
  const out: Buffer[] = []
  let last = 0
  for (const part of parts) {
    const [from, to] = [part.at - before, part.at + part.length + after(part)]
    const what = replaced(part, given.subarray(part.at, part.at + part.length), given.subarray(from, to))
    out.push(given.subarray(last, from), ...(what ? [what] : []))
    last = to
  }
  return Buffer.concat([...out, given.subarray(last, end)])
}

/** Whether it is asked the first time. */
function once(): (name: string) => boolean {
  const had = new Set<string>()
  return (name) => !had.has(name) && Boolean(had.add(name))
}

/** ISO 10918-1, table B.1: frames, tables, scans. */
const jpegParts = /^(?:c[0-79abd-f]|d[b-d]|da|cc)$/

function jpeg(given: Buffer, container: Container, packet: string | undefined): Buffer {
  const isFirst = once()
  return pieces(given, container, { before: 4, after: () => 0 }, ({ name }, inside, whole) => {
    if (jpegParts.test(name)) return whole
    const starts = (mark: string) => inside.toString('latin1', 0, mark.length) === mark
    if (name === 'e0' && starts('JFIF\0') && inside.length >= 14 && isFirst('jfif'))
      return inside.length === 14 ? whole : segment(0xe0, Buffer.concat([inside.subarray(0, 12), Buffer.alloc(2)]))
    if (name === 'e2' && starts('ICC_PROFILE\0')) return whole
    if (name === 'ee' && starts('Adobe') && inside.length >= 12) return segment(0xee, inside.subarray(0, 12))
    if (name === 'e1' && starts('Exif\0\0')) {
      const exif = silentExif(inside.subarray(6))
      return exif && segment(0xe1, Buffer.concat([inside.subarray(0, 6), exif]))
    }
    if (name === 'e1' && starts(xmpMark)) {
      const words = inside.subarray(xmpMark.length)
      const extension = isFirst('xmp') ? extensionOf(given, container.parts) : undefined
      return xmpSegment(extension && silentXmp(words, extension)) ?? xmpSegment(silentXmp(words)) ?? xmpSegment(packet)
    }
    if (name === 'ed' && isFirst('iim')) {
      const words = silentResources(given, container.parts)
      return words && segment(0xed, words)
    }
    return undefined
  })
}

const xmpMark = 'http://ns.adobe.com/xap/1.0/\0'
const extensionMark = 'http://ns.adobe.com/xmp/extension/\0'

function xmpSegment(text: string | undefined): Buffer | undefined {
  return text ? segment(0xe1, Buffer.from(xmpMark + text)) : undefined
}

/** XMP that is too long for one segment goes on in others, each of which says where it belongs (XMP, part 3, 1.1.3.1). */
function extensionOf(given: Buffer, parts: readonly Part[]): Buffer | undefined {
  const head = extensionMark.length + 40
  const found = parts
    .filter(({ name, length }) => name === 'e1' && length > head)
    .map(({ at, length }) => given.subarray(at, at + length))
    .filter((one) => one.toString('latin1', 0, extensionMark.length) === extensionMark)
  if (!found.length) return undefined
  return Buffer.concat(
    found
      .toSorted((one, other) => one.readUInt32BE(head - 4) - other.readUInt32BE(head - 4))
      .map((one) => one.subarray(head)),
  )
}

/** Nothing when it is longer than a segment can be. */
function segment(marker: number, inside: Buffer): Buffer | undefined {
  if (inside.length > 65_533) return undefined
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(inside.length + 2, 2)
  return Buffer.concat([head, inside])
}

/** PNG (third edition), 11.2 and 11.3, but for text and EXIF. */
const pngParts = /^(?:IHDR|PLTE|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|hIST|pHYs|tIME)$/

function png(given: Buffer, container: Container, packet: string | undefined): Buffer {
  const isFirst = once()
  return pieces(given, container, { before: 8, after: () => 4 }, ({ name }, inside, whole) => {
    if (pngParts.test(name)) return whole
    if (name === 'eXIf' && isFirst('exif')) {
      const exif = silentExif(inside)
      return exif && chunk('eXIf', exif)
    }
    if (!/^(?:tEXt|zTXt|iTXt)$/.test(name)) return undefined
    const keyword = inside.toString('latin1', 0, Math.max(0, inside.indexOf(0)))
    if (name === 'iTXt' && keyword === xmpKeyword && isFirst('xmp')) {
      const text = silentXmp(inside.subarray(xmpKeyword.length + 5)) ?? packet
      return text ? chunk('iTXt', Buffer.from(`${xmpKeyword}\0\0\0\0\0${text}`)) : undefined
    }
    if (keyword.startsWith('Raw profile type ') && isFirst('raw') && packet && !container.parts.some(isXmp(given)))
      return chunk('iTXt', Buffer.from(`${xmpKeyword}\0\0\0\0\0${packet}`))
    return silentText(name, inside)
  })
}

function isXmp(given: Buffer): (part: Part) => boolean {
  return ({ name, at }) => name === 'iTXt' && given.toString('latin1', at, at + xmpKeyword.length) === xmpKeyword
}

function webp(given: Buffer, container: Container, packet: string | undefined): Buffer {
  const isFirst = once()
  const padding = { before: 8, after: ({ length }: Part) => length % 2 }
  const has = { EXIF: false, 'XMP ': false }
  const out = pieces(given, container, padding, ({ name }, inside, whole) => {
    if (name === 'VP8X' || name === 'ALPH' || name === 'ICCP') return whole
    if ((name !== 'EXIF' && name !== 'XMP ') || !isFirst(name)) return undefined
    const head = inside.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0
    const words = name === 'EXIF' ? silentExif(inside.subarray(head)) : (silentXmp(inside) ?? packet)
    if (!words) return undefined
    has[name] = true
    return riffChunk(name, Buffer.from(words))
  })
  out.writeUInt32LE(out.length - 8, 4)
  // RFC 9649, 2.7: the first chunk says which others there are.
  if (out.toString('latin1', 12, 16) === 'VP8X')
    out[20] = (out[20]! & ~0x0c) | (has.EXIF ? 0x08 : 0) | (has['XMP '] ? 0x04 : 0)
  return out
}

function riffChunk(name: string, inside: Buffer): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(inside.length, 4)
  return Buffer.concat([head, inside, Buffer.alloc(inside.length % 2)])
}
