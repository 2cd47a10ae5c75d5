import { createHash, hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** What a door answers, before HTTP has its say about it. */
export type Answer = {
  body: string | Uint8Array
  /** The media type; text is UTF-8. */
  type: string
  status?: number
  headers?: Readonly<Record<string, string>>
  /** See `Keep`. */
  until?: number
}

/**
 * Turns an answer into a response: a tag that changes with every byte of the body and never a date, which can hide a change;
 * 304 for who has it already, brotli or gzip for who takes it. Nothing is kept by anybody without asking again (`no-cache`), so that a killed story is gone.
 */
export async function respond(request: Request, answer: Answer): Promise<Response> {
  const { status = 200, type } = answer
  const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body
  const tag = `W/"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`
  const said = {
    'Cache-Control': 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
    ...answer.headers,
  }
  if (status === 200 && unchanged(request.headers.get('if-none-match'), tag))
    return new Response(null, { status: 304, headers: inOrder(said) })
  const encoding = bytes.length < 1000 ? undefined : encodingOf(request.headers.get('accept-encoding') ?? '')
  const sent = encoding === 'br' ? await brotli(bytes) : encoding === 'gzip' ? await zip(bytes) : bytes
  const headers = inOrder({
    ...said,
    'Content-Type': /^text\/|json|xml|javascript/.test(type) ? `${type}; charset=utf-8` : type,
    'Content-Length': String(sent.length),
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  })
  return new Response(sent as Uint8Array<ArrayBuffer>, { status, headers })
}

/** As `Headers` has them, which costs more: small letters, by the alphabet. The last of one name counts. */
function inOrder(headers: Readonly<Record<string, string>>): Record<string, string> {
  const small = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  return Object.fromEntries(small.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
}

/**
 * Headers of a reader's page, given the styles that pages carry: nothing comes from elsewhere, nothing is framed, no address is
 * told to others. There is no `Cross-Origin-Opener-Policy`: a page without a sign-in has nothing to hide from who opened it, and
 * the new process that it asks for costs a phone 40 ms before the first word.
 */
export function pageHeaders(styles: readonly string[]): Record<string, string> {
  const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  return {
    ...plainHeaders,
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src ${hashes.join(' ')}`,
      "script-src 'self'", // blocks of data, such as JSON-LD, are no scripts to a browser and need no leave
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  }
}

/** Headers of whatever is no page. */
export const plainHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const

/** The same request from somebody who has nothing yet. */
export function unconditional(request: Request): Request {
  if (!request.headers.has('if-none-match')) return request
  const headers = new Headers(request.headers)
  headers.delete('if-none-match')
  return new Request(request, { headers })
}

/** A whole response, or word that who asks has it already. */
export function conditional(response: Response, { headers: asked }: Request): Response {
  const tag = response.headers.get('etag')
  if (response.status !== 200 || tag === null || !unchanged(asked.get('if-none-match'), tag)) return response
  const headers = new Headers(response.headers)
  for (const name of ['content-type', 'content-length', 'content-encoding']) headers.delete(name)
  void response.body?.cancel()
  return new Response(null, { status: 304, headers })
}

/** Whether who asks has it already, given `If-None-Match` as sent (RFC 9110, 13.1.2). */
export function unchanged(tags: string | null | undefined, tag: string): boolean {
  if (tags === null || tags === undefined) return false
  return tags.trim() === '*' || tags.split(',').some((one) => bare(one.trim()) === bare(tag))
}

function bare(tag: string): string {
  return tag.replace(/^W\//, '')
}

/**
 * Of brotli and gzip what a client would rather have, brotli when that is the same to it; nothing when it takes neither, or
 * would rather have a page as it is (`identity`). RFC 9110, 12.5.3: a name counts before `*`, a weight of nought refuses.
 */
export function encodingOf(accepted: string): 'br' | 'gzip' | undefined {
  const weights = new Map<string, number>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [token = '', ...parameters] = part.split(';').map((one) => one.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    weights.set(token, Number(weight?.slice(2) ?? 1) || 0)
  }
  const [br = 0, zipped = 0] = ['br', 'gzip'].map((name) => weights.get(name) ?? weights.get('*'))
  const best = Math.max(br, zipped)
  if (best === 0 || best < (weights.get('identity') ?? 0)) return undefined
  return br === best ? 'br' : 'gzip'
}

const zip = promisify(gzip)
const squeeze = promisify(brotliCompress)

function brotli(bytes: Uint8Array): Promise<Buffer> {
  return squeeze(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
}
