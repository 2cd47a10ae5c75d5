import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { answerBench, given } from './child.ts'

/** The least that a server in Node can do: the same bytes for whoever asks. See `startBytes`. */
const { status, headers, body } = given() as { status: number; headers: string[]; body: string }
const bytes = Buffer.from(body, 'base64')
const server = createServer((_request, response) => {
  response.writeHead(status, headers)
  response.end(bytes)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
await answerBench({ base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, () => undefined)
server.close()
server.closeAllConnections()
