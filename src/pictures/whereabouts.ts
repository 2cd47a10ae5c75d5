import { type Image } from '../story/picture.ts'
import { containerOf } from './container.ts'
import { limits } from './examine.ts'
import { readMetadata } from './metadata.ts'
import { rightsPacket } from './packet.ts'
import { unpacked } from './png-words.ts'
import { rebuilt } from './rebuild.ts'

/**
 * What the public gets of a picture that was taken in: its pixels byte by byte, the words of its rights, caption, places by name
 * and dates, and nothing that says by coordinates where the photographer stood, whoever wrote it and wherever in the file.
 * Decoded and encoded anew when that cannot be had surely. Nothing when it may be given out as it came. Throws when it is no picture.
 */
export async function withoutWhereabouts(bytes: Uint8Array, type: Image['type']): Promise<Uint8Array | undefined> {
  const packet = rightsPacket(await readMetadata(bytes, type))
  const made = rebuilt(type === 'image/png' ? unpacked(bytes) : bytes, type, packet)
  if (!made || !(await isSure(made, bytes, type))) return encodedAnew(bytes, type, packet)
  return made.equals(bytes) ? undefined : made
}

/** Whether the same picture stands in it, nothing behind it, and a reader of metadata finds no place. */
async function isSure(made: Buffer, given: Uint8Array, type: Image['type']): Promise<boolean> {
  const { default: sharp } = await import('sharp')
  const { default: reader } = await import('exifreader')
  try {
    if (containerOf(made, type)?.end !== made.length) return false
    const [one, other] = await Promise.all([made, given].map((bytes) => sharp(bytes, noLimit).metadata()))
    if (
      !one ||
      !other ||
      (['width', 'height', 'orientation', 'hasProfile'] as const).some((key) => one[key] !== other[key])
    )
      return false
    return reader.load(made, { expanded: true }).gps === undefined
  } catch (error) {
    return error instanceof reader.errors.MetadataMissingError
  }
}

const noLimit = { limitInputPixels: false } as const

async function encodedAnew(bytes: Uint8Array, type: Image['type'], packet: string | undefined): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const whole = sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'none', autoOrient: true }).keepIccProfile()
  const worded = packet ? whole.withXmp(packet) : whole
  if (type === 'image/png') return worded.png().toBuffer()
  return type === 'image/webp'
    ? worded.webp({ quality: 95 }).toBuffer()
    : worded.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
}
