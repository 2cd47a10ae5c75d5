import { Readable } from 'node:stream'
import { type Opened } from '../pictures/keep.ts'
import { type Renditions } from '../pictures/renditions.ts'
import { endings } from '../story/address.ts'
import { type Image } from '../story/picture.ts'
import { readRendition, renditionTypes } from '../story/rendition.ts'
import { plainHeaders } from '../web/respond.ts'

/** A picture as it came, by the last part of its address (`HASH.png`); nothing when there is none of that name. */
export async function pictureResponse(
  pictures: Renditions,
  file: string,
  method: string,
): Promise<Response | undefined> {
  const [, hash = '', ending] = /^([0-9a-f]{64})[.](\w+)$/.exec(file) ?? []
  const type = (Object.keys(endings) as Image['type'][]).find((one) => endings[one] === ending)
  const opened = type && (await pictures.original({ hash, type }))
  return opened && answered(opened, type, method)
}

/** A rendition; nothing when the address asks for what is not made of this picture. */
export async function renditionResponse(
  pictures: Renditions,
  hash: string,
  file: string,
  method: string,
): Promise<Response | undefined> {
  const rendition = readRendition(hash, file)
  const opened = rendition && (await pictures.open(rendition))
  if (opened === 'busy')
    return new Response('This picture cannot be shown just now.\n', {
      status: 503,
      headers: { ...plainHeaders, 'Cache-Control': 'no-store', 'Retry-After': '5' },
    })
  return opened && answered(opened, renditionTypes[rendition.type], method)
}

function answered({ size, stream }: Opened, type: string, method: string): Response {
  if (method === 'HEAD') stream.destroy() // nobody will read it, and it would stay open
  return new Response(method === 'HEAD' ? null : (Readable.toWeb(stream) as ReadableStream), {
    headers: {
      ...plainHeaders,
      'Content-Type': type,
      'Content-Length': String(size),
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
