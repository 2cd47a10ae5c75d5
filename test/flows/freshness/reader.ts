import { Agent, request } from 'node:http'

/** What a reader got, and when he asked, in milliseconds since 1970. */
export type Read = { status: number; text: string; location: string; sent: number }

/** Somebody who reads one process over connections that stay open. */
export function reader(port: number): { get(path: string): Promise<Read>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  return {
    get: (path) =>
      new Promise((resolve, reject) => {
        const sent = Date.now()
        request({ host: '127.0.0.1', port, path, agent }, (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(parts).toString(),
              location: response.headers.location ?? '',
              sent,
            }),
          )
        })
          .on('error', reject)
          .end()
      }),
    close: () => agent.destroy(),
  }
}
