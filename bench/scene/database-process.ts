import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import postgres from 'postgres'
import { type Connection } from '../../src/store/connect.ts'
import { answerBench, given } from './child.ts'

/**
 * What somebody would write by hand who knows this one page: `node:http`, one query with postgres.js, a template literal.
 * `template` is the source of a function from what the query answers to the page.
 */
const { connect, query, parameters, template, type } = given() as {
  connect: Connection
  query: string
  parameters: string[]
  template: string
  type: string
}
const sql = postgres({ ...connect, max: 10, onnotice: () => {} } as postgres.Options<{}>)
const { page } = (await import(`data:text/javascript,${encodeURIComponent(template)}`)) as {
  page(rows: unknown): string
}
const compress = promisify(brotliCompress)

const server = createServer((request, response) => {
  void sql.unsafe(query, parameters, { prepare: true }).then(async (rows) => {
    const text = Buffer.from(page(rows))
    const brotli = request.headers['accept-encoding']?.includes('br')
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
    const body = brotli ? await compress(text, { params }) : text
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Encoding',
      ...(brotli ? { 'Content-Encoding': 'br' } : {}),
    })
    response.end(body)
  })
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
await answerBench({ base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, () => undefined)
server.close()
server.closeAllConnections()
await sql.end({ timeout: 1 })
