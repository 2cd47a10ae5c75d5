import { type Server, createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { checkKeys } from './delivery/keys.ts'
import { keepAnnounced } from './delivery/websub.ts'
import { plainPageCache } from './config/config.ts'
import { type Ground } from './ground.ts'
import { log } from './log.ts'
import { type Entry } from './story/entry.ts'
import { keepReleasing } from './newsroom/release-due.ts'
import { type Renditions, renditions } from './pictures/renditions.ts'
import { buildAssets } from './site/assets.ts'
import { type Kept, freshness } from './site/freshness.ts'
import { keepPurging } from './site/purging.ts'
import { feedAddresses } from './site/feed-addresses.ts'
import { publisherOf } from './site/feeds.ts'
import { previews } from './site/previews/previews.ts'
import { shownPictures } from './site/shown-pictures.ts'
import { site } from './site/site.ts'
import { keepFindable } from './store/keep-findable.ts'
import { views } from './store/views/views.ts'
import { wireView } from './store/views/wire.ts'
import { watch } from './store/watch.ts'
import { PageCache } from './web/cache.ts'
import { clientsBehind } from './web/client.ts'
import { storyKey } from './web/keep.ts'
import { listener } from './web/listener.ts'
import { type News } from './web/news.ts'
import { mayHaveEmbargoed } from './wire/door.ts'
import { wire } from './wire/wire.ts'

/** A whole agency that answers requests: `fetch` for tests and for the server alike. Dispose of it and all of it ends. */
export type Agency = Ground & {
  fetch(request: Request, connection?: Connection): Promise<Response>
  renditions: Renditions
  /** The pages that are kept in memory. */
  pages: PageCache
  /** Listens for requests; answers with the port, which was free to choose when the settings say 0. */
  listen(): Promise<number>
}

/** The connection that a request came by, where it came by one. */
type Connection = { incoming?: { socket: { remoteAddress?: string | undefined } } }

export const version = '0.1.0'

/** Builds on a ground what follows the journal, and the doors. The ground stays open when the agency is disposed of. */
export async function createAgency(on: Ground): Promise<Agency> {
  const open = new AsyncDisposableStack()
  try {
    const { config, database, newsroom } = on
    let assets = await buildAssets(on.house(), config.dataFolder)
    const told = news()
    let houseChanged = () => {}
    const cache = new PageCache({
      render: (request) => pages.fetch(request),
      limit: config.pageCache ?? plainPageCache,
      clock: on.clock,
      isFresh: () => eyes.isFresh(),
      surrogate: config.cdnPurge !== undefined,
      isTold: () => purging?.works() ?? false,
    })
    const purging = config.cdnPurge ? open.use(keepPurging(database, config.cdnPurge)) : undefined
    const reading = views(database)
    const shown = shownPictures({ look: reading.pictureAt, clock: on.clock, isFresh: () => eyes.isFresh() })
    const kept: Kept = {
      drop: (keys) => (cache.drop(keys), shown.drop(keys)),
      clear: () => (cache.clear(), shown.clear()),
      opens: (at) => cache.opens(at),
    }
    const fresh = freshness(kept, database)
    const forget = (keys: readonly string[]): void => {
      fresh.pages(keys)
      purging?.soon(keys)
    }
    const eyes = open.use(
      await watch(database, {
        async entries(entries) {
          await fresh.entries(entries)
          told.tell(entries)
        },
        async house(house) {
          on.changeHouse(house)
          assets = await buildAssets(house, config.dataFolder)
          houseChanged()
          forget([])
        },
        pages: forget,
        stale: () => kept.clear(),
        fresh: () => kept.clear(),
      }),
    )
    await fresh.begin(on.clock())
    on.onCommitted(async (entries, kin, forgotten) => {
      await fresh.entries(entries, kin)
      if (forgotten) fresh.pages(forgotten)
      told.tell(entries)
    })
    open.use(keepReleasing(newsroom, database))
    open.use(keepFindable(database, () => on.house().zone))
    const announcer = open.use(
      keepAnnounced(database, {
        hub: () => on.house().hub,
        clock: on.clock,
        async feeds(story) {
          const where = await reading.standsIn(story, new Date(on.clock()).toISOString())
          return where ? feedAddresses(where, { base: on.base, house: on.house() }) : []
        },
      }),
    )
    houseChanged = () => announcer.houseChanged()

    const closing = new AbortController()
    const checkKey = checkKeys(database)
    const clientOf = clientsBehind(config.trustedProxies)
    const pictures = open.use(renditions(on.pictures))
    const pages = site({
      views: reading,
      house: on.house,
      assets: () => assets,
      base: on.base,
      authority: on.authority,
      pictures: {
        renditions: pictures,
        standing: shown.find,
        isEntitled: async (request, hash) =>
          (await mayHaveEmbargoed(checkKey, request)) && reading.isPictureEmbargoed(hash),
        mayBeKept: () => purging?.works() ?? false,
      },
      previews: open.use(previews({ folder: join(config.dataFolder, 'previews') })),
      clock: on.clock,
      version,
      live: { news: told, ahead: (story) => kept.drop([storyKey(story)]), signal: closing.signal },
    })
    const subscribers = wire({
      view: wireView(database.sql),
      news: told,
      checkKey,
      publisher: () => publisherOf({ house: on.house(), base: on.base, authority: on.authority }),
      clock: on.clock,
      signal: closing.signal,
    })
    const answer = async (request: Request, connection?: Connection): Promise<Response> => {
      const { pathname } = new URL(request.url)
      if (pathname.startsWith('/wire/')) return subscribers.fetch(request)
      if (!/^\/(pictures|live)\//.test(pathname)) return cache.fetch(request)
      const peer = connection?.incoming?.socket.remoteAddress
      return pages.fetch(request, { client: clientOf(peer, request.headers.get('x-forwarded-for')) })
    }

    let server: Server | undefined
    open.defer(() => (server ? close(server) : undefined))
    open.defer(() => closing.abort())
    const all = open.move()
    return {
      ...on,
      fetch: answer,
      renditions: pictures,
      pages: cache,
      listen: () =>
        new Promise((resolve, reject) => {
          const opened = createServer(listener(cache, getRequestListener(answer)))
          server = opened
          opened.once('error', reject)
          opened.requestTimeout = 60_000
          opened.headersTimeout = 20_000
          opened.listen(config.port, config.host, () => resolve((opened.address() as AddressInfo).port))
        }),
      [Symbol.asyncDispose]: () => all.disposeAsync(),
    }
  } catch (error) {
    await open.disposeAsync()
    throw error
  }
}

/** Hands the news of this process to whoever waits on the wire: an own act at once, and not again when it is heard of. */
function news(): News & { tell(entries: readonly Entry[]): void } {
  const ears = new Set<() => void>()
  let newest = 0
  return {
    on(heard) {
      ears.add(heard)
      return () => ears.delete(heard)
    },
    tell(entries) {
      // What has a lower number was committed before, and was there to be read when the higher one was told.
      const number = entries.at(-1)?.number ?? 0
      if (number <= newest) return
      newest = number
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
