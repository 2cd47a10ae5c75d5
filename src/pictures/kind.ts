import { type Image } from '../story/picture.ts'

/** What a file is by its first bytes, whatever its name says: a type that is taken in, or what the sender will call it. */
export function kindOf(bytes: Uint8Array): { type: Image['type'] } | { is: string } {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  // A reader of PDF looks for its mark in the first kilobyte, so a file may be both.
  if (head.includes('%PDF-')) return { is: 'PDF' }
  const [, type] = taken.find(([marks]) => marks.every(([at, mark]) => head.startsWith(mark, at))) ?? []
  if (type) return { type }
  const [, , is = ''] = others.find(([at, mark]) => head.startsWith(mark, at)) ?? []
  return { is: is || (markup.find(([pattern]) => pattern.test(head))?.[1] ?? '') }
}

type Mark = readonly [at: number, mark: string]

const taken: readonly (readonly [readonly Mark[], Image['type']])[] = [
  [[[0, '\xff\xd8\xff']], 'image/jpeg'],
  [[[0, '\x89PNG\r\n\x1a\n']], 'image/png'],
  [
    [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
    'image/webp',
  ],
]

const others: readonly (readonly [...Mark, string])[] = [
  [0, 'GIF8', 'GIF'],
  [4, 'ftypavi', 'AVIF'],
  [4, 'ftyphe', 'HEIC'],
  [4, 'ftypmif1', 'HEIC'],
  [4, 'ftypmsf1', 'HEIC'],
  [4, 'ftyp', 'MP4'],
  [0, 'II*\0', 'TIFF'],
  [0, 'MM\0*', 'TIFF'],
  [0, 'II+\0', 'TIFF'],
  [0, 'BM', 'BMP'],
  [0, '8BPS', 'PSD'],
  [0, '\xff\n', 'JPEG XL'],
  [4, 'JXL ', 'JPEG XL'],
  [4, 'jP  ', 'JPEG 2000'],
]

const markup: readonly (readonly [RegExp, string])[] = [
  [/<svg[\s>]/i, 'SVG'],
  [/<(?:!doctype|html|head|body|script)[\s>]/i, 'HTML'],
]
