import sharp, { type Sharp } from 'sharp'
import { type Image } from '../story/picture.ts'
import { fits, region, type Rendition, sizesOf } from '../story/rendition.ts'
import { limits } from './examine.ts'
import { readMetadata } from './metadata.ts'
import { rightsPacket } from './packet.ts'

sharp.concurrency(1) // several pictures at once, not several threads on one
sharp.cache(false) // each is decoded once

/**
 * Makes a rendition of a picture that was taken in: turned as its EXIF says, in sRGB, with the words of its rights and without
 * GPS. Nothing when the picture is not offered in that size, shape or type: it is never enlarged. Throws when it cannot be decoded.
 */
export async function render(
  original: Uint8Array,
  type: Image['type'],
  { step, crop, at, type: format }: Rendition,
): Promise<Buffer | undefined> {
  const { width, height, orientation = 1, hasAlpha } = await sharp(original, { limitInputPixels: false }).metadata()
  const shown = orientation >= 5 ? { width: height, height: width } : { width, height }
  const size = sizesOf(shown, { crop }).find((one) => one.step === step)
  const kept = region(shown, crop)
  if (!size || !fits(format, size) || (crop && kept.width === shown.width && kept.height === shown.height))
    return undefined

  const whole = sharp(original, { limitInputPixels: limits.pixels, failOn: 'error', autoOrient: true })
  const cut = crop && at === undefined ? cutByEye(whole, size) : cutAt(whole, shown, size, kept, at ?? 0)
  const words = await readMetadata(original, type)
  const exif = {
    ...(words.copyright ? { Copyright: words.copyright } : {}),
    ...(words.creators ? { Artist: words.creators.join('; ') } : {}),
  }
  const packet = rightsPacket(words)
  let finished = format === 'jpg' && hasAlpha ? cut.flatten({ background: '#fff' }) : cut
  if (Object.keys(exif).length) finished = finished.withExif({ IFD0: exif })
  if (packet) finished = finished.withXmp(packet)
  return encoded(finished, format).toBuffer()
}

/** Decision 007 says why these numbers. */
function encoded(picture: Sharp, format: Rendition['type']): Sharp {
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 55, effort: 1 })
    case 'webp':
      return picture.webp({ quality: 75, effort: 4 })
    case 'jpg':
      return picture.jpeg({ quality: 78, mozjpeg: true })
    default:
      return format satisfies never
  }
}

type Pixels = { width: number; height: number }

/** The whole picture made small first, because a JPEG can be decoded small; then the part that is kept. */
function cutAt(picture: Sharp, shown: Pixels, size: Pixels, kept: Pixels, at: number): Sharp {
  const width = Math.max(size.width, Math.round((shown.width * size.width) / kept.width))
  const height = Math.max(size.height, Math.round((shown.height * size.height) / kept.height))
  const small = picture.resize(width, height, { fit: 'fill' })
  if (width === size.width && height === size.height) return small
  const left = Math.round(((width - size.width) * at) / 4)
  const top = Math.round(((height - size.height) * at) / 4)
  return small.extract({ left, top, width: size.width, height: size.height })
}

function cutByEye(picture: Sharp, { width, height }: Pixels): Sharp {
  return picture.resize(width, height, { fit: 'cover', position: sharp.strategy.attention })
}
