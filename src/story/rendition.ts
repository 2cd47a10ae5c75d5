import { type Focus, type Image } from './picture.ts'

/** The widths in pixels that pictures are made in, and no others: an address can ask for none beside them. */
export const renditionWidths = [240, 480, 640, 960, 1280, 1920] as const

/** The shapes a picture is cut to, by width over height. */
export const crops = { '16:9': 16 / 9, '3:2': 3 / 2, '4:3': 4 / 3, '1:1': 1 } as const
export type Crop = keyof typeof crops

/** What renditions are written as, by the end of their address: the smallest first. */
export const renditionTypes = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const
export type RenditionType = keyof typeof renditionTypes

/** The most pixels that a side may have in each: what their coders can write. */
export const longestSide = { avif: 16_384, webp: 16_383, jpg: 65_500 } as const satisfies Record<RenditionType, number>

/**
 * A cut or size of a picture. `step` is one of the `renditionWidths`: the picture is that wide, or as wide as it came when
 * that is less. `at` says which part a crop keeps, in quarters of what it leaves over (0 start or top, 4 end or bottom);
 * without it the part that draws the eye is kept.
 */
export type Rendition = { hash: string; step: number; crop?: Crop; at?: number; type: RenditionType }

/** A width in which a picture can be had: the step that asks for it, and what comes, in pixels. */
export type Size = { step: number; width: number; height: number }

type Cut = { crop?: Crop | undefined; focus?: Focus | undefined }

/** `/pictures/HASH/640.avif`, cut `/pictures/HASH/640-16x9-2.avif`. Its bytes never change. */
export function renditionAddress(base: string, { hash, step, crop, at, type }: Rendition): string {
  const cut = crop ? `-${crop.replace(':', 'x')}${at === undefined ? '' : `-${at}`}` : ''
  return `${base}/pictures/${hash}/${step}${cut}.${type}`
}

/** The last part of such an address, read back; nothing when it asks for what is not made. */
export function readRendition(hash: string, file: string): Rendition | undefined {
  const [, step, cut, at, type] = /^(\d{3,4})(?:-(\d+x\d+)(?:-([0-4]))?)?[.](avif|webp|jpg)$/.exec(file) ?? []
  const crop = cut?.replace('x', ':')
  if (!/^[0-9a-f]{64}$/.test(hash) || !renditionWidths.some((width) => String(width) === step)) return undefined
  if (crop !== undefined && !Object.hasOwn(crops, crop)) return undefined
  return {
    hash,
    step: Number(step),
    type: type as RenditionType,
    ...(crop ? { crop: crop as Crop } : {}),
    ...(at ? { at: Number(at) } : {}),
  }
}

/** The sizes a picture is offered in, narrow first, none larger than it came; `most` is the widest step worth offering. */
export function sizesOf(image: Pick<Image, 'width' | 'height'>, { crop }: Cut = {}, most = Infinity): Size[] {
  const whole = region(image, crop)
  const last = renditionWidths.find((step) => step >= whole.width) ?? renditionWidths.at(-1)!
  return renditionWidths
    .filter((step) => step <= last && (step <= most || step === renditionWidths[0]))
    .map((step) => {
      const width = Math.min(step, whole.width)
      return { step, width, height: Math.max(1, Math.round((width * whole.height) / whole.width)) }
    })
}

/** Whether a picture of that size can be written in a type: a very long one is a JPEG alone. */
export function fits(type: RenditionType, { width, height }: Pick<Image, 'width' | 'height'>): boolean {
  return Math.max(width, height) <= longestSide[type]
}

/** A rendition of a picture in a crop; a picture that has this shape already is not cut. */
export function renditionOf(
  image: Pick<Image, 'hash' | 'width' | 'height'>,
  { crop, focus }: Cut,
  step: number,
  type: RenditionType,
): Rendition {
  const { hash } = image
  if (!crop || isShaped(image, crop)) return { hash, step, type }
  const { width, height } = region(image, crop)
  const part = (point: number, length: number, kept: number) =>
    Math.round(4 * Math.min(1, Math.max(0, (point * length - kept / 2) / (length - kept))))
  const at = width < image.width ? part(focus?.x ?? 0, image.width, width) : part(focus?.y ?? 0, image.height, height)
  return { hash, step, type, crop, ...(focus ? { at } : {}) }
}

/** A picture for machines: where it is, and what comes. */
export type Addressed = { address: string; width: number; height: number; type: 'image/jpeg' }

/** A picture whole, as a JPEG that every machine reads and no mailbox is filled with: at most 1280 pixels wide. */
export function webAddress(base: string, image: Pick<Image, 'hash' | 'width' | 'height'>): Addressed {
  return addressed(base, image, {}, 1280)
}

/**
 * Address, size and media type of a picture cut to a shape, as a JPEG that every machine reads: for JSON-LD, Open Graph and
 * feeds. At most `most` pixels wide, and never wider than the picture came.
 */
export function cropAddress(
  base: string,
  image: Pick<Image, 'hash' | 'width' | 'height'>,
  crop: Crop,
  { focus, most = 1280 }: { focus?: Focus | undefined; most?: number } = {},
): Addressed {
  return addressed(base, image, { crop, focus }, most)
}

function addressed(base: string, image: Pick<Image, 'hash' | 'width' | 'height'>, cut: Cut, most: number): Addressed {
  const { step, width, height } = sizesOf(image, cut, most).at(-1)!
  const address = renditionAddress(base, renditionOf(image, cut, step, 'jpg'))
  return { address, width, height, type: 'image/jpeg' }
}

/** The largest part of a picture that has a shape; all of it when it has nearly that shape already. */
export function region(
  image: Pick<Image, 'width' | 'height'>,
  crop: Crop | undefined,
): { width: number; height: number } {
  const { width, height } = image
  if (!crop || isShaped(image, crop)) return { width, height }
  const shape = crops[crop]
  return width / height > shape
    ? { width: Math.max(1, Math.round(height * shape)), height }
    : { width, height: Math.max(1, Math.round(width / shape)) }
}

function isShaped({ width, height }: Pick<Image, 'width' | 'height'>, crop: Crop): boolean {
  return Math.abs(width / height / crops[crop] - 1) < 0.01
}
