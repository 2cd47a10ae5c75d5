import { Agent, request } from 'node:http'
import { type Read } from './model.ts'

export type Reader = { get(path: string, headers?: Record<string, string>): Promise<Read>; close(): void }

/** Somebody who reads one process over connections that stay open; `sent` is when a request had one for itself. */
export function reader(port: number): Reader {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  return {
    get: (path, headers = {}) =>
      new Promise((resolve, reject) => {
        let sent = Date.now()
        request({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({
              path,
              status: response.statusCode ?? 0,
              text: Buffer.concat(parts).toString(),
              location: response.headers.location ?? '',
              sent,
            }),
          )
        })
          .on('socket', () => (sent = Date.now()))
          .on('error', reject)
          .end()
      }),
    close: () => agent.destroy(),
  }
}
