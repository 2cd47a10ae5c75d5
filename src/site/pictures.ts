import { Readable } from 'node:stream'
import { type Opened } from '../pictures/keep.ts'
import { type Renditions } from '../pictures/renditions.ts'
import { type PictureStanding } from '../store/views/picture.ts'
import { endings } from '../story/address.ts'
import { type Image } from '../story/picture.ts'
import { readRendition, renditionTypes } from '../story/rendition.ts'
import { everything, storyKey, surrogateKey } from '../web/keep.ts'
import { conditional, plainHeaders, unchanged } from '../web/respond.ts'

/** What the addresses of pictures need. */
export type PictureDoor = {
  renditions: Renditions
  /** Whether the public may have a picture, by its hash. */
  standing(hash: string): Promise<PictureStanding>
  /** Whether who asks may have a picture that the public has not got yet: it is under embargo, and he has the key for it. */
  isEntitled?(request: Request, hash: string): Promise<boolean>
  /** Whether a cache in front may keep a picture: it can be told what to drop (`Surrogate-Key`). */
  mayBeKept?(): boolean
}

/**
 * A picture as it came, by the last part of its address (`HASH.png`). Nothing when there is none of that name, or no public
 * story shows it; 410 when those that did were killed.
 */
export async function pictureResponse(
  door: PictureDoor,
  request: Request,
  file: string,
): Promise<Response | undefined> {
  const [, hash = '', ending] = /^([0-9a-f]{64})[.](\w+)$/.exec(file) ?? []
  const type = (Object.keys(endings) as Image['type'][]).find((one) => endings[one] === ending)
  const leave = type && (await leaveFor(door, request, hash))
  if (!leave || leave instanceof Response) return leave
  const tag = tagOf(hash, 'whole')
  if (has(request, tag)) return unchangedAnswer(tag, leave)
  const opened = await door.renditions.original({ hash, type })
  return opened && answered(request, opened, { type, tag, leave })
}

/** A rendition, as a picture whole; nothing too when the address asks for what is not made of this picture. */
export async function renditionResponse(
  door: PictureDoor,
  request: Request,
  { hash, file }: { hash: string; file: string },
): Promise<Response | undefined> {
  const rendition = readRendition(hash, file)
  const leave = rendition && (await leaveFor(door, request, hash))
  if (!leave || leave instanceof Response) return leave
  const tag = tagOf(hash, file)
  if (has(request, tag)) return unchangedAnswer(tag, leave)
  const opened = await door.renditions.open(rendition)
  if (opened === 'busy')
    return new Response('This picture cannot be shown just now.\n', {
      status: 503,
      headers: { ...plainHeaders, 'Cache-Control': 'no-store', 'Retry-After': '5' },
    })
  return opened && answered(request, opened, { type: renditionTypes[rendition.type], tag, leave })
}

/** Headers that say how long an answer may be kept, and by whom. */
type Leave = Readonly<Record<string, string>>

/**
 * A reader's own browser keeps a picture and asks each time whether it still stands, so that one withdrawn is gone; a cache
 * in front has it for a minute, as pages, if it is told when its story changes.
 */
async function leaveFor(door: PictureDoor, request: Request, hash: string): Promise<Leave | Response | undefined> {
  const standing = await door.standing(hash)
  if (standing.is === 'shown') {
    const key = [everything, storyKey(standing.by)].map(surrogateKey).join(' ')
    const kept = door.mayBeKept?.() ? { 'Surrogate-Key': key, 'Surrogate-Control': 'max-age=60' } : {}
    return { 'Cache-Control': 'private, no-cache', ...kept }
  }
  if (await door.isEntitled?.(request, hash)) return { 'Cache-Control': 'private, no-store' }
  return standing.is === 'gone'
    ? new Response('This picture was withdrawn.\n', { status: 410, headers: gone })
    : undefined
}

/** Whether who asks names what he has: then no file is opened. `*` names nothing. */
/** An address names its bytes by their hash, so a piece of it is enough to tell what came from there before. */
function tagOf(hash: string, file: string): string {
  return `${hash.slice(0, 16)}/${file}`
}

function has({ headers }: Request, tag: string): boolean {
  const tags = headers.get('if-none-match')
  return tags !== null && tags.trim() !== '*' && unchanged(tags, `"${tag}"`)
}

function unchangedAnswer(tag: string, leave: Leave): Response {
  return new Response(null, { status: 304, headers: { ...pictureHeaders, ...leave, ETag: `"${tag}"` } })
}

const gone = { ...plainHeaders, 'Cache-Control': 'no-store' }

function answered(
  request: Request,
  { size, stream }: Opened,
  { type, tag, leave }: { type: string; tag: string; leave: Leave },
): Response {
  const isHead = request.method === 'HEAD'
  if (isHead) stream.destroy() // nobody will read it, and it would stay open
  const whole = new Response(isHead ? null : (Readable.toWeb(stream) as ReadableStream), {
    headers: {
      ...pictureHeaders,
      ...leave,
      ETag: `"${tag}"`,
      'Content-Type': type,
      'Content-Length': String(size),
    },
  })
  return conditional(whole, request)
}

/** A picture leads nowhere, so it needs no word about referrers; opened by itself it may do nothing. Each byte of this travels with every picture. */
const pictureHeaders = { 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': 'sandbox' } as const
