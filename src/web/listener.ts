import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { type PageCache } from './cache.ts'
import { sendPage } from './page.ts'

/** Answers what is kept with bytes made ready before; only the rest goes on, there to be made into a request at all. */
export function listener(
  cache: PageCache,
  otherwise: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): RequestListener {
  return (request, response) => {
    const { method, url = '/', headers } = request
    const page = method === 'GET' || method === 'HEAD' ? cache.find(url, headers['accept-encoding']) : undefined
    if (page) sendPage(page, headers, response, cache.momentary(page))
    else void otherwise(request, response)
  }
}
