import { type PictureRights } from './rights.ts'

/**
 * A picture with the words that go with it. Without `image` only the caption is known: the desk and the wire show it, the page
 * does not. `rights` are those that the picture itself names: they are not those of its story.
 */
export type Picture = { image?: Image; alt: string; caption: Caption; focus?: Focus; rights?: PictureRights }

/** The bytes of a picture, kept by hash (SHA-256 in hex), with size in pixels and media type. */
export type Image = { hash: string; width: number; height: number; type: 'image/jpeg' | 'image/png' | 'image/webp' }

/** What must stay visible in every crop: a point in parts of width and height, from 0 to 1, from the top left. */
export type Focus = { x: number; y: number }

/**
 * What a caption says. `text` is the sentence without credit and label; `date` is ISO (`--11-03` when no year was
 * printed); `place` stands as printed.
 */
export type Caption = {
  text: string
  place?: string
  date?: string
  credit?: PictureCredit
  flags?: readonly CaptionFlag[]
  via?: string
  restrictions?: string
  event?: string
}

/** Who made the picture and who gives it: printed `Agency/Photographer`. */
export type PictureCredit = { agency?: string; photographer?: string }

export const captionFlags = [
  'file_photo',
  'handout',
  'pool',
  'via',
  'third_party',
  'illustration',
  'still_from_video',
  'undated',
  'truncated',
  'courtesy',
] as const

export type CaptionFlag = (typeof captionFlags)[number]

/** The credit as it is printed under a picture. */
export function creditLine({ agency, photographer }: PictureCredit): string {
  return [agency, photographer].filter(Boolean).join('/')
}
