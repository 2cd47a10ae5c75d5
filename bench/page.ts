import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, type Request } from 'playwright-core'
import { openBrowser } from '../test/browser/open-browser.ts'
import { ostra } from '../test/browser/ostra.ts'
import { type Answer, median } from './measure/figures.ts'
import { startAgency } from './scene/agency.ts'
import { get } from './scene/peer.ts'
import { staticPage } from './scene/static-page.ts'

const rounds = 5
/** 1.6 Mbit/s and 150 ms, as PAGE.md has it; the processor is slowed four times. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 }

type Seen = { page: number; script: number; requests: number; fcp: number; lcp: number; shift: number }

/**
 * What does a reader on a phone wait for? Our story page, sent from memory, beside a hand-made static page with the same words
 * and the same picture bytes from bare `node:http` with brotli; on a slow line and a slow processor, nothing kept by the
 * browser, medians of five interleaved rounds.
 */
export async function run(): Promise<Answer> {
  await using agency = await startAgency()
  const { base, pages } = agency.ready
  const own = base + pages.story
  await using made = await handMade(own)
  const browser = await openBrowser()
  try {
    const seen: Record<'ours' | 'static', Seen[]> = { ours: [], static: [] }
    for (const url of [own, made.url]) await visit(browser, url)
    for (let round = 0; round < rounds; round++) {
      seen.ours.push(await visit(browser, own))
      seen.static.push(await visit(browser, made.url))
    }
    const of = (who: 'ours' | 'static', what: keyof Seen) => median(seen[who].map((one) => one[what]))
    const line = (figure: string, what: keyof Seen, unit: string, limit?: number) => ({
      figure: `story page, ${figure}`,
      value: of('ours', what),
      unit,
      ...(limit === undefined ? {} : { limit }),
      beside: `static ${Math.round(of('static', what) * 1000) / 1000}`,
    })
    const lcp = Math.round(Math.max(of('static', 'lcp') * 1.1, of('static', 'lcp') + 60))
    return [
      line('HTML and CSS as sent', 'page', 'B', 10_000),
      line('deferred script as sent', 'script', 'B', 4000),
      line('requests, picture included', 'requests', '', 4),
      line('first contentful paint', 'fcp', 'ms'),
      line('largest contentful paint', 'lcp', 'ms', lcp),
      line('layout shift', 'shift', '', 0),
    ]
  } finally {
    await browser.close()
  }
}

/** The hand-made page on a server of its own, with the picture of ours in the bytes that ours are sent in. */
async function handMade(own: string): Promise<AsyncDisposable & { url: string }> {
  const markup = (await get(own, 'identity')).body.toString()
  const figure = /<figure[\s\S]*?<\/figure>/.exec(markup)?.[0] ?? ''
  const addresses = new Set([...figure.matchAll(/\/pictures\/[^\s",]+/g)].map(([path]) => path))
  const pictures = new Map<string, { type: string; body: Buffer }>()
  for (const path of addresses) {
    const { headers, body } = await get(new URL(path, own).href)
    const at = headers.findIndex((name) => name.toLowerCase() === 'content-type')
    pictures.set(path, { type: headers[at + 1] ?? '', body })
  }
  const page = brotliCompressSync(staticPage(ostra('2026-11-24', []), figure))
  const server = createServer(({ url = '/' }, response) => {
    const picture = pictures.get(url)
    if (picture) response.writeHead(200, { 'Content-Type': picture.type, 'Content-Length': picture.body.length })
    else if (url === '/')
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Encoding': 'br',
        'Content-Length': page.length,
      })
    else response.writeHead(404)
    response.end(picture?.body ?? (url === '/' ? page : ''))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function visit(browser: Browser, url: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  try {
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.setCacheDisabled', { cacheDisabled: true })
    await line.send('Network.emulateNetworkConditions', network)
    await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const asked: Request[] = []
    page.on('request', (request) => void (request.url().startsWith('http') && asked.push(request)))
    await page.goto(url, { waitUntil: 'networkidle' })
    const weigh = async (kind: string) => {
      const sizes = await Promise.all(asked.filter((one) => one.resourceType() === kind).map((one) => one.sizes()))
      return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    }
    const sent = { page: await weigh('document'), script: await weigh('script'), requests: asked.length }
    return { ...sent, ...(await page.evaluate(measured)) }
  } finally {
    await context.close()
  }
}

/** In the page: what the browser itself has measured, in milliseconds since it set out. */
async function measured(): Promise<Pick<Seen, 'fcp' | 'lcp' | 'shift'>> {
  const entries = (type: 'layout-shift' | 'largest-contentful-paint') =>
    new Promise<PerformanceEntry[]>((done) => {
      new PerformanceObserver((list) => done(list.getEntries())).observe({ type, buffered: true } as object)
      setTimeout(() => done([]), 300)
    })
  const shifts = (await entries('layout-shift')) as unknown as { value: number }[]
  return {
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    lcp: (await entries('largest-contentful-paint')).at(-1)?.startTime ?? Number.NaN,
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
  }
}
