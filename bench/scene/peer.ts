import { type IncomingMessage, request } from 'node:http'
import { type Child, startChild } from './child.ts'

/** An answer as it came over the wire, without the headers of this one connection. */
export type Sent = { status: number; headers: string[]; body: Buffer }

/** Asks once, as a browser that takes one encoding. */
export async function get(url: string, encoding = 'br'): Promise<Sent> {
  const answer = await new Promise<IncomingMessage>((done, failed) => {
    request(url, { headers: { 'accept-encoding': encoding } }, done)
      .once('error', failed)
      .end()
  })
  const parts = (await answer.toArray()) as Buffer[]
  const headers = answer.rawHeaders.flatMap((name, at, all) =>
    at % 2 || /^(date|connection|keep-alive)$/i.test(name) ? [] : [name, all[at + 1] ?? ''],
  )
  return { status: answer.statusCode ?? 0, headers, body: Buffer.concat(parts) }
}

/** Bare `node:http` in a process of its own that sends the same bytes for every address: status, all the headers, body. */
export function startBytes({ status, headers, body }: Sent): Promise<Child<{ base: string }>> {
  return startChild('./bytes-process.ts', { status, headers, body: body.toString('base64') })
}
