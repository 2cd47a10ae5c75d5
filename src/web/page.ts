import { type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { own } from './address.ts'
import { everything, type Keep, news, surrogateKey } from './keep.ts'
import { unchanged } from './respond.ts'

/** An answer made ready once: status, headers and bytes as they go out, in one encoding. */
export type Page = {
  status: number
  /** Names and values by turns, as `writeHead` takes them. */
  headers: string[]
  /** The headers of a 304. */
  short: string[]
  body: Buffer
  tag: string
  keys: readonly string[]
  /** Milliseconds since 1970. */
  until: number
  /** What it takes in memory, roughly and rather too much. */
  size: number
  /** Set when `refine` has seen to it. */
  isRefined?: boolean
}

/** Makes a response ready to be sent many times; `tagged` says in a header what it shows. Its body is read to the end. */
export async function pageOf(
  response: Response,
  { keys = [news], until = Infinity }: Keep,
  tagged = false,
): Promise<Page> {
  const body = Buffer.from(await response.arrayBuffer())
  const named = [...response.headers].map(([name, value]): [string, string] => [
    name,
    name === 'location' ? own(value) : value,
  ])
  if (tagged) named.push(['surrogate-key', [everything, ...keys].map(surrogateKey).join(' ')])
  const headers = named.flat()
  const length = headers.reduce((sum, text) => sum + text.length, 0)
  return {
    status: response.status,
    headers,
    short: named.filter(([name]) => !name.startsWith('content-') || name === 'content-security-policy').flat(),
    body,
    tag: response.headers.get('etag') ?? '',
    keys: keys.map(own),
    until,
    size: body.length + 3 * length + keys.reduce((sum, key) => sum + 2 * key.length + 300, 0) + 1000,
  }
}

/** Sends a page to who asked with these headers; `more` are headers of this moment. */
export function sendPage(
  page: Page,
  asked: IncomingHttpHeaders,
  to: ServerResponse,
  more: readonly string[] = [],
): void {
  const tags = asked['if-none-match']
  if (tags !== undefined && isUnchanged(page, tags)) {
    to.writeHead(304, more.length ? [...page.short, ...more] : page.short)
    to.end()
    return
  }
  to.writeHead(page.status, more.length ? [...page.headers, ...more] : page.headers)
  to.end(page.body)
}

/** The same as a response. */
export function pageResponse(page: Page, { headers: asked, method }: Request, more: readonly string[] = []): Response {
  const whole = !isUnchanged(page, asked.get('if-none-match'))
  const flat = [...(whole ? page.headers : page.short), ...more]
  const headers = flat.flatMap((name, at) => (at % 2 ? [] : [[name, flat[at + 1] ?? ''] as [string, string]]))
  const body = whole && method !== 'HEAD' && page.status !== 301 ? (page.body as Uint8Array<ArrayBuffer>) : null
  return new Response(body, { status: whole ? page.status : 304, headers })
}

/** Whoever has a page has it still; a notice of a kill is sent whole even so. */
function isUnchanged({ status, tag }: Page, tags: string | null): boolean {
  return status === 200 && (tags === tag || unchanged(tags, tag))
}
