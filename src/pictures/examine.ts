import { type Image } from '../story/picture.ts'
import { type Problem, problem } from '../story/problem.ts'
import { fits, longestSide } from '../story/rendition.ts'
import { containerOf } from './container.ts'
import { kindOf } from './kind.ts'

/** The most bytes a picture may have, and the most pixels (of a side: what a JPEG has): what says more is refused before it is decoded. */
export const limits = { bytes: 40 * 1024 * 1024, pixels: 120_000_000 }

/**
 * Whether bytes are a picture that can be taken in: a whole JPEG, PNG or WebP that stands still, has no other file behind it
 * and is not too large. Says its type and how wide and high it is shown (turned as its EXIF says). First bytes and lengths
 * are looked at before any decoder sees them, and the declared size before a pixel is decoded.
 */
export async function examine(bytes: Uint8Array): Promise<{ image: Omit<Image, 'hash'> } | { refused: Problem }> {
  if (bytes.length > limits.bytes) return refused('picture.too-large', tooLarge('MB', bytes.length, limits.bytes))
  const kind = kindOf(bytes)
  if ('is' in kind) return refused('picture.type', { is: kind.is })
  const container = containerOf(bytes, kind.type)
  if (!container) return refused('picture.broken')
  if (container.parts.some(({ name }) => name === 'acTL' || name === 'ANIM' || name === 'ANMF'))
    return refused('picture.moves')
  if (hides(bytes.subarray(container.end))) return refused('picture.hides')
  return decode(bytes, kind.type)
}

/** The decoder's own verdict, in two steps: what the header says, then every line. */
async function decode(
  bytes: Uint8Array,
  type: Image['type'],
): Promise<{ image: Omit<Image, 'hash'> } | { refused: Problem }> {
  const { default: sharp } = await import('sharp') // heavy, and needed only here
  try {
    const picture = sharp(bytes, { failOn: 'error', limitInputPixels: false, autoOrient: false })
    const { format, width, height, pages = 1, orientation = 1 } = await picture.metadata()
    if (`image/${format}` !== type) return refused('picture.broken')
    if (pages > 1) return refused('picture.moves')
    if (width * height > limits.pixels)
      return refused('picture.too-large', tooLarge('megapixels', width * height, limits.pixels))
    if (!fits('jpg', { width, height }))
      return refused('picture.too-large', tooLarge('pixels on a side', Math.max(width, height), longestSide.jpg))
    await sharp(bytes, { failOn: 'error', limitInputPixels: limits.pixels, sequentialRead: true })
      .resize(16, 16, { fit: 'fill' })
      .raw()
      .toBuffer() // goes through every line: half a picture is found out here
    return { image: { ...(orientation >= 5 ? { width: height, height: width } : { width, height }), type } }
  } catch {
    return refused('picture.broken')
  }
}

/** Whether another file stands behind the picture: something that a browser, an unpacker or a machine would run or open. */
function hides(rest: Uint8Array): boolean {
  const tail = Buffer.from(rest.subarray(0, 4 * 1024 * 1024)).toString('latin1')
  return (
    /<(?:!doctype|html|head|body|script|svg|iframe|\?php)\b/i.test(tail) ||
    ['PK\x03\x04', 'PK\x05\x06', '%PDF-'].some((mark) => tail.includes(mark)) ||
    ['MZ', '\x7fELF', 'Rar!', '7z\xbc\xaf'].some((mark) => tail.trimStart().startsWith(mark))
  )
}

function refused(code: Problem['code'], values: Record<string, string> = {}): { refused: Problem } {
  return { refused: problem(code, 'picture', values) }
}

function tooLarge(
  unit: 'MB' | 'megapixels' | 'pixels on a side',
  size: number,
  limit: number,
): { size: string; limit: string } {
  const [scale, digits] = { MB: [1024 * 1024, 1], megapixels: [1e6, 0], 'pixels on a side': [1, 0] }[unit] as [
    number,
    number,
  ]
  const say = (count: number) => `${(count / scale).toFixed(digits)} ${unit}`
  return { size: say(size), limit: say(limit) }
}
