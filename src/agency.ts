import { type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { checkKeys } from './delivery/keys.ts'
import { type Ground } from './ground.ts'
import { log } from './log.ts'
import { keepReleasing } from './newsroom/release-due.ts'
import { type Renditions, renditions } from './pictures/renditions.ts'
import { buildAssets } from './site/assets.ts'
import { publisherOf } from './site/feeds.ts'
import { site } from './site/site.ts'
import { keepFindable } from './store/keep-findable.ts'
import { views } from './store/views/views.ts'
import { wireView } from './store/views/wire.ts'
import { watch } from './store/watch.ts'
import { type News } from './web/news.ts'
import { wire } from './wire/wire.ts'

/** A whole agency that answers requests: `fetch` for tests and for the server alike. Dispose of it and all of it ends. */
export type Agency = Ground & {
  fetch(request: Request): Promise<Response>
  renditions: Renditions
  /** Listens for requests; answers with the port, which was free to choose when the settings say 0. */
  listen(): Promise<number>
}

export const version = '0.1.0'

/** Builds on a ground what follows the journal, and the doors. The ground stays open when the agency is disposed of. */
export async function createAgency(on: Ground): Promise<Agency> {
  const open = new AsyncDisposableStack()
  try {
    const { config, database, newsroom } = on
    let assets = await buildAssets(on.house(), config.dataFolder)
    const told = news()
    open.use(
      await watch(database, {
        entries: () => told.tell(),
        house: async (house) => {
          on.changeHouse(house)
          assets = await buildAssets(house, config.dataFolder)
        },
      }),
    )
    on.onCommitted(() => told.tell())
    open.use(keepReleasing(newsroom, database))
    open.use(keepFindable(database, () => on.house().zone))

    const closing = new AbortController()
    const pictures = open.use(renditions(on.pictures))
    const pages = site({
      views: views(database.sql),
      house: on.house,
      assets: () => assets,
      base: on.base,
      authority: on.authority,
      pictures,
      clock: on.clock,
      version,
      live: { news: told, signal: closing.signal },
    })
    const subscribers = wire({
      view: wireView(database.sql),
      news: told,
      checkKey: checkKeys(database),
      publisher: () => publisherOf({ house: on.house(), base: on.base, authority: on.authority }),
      clock: on.clock,
      signal: closing.signal,
    })
    const answer = async (request: Request): Promise<Response> =>
      new URL(request.url).pathname.startsWith('/wire/') ? subscribers.fetch(request) : pages.fetch(request)

    let server: Server | undefined
    open.defer(() => (server ? close(server) : undefined))
    open.defer(() => closing.abort())
    const all = open.move()
    return {
      ...on,
      fetch: answer,
      renditions: pictures,
      listen: () =>
        new Promise((resolve, reject) => {
          server = serve({ fetch: answer, port: config.port, hostname: config.host }, (at: AddressInfo) =>
            resolve(at.port),
          ) as Server
          server.once('error', reject)
          server.requestTimeout = 60_000
          server.headersTimeout = 20_000
        }),
      [Symbol.asyncDispose]: () => all.disposeAsync(),
    }
  } catch (error) {
    await open.disposeAsync()
    throw error
  }
}

/** Hands the news of this process to whoever waits on the wire. */
function news(): News & { tell(): void } {
  const ears = new Set<() => void>()
  return {
    on(heard) {
      ears.add(heard)
      return () => ears.delete(heard)
    },
    tell() {
      for (const heard of [...ears]) heard()
    },
  }
}

/** Lets what is being answered finish for a second; streams have been told to end. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve()
    const late = setTimeout(() => server.closeAllConnections(), 1000)
    server.close((error) => {
      clearTimeout(late)
      if (error) log.warn('The server was not open any more.', { error })
      resolve()
    })
    server.closeIdleConnections()
  })
}
