import { type Running } from '../story/running.ts'
import { type StoryPage } from '../store/views/story.ts'
import { type Views } from '../store/views/views.ts'
import { log } from '../log.ts'
import { type News } from '../web/news.ts'
import { plainHeaders } from '../web/respond.ts'
import { wordsFor } from '../words/words.ts'
import { type About } from './layout.ts'
import { liveNews } from './live-news.ts'
import { mainLanguage } from './routes.ts'

/** What the streams of running stories need. `signal` is given when the agency closes. */
export type LiveParts = {
  views: Views
  about: () => About
  clock: () => number
  news: News
  /** Told of a story before a stream brings it, so that who asks for the page then gets no older one from memory. */
  ahead: (story: string) => void
  signal: AbortSignal
  limits?: Partial<Limits>
}

/** Streams at once in this process and from one address, milliseconds between signs of life, and bytes that may wait for a reader. */
export type Limits = { streams: number; each: number; heartbeat: number; waiting: number }

const usual: Limits = { streams: 2000, each: 50, heartbeat: 15_000, waiting: 256_000 }

/** Answers a reader who has a version of a running story before him: what is new comes as it goes out. */
export type Live = { open(story: string, coming: Coming): Promise<Response> }

/** Who comes: the version that he has, and from where he asks (`web/client.ts`), where that is known. */
export type Coming = { since: number; method: string; client?: string | undefined }

type Reader = { controller: ReadableStreamDefaultController<Uint8Array>; version: number; client?: string | undefined }

/** A running story with those who read it. Its page is read once for all of them. */
type Room = { story: string; version: number; page?: StoryPage; readers: Set<Reader> }

/**
 * Server-sent events (WHATWG HTML) for readers: a message has the version that it brings a page to as its id, so that who
 * comes back with `Last-Event-ID` misses nothing. One look at the database per news of the journal, for all stories that
 * somebody reads; one page read per story that has changed. What the public may not see is in none of it.
 */
export function live(parts: LiveParts): Live {
  const limits = { ...usual, ...parts.limits }
  const rooms = new Map<string, Room>()
  const clients = new Map<string, number>()
  let open = 0
  let looking: Promise<void> | undefined
  let again = false
  const now = () => new Date(parts.clock()).toISOString()

  const count = ({ client }: Reader, by: 1 | -1) => {
    if (client === undefined) return
    const streams = (clients.get(client) ?? 0) + by
    if (streams) clients.set(client, streams)
    else clients.delete(client)
  }
  const leave = (room: Room, reader: Reader) => {
    if (!room.readers.delete(reader)) return
    open--
    count(reader, -1)
    if (!room.readers.size) rooms.delete(room.story)
    if (!rooms.size) stop()
  }
  const end = (room: Room, reader: Reader, text = '') => {
    leave(room, reader)
    try {
      if (text) reader.controller.enqueue(encoder.encode(text))
      reader.controller.close()
    } catch {
      // He has gone already.
    }
  }
  const send = (room: Room, reader: Reader, text: string) => {
    // Who takes nothing is let go: he comes back with the id of what he had last.
    if ((reader.controller.desiredSize ?? 0) < 0) return end(room, reader)
    try {
      reader.controller.enqueue(encoder.encode(text))
    } catch {
      leave(room, reader)
    }
  }

  /** Brings readers of a room to its newest version; those who had the same before get the same message. */
  const bring = async (room: Room): Promise<void> => {
    const { page } = room
    if (!page) return
    // A look may see what was committed before this process has heard of it.
    if ([...room.readers].some(({ version }) => version < page.story.version)) parts.ahead(room.story)
    const about = parts.about()
    const words = wordsFor(page.story.language, mainLanguage(about.house))
    const language = words.language === page.story.language.split('-')[0] ? page.story.language : words.language
    const on = { about, words, language, now: parts.clock() }
    const behind = Map.groupBy(
      [...room.readers].filter(({ version }) => version < page.story.version),
      ({ version }) => version,
    )
    for (const [version, readers] of behind) {
      const had: Running | undefined = await parts.views.runningIn(room.story, version)
      const news = liveNews(page, had, on, words)
      const message = news && `id: ${page.story.version}\ndata: ${JSON.stringify(news)}\n\n`
      for (const reader of readers) {
        if (reader.version !== version) continue
        reader.version = page.story.version
        if (!news || news.is === 'closed') end(room, reader, message ?? withdrawn)
        else send(room, reader, message!)
      }
    }
  }

  const look = async (): Promise<void> => {
    do {
      again = false
      const versions = await parts.views.versionsOf([...rooms.keys()], now())
      for (const room of [...rooms.values()]) {
        const found = versions.get(room.story)
        if (!found) {
          for (const reader of [...room.readers]) end(room, reader, withdrawn)
          continue
        }
        if (found.version !== room.version || !room.page) {
          const read = await parts.views.atAddress(found.path, now())
          // Between the two looks it may have been killed or have moved: the next look tells.
          if (read.is !== 'story' || read.page.story.id !== room.story) {
            again = read.is !== 'nothing'
            continue
          }
          room.page = read.page
          room.version = read.page.story.version
        }
        await bring(room)
      }
    } while (again && rooms.size)
  }
  const told = (): Promise<void> => {
    if (looking) {
      again = true
      return looking
    }
    if (!rooms.size) return Promise.resolve()
    looking = look()
      .catch((fault: unknown) => log.error('News of a running story could not be read.', { fault }))
      .finally(() => {
        looking = undefined
        if (again) void told()
      })
    return looking
  }

  let stop = (): void => {}
  const start = () => {
    const off = parts.news.on(() => void told())
    const beat = setInterval(() => {
      for (const room of rooms.values()) for (const reader of [...room.readers]) send(room, reader, ': still here\n\n')
      void told()
    }, limits.heartbeat)
    beat.unref()
    stop = () => {
      off()
      clearInterval(beat)
      stop = () => {}
    }
  }
  parts.signal.addEventListener('abort', () => {
    for (const room of [...rooms.values()]) for (const reader of [...room.readers]) end(room, reader)
  })

  return {
    async open(story, { since, method, client }) {
      const versions = await parts.views.versionsOf([story], now())
      const found = versions.get(story)
      const running = found && (await parts.views.runningIn(story, found.version))
      if (!running) return new Response(null, { status: 404, headers: streamless })
      // 204 tells a browser not to come back.
      if (running.is === 'closed' && since >= found.version)
        return new Response(null, { status: 204, headers: streamless })
      if (client !== undefined && (clients.get(client) ?? 0) >= limits.each)
        return later(429, `Your address has ${limits.each} streams open already: close one, or come back in a minute.`)
      if (open >= limits.streams || parts.signal.aborted)
        return later(503, 'No more readers can be told of news as it comes just now: come back in a minute.')
      if (method === 'HEAD') return new Response(null, { headers: streaming })
      let reader: Reader
      let room: Room
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            if (!rooms.size) start()
            room = rooms.get(story) ?? { story, version: 0, readers: new Set() }
            rooms.set(story, room)
            // Nobody has a version that is not out yet: whoever says so would never hear of any.
            reader = { controller, version: Math.min(since, found.version), client }
            room.readers.add(reader)
            open++
            count(reader, 1)
            controller.enqueue(encoder.encode('retry: 3000\n\n'))
            void told()
          },
          cancel: () => leave(room, reader),
        },
        new ByteLengthQueuingStrategy({ highWaterMark: limits.waiting }),
      )
      return new Response(body, { headers: streaming })
    },
  }
}

/** The story is not public any more: the page asks for itself again, and gets the notice. None of its words are here. */
const withdrawn = 'event: withdrawn\ndata: \n\n'

/** A page that is told this tries again by itself; until then it is as it came. */
function later(status: 429 | 503, sentence: string): Response {
  const headers = { ...streamless, 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '60' }
  return new Response(`${sentence}\n`, { status, headers })
}

const streamless = { ...plainHeaders, 'Cache-Control': 'no-store' }
const streaming = { ...streamless, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }

const encoder = new TextEncoder()
