import { setTimeout as pause } from 'node:timers/promises'
import { type Publisher } from '../formats/format.ts'
import { type Ask } from './ask.ts'
import { type Guest } from './door.ts'
import { type View, pageAfter } from './items.ts'
import { type Ear, type News, listenTo } from '../web/news.ts'

export type Streaming = {
  view: View
  news: News
  publisher: () => Publisher
  clock: () => number
  patience: Patience
  /** Given when the agency closes. */
  signal: AbortSignal
}

/**
 * Times of a stream in milliseconds: between signs of life, between two looks at the key, and how long a subscriber may
 * take nothing before the stream ends, and before its line is hung up on; and how many bytes may wait for it.
 */
export type Patience = { heartbeat: number; key: number; slow: number; leave: number; bytes: number }

export const patience: Patience = { heartbeat: 15_000, key: 250, slow: 30_000, leave: 10_000, bytes: 256_000 }

/**
 * Server-sent events (WHATWG HTML): each item is a message whose id is its journal number, so that a client which comes
 * back with `Last-Event-ID` misses nothing. Items are read from the journal as fast as the subscriber takes them and not
 * faster, so nothing piles up; one that takes nothing for long is cut, with a sentence, and can come back.
 */
export function streamTo(guest: Guest, ask: Ask, streaming: Streaming, closed: () => void): Response {
  const gone = new AbortController()
  const signal = AbortSignal.any([gone.signal, streaming.signal])
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const ear = listenTo(streaming.news, signal)
        void run({ guest, ask, streaming, signal, controller, ear })
          .catch((error: unknown) => {
            if (!gone.signal.aborted) controller.error(error)
          })
          .finally(() => {
            ear.close()
            closed()
          })
      },
      cancel: () => gone.abort(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: streaming.patience.bytes }),
  )
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}

type Run = {
  guest: Guest
  ask: Ask
  streaming: Streaming
  signal: AbortSignal
  controller: ReadableStreamDefaultController<Uint8Array>
  ear: Ear
}

async function run({ guest, ask, streaming, signal, controller, ear }: Run): Promise<void> {
  const { view, publisher, clock, patience: times } = streaming
  const write = (text: string) => controller.enqueue(encoder.encode(text))
  const end = (code: string, detail: string) => {
    if (!signal.aborted || streaming.signal.aborted) {
      write(`event: end\ndata: ${JSON.stringify({ code, detail })}\n\n`)
      controller.close()
    }
  }
  let { after } = ask
  let looked = performance.now()
  let spoke = looked
  let key = guest.key
  write('retry: 2000\n\n')
  while (!signal.aborted) {
    if (performance.now() - looked >= times.key) {
      const now = await guest.again()
      if (!now) return end('key.revoked', 'The key of this stream was revoked.')
      key = now
      looked = performance.now()
    }
    if (!(await room(controller, times, signal))) {
      end('stream.slow', `You took nothing for ${times.slow / 1000} s: come back with Last-Event-ID.`)
      // Whoever does not even take the sentence is hung up on, and what waits for him is dropped.
      await Promise.race([pause(times.leave, undefined, { ref: false }), aborted(signal)])
      return controller.error(new Error('a subscriber took nothing'))
    }
    const page = await pageAfter(view, { ...ask, after, limit: atOnce }, key, publisher(), clock())
    for (const [at, item] of page.items.entries()) {
      write(`id: ${page.entries[at]?.number}\ndata: ${JSON.stringify(item)}\n\n`)
    }
    if (page.items.length) spoke = performance.now()
    else if (page.next > after && page.next - after >= farBehind) write(`id: ${page.next}\n\n`)
    after = page.next
    if (performance.now() - spoke >= times.heartbeat) {
      write(`: ${after}\n\n`)
      spoke = performance.now()
    }
    if (page.next >= page.head) await ear.wait(Math.min(times.key, times.heartbeat))
  }
  if (streaming.signal.aborted)
    end('agency.closing', 'The agency is closing: come back in a moment with Last-Event-ID.')
}

/** Few at once, so that what waits for a slow subscriber stays small. */
const atOnce = 20

/** An id without data moves the place to come back to, when much was stepped over. */
const farBehind = 1000

const encoder = new TextEncoder()

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }))
}

/** Waits until the subscriber has taken what was written; false when it takes nothing for too long. */
async function room(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { slow }: Patience,
  signal: AbortSignal,
): Promise<boolean> {
  const since = performance.now()
  let least = controller.desiredSize ?? 0
  let taken = since
  while ((controller.desiredSize ?? 0) <= 0 && !signal.aborted) {
    if ((controller.desiredSize ?? 0) > least) {
      least = controller.desiredSize ?? 0
      taken = performance.now()
    }
    if (performance.now() - taken >= slow) return false
    await pause(20)
  }
  return true
}
