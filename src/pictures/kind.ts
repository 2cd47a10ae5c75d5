import { type Image } from '../story/picture.ts'

/** What a file is by its first bytes, whatever its name says: a type that is taken in, or what the sender will call it. */
export function kindOf(bytes: Uint8Array): { type: Image['type'] } | { is: string } {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const type = taken.find(([pattern]) => pattern.test(head))?.[1]
  // A reader of PDF looks for its mark in the first kilobyte, so a file may be both.
  if (type && !head.includes('%PDF-')) return { type }
  return { is: others.find(([pattern]) => pattern.test(head))?.[1] ?? '' }
}

const taken: readonly (readonly [RegExp, Image['type']])[] = [
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
]

const others: readonly (readonly [RegExp, string])[] = [
  [/%PDF-/, 'PDF'],
  [/^GIF8/, 'GIF'],
  [/^[^]{4}ftyp(?:avif|avis)/, 'AVIF'],
  [/^[^]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/, 'HEIC'],
  [/^[^]{4}ftyp/, 'MP4'],
  [/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/, 'TIFF'],
  [/^BM/, 'BMP'],
  [/^8BPS/, 'PSD'],
  [/^\xff\x0a|^\0\0\0\x0cJXL /, 'JPEG XL'],
  [/^\0\0\0\x0cjP {2}/, 'JPEG 2000'],
  [/<svg[\s>]/i, 'SVG'],
  [/<(?:!doctype|html|head|body|script)[\s>]/i, 'HTML'],
]
