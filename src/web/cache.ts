import { Addresses, isMadeUp } from './address.ts'
import { type Flight, Flights, isOutdated } from './flights.ts'
import { keepOf, news } from './keep.ts'
import { type Page, pageOf, pageResponse } from './page.ts'
import { refine } from './refine.ts'
import { conditional, encodingOf, unconditional } from './respond.ts'
import { Shelf } from './shelf.ts'

/** What a cache stands before, and by what it knows that it may answer. */
export type Behind = {
  render: (request: Request) => Promise<Response> | Response
  /** Bytes that it may take; 0 keeps nothing. */
  limit: number
  /** Milliseconds since 1970, by the clock that pages are made by. */
  clock: () => number
  /** Whether this process hears of news. While it does not, nothing is answered from memory. */
  isFresh: () => boolean
  /** Whether another cache in front is told what an answer shows (`Surrogate-Key`) and for how long it holds. */
  surrogate?: boolean
  /** Whether that cache can be told now. While it cannot, it may keep nothing. */
  isTold?: () => boolean
}

type Made = { page: Page; isOutdated: boolean } | { response: Response }

/**
 * Pages in memory, each in the encodings that were asked for. What is told (`drop`, `clear`, `opens`) holds from the next
 * request on, for pages that are just being made too. A page is made once, however many wait for it.
 */
export class PageCache {
  readonly #behind: Behind
  readonly #read: Shelf
  /** For addresses that anybody can make up without end, and what is no page: they drive out each other and no page that people read. */
  readonly #madeUp: Shelf
  readonly #addresses: Addresses
  readonly #flights = new Flights<Made>()
  #openings: number[] = []
  #rendered = 0

  constructor(behind: Behind) {
    this.#behind = behind
    this.#read = new Shelf((behind.limit / 16) * 13)
    this.#madeUp = new Shelf(behind.limit / 8)
    this.#addresses = new Addresses(behind.limit / 16)
  }

  /** How many requests went on to what makes the pages, and what is kept now. */
  get counts(): { rendered: number; pages: number; bytes: number } {
    const [one, other] = [this.#read, this.#madeUp]
    const bytes = one.bytes + other.bytes + this.#addresses.bytes
    return { rendered: this.#rendered, pages: one.count + other.count, bytes }
  }

  /** What is kept for a target (`/path?query`) and an `Accept-Encoding`, ready to be sent. */
  find(target: string, accepted: string | undefined): Page | undefined {
    if (this.#behind.limit === 0 || !this.#behind.isFresh()) return undefined
    const now = this.#now()
    const address = this.#addresses.of(target)
    if (address === undefined) return undefined
    const place = encodingFor(accepted) + address
    const page = this.#read.find(place) ?? this.#madeUp.find(place)
    if (!page) return undefined
    if (now < page.until) {
      if (!page.isRefined) refine(page)
      return page
    }
    this.#read.drop(place)
    this.#madeUp.drop(place)
    return undefined
  }

  /** Answers from memory, or makes the page and keeps it if it may be kept. */
  async fetch(request: Request): Promise<Response> {
    const { limit, isFresh } = this.#behind
    const isForAll = /^(GET|HEAD)$/.test(request.method) && !request.headers.has('authorization')
    if (limit === 0 || !isForAll || !isFresh()) return this.#render(request)
    const { pathname, search } = new URL(request.url)
    const target = pathname + search
    const accepted = request.headers.get('accept-encoding') ?? undefined
    const kept = this.find(target, accepted)
    if (kept) return pageResponse(kept, request, this.momentary(kept))
    if (request.method === 'HEAD') return this.#render(request)
    const place = encodingFor(accepted) + target
    const waiting = this.#flights.at(place)
    const made = await (waiting ?? this.#flights.run(place, (flight) => this.#make(request, target, flight)))
    if ('page' in made) return pageResponse(made.page, request, made.isOutdated ? [] : this.momentary(made.page))
    return waiting ? this.#render(request) : conditional(made.response, request)
  }

  /** Drops what shows these, and all that names no keys: it is a list of whatever there is. */
  drop(keys: readonly string[]): void {
    const all = [...keys, news]
    this.#read.dropKeys(all)
    this.#madeUp.dropKeys(all)
    this.#flights.outdate(all)
  }

  clear(): void {
    this.#read.clear()
    this.#madeUp.clear()
    this.#flights.outdateAll()
  }

  /** From this millisecond on something else is public: nothing that was kept before it is any good then. */
  opens(at: number): void {
    if (!this.#openings.includes(at)) this.#openings = [...this.#openings, at].toSorted((one, other) => one - other)
  }

  /** Headers for a cache in front: it may hold the page as long as we would, then it asks. Nothing when it cannot be told of news. */
  momentary({ until }: Page): readonly string[] {
    const { surrogate, isTold } = this.#behind
    if (!surrogate || isTold?.() === false) return none
    const now = this.#now()
    const end = Math.min(until, this.#openings[0] ?? Infinity, now + longest)
    return ['surrogate-control', `max-age=${Math.max(0, Math.floor((end - now) / 1000))}`]
  }

  async #make(request: Request, target: string, flight: Flight): Promise<Made> {
    const { surrogate = false, isFresh } = this.#behind
    const response = await this.#render(unconditional(request))
    const keep = keepOf(response)
    if (!keep || (target.includes('?') && !keep.query)) return { response }
    const page = await pageOf(response, keep, surrogate)
    if (keep.query) this.#addresses.learn(target, keep.query)
    const address = this.#addresses.of(target)
    if (this.#now() >= page.until || !isFresh() || address === undefined || isOutdated(flight, page.keys))
      return { page, isOutdated: true }
    const shelf = page.status !== 200 || isMadeUp(address) ? this.#madeUp : this.#read
    shelf.put(encodingFor(request.headers.get('accept-encoding') ?? undefined) + address, page)
    return { page, isOutdated: false }
  }

  #render(request: Request): Promise<Response> | Response {
    this.#rendered++
    return this.#behind.render(request)
  }

  /** The clock; when an opening lies behind it, everything is dropped first. */
  #now(): number {
    const now = this.#behind.clock()
    const next = this.#openings[0]
    if (next !== undefined && now >= next) {
      this.#openings = this.#openings.filter((at) => at > now)
      this.clear()
    }
    return now
  }
}

/** The worst that a cache in front can do that is suddenly cut off from us: it shows what is gone for this long, in milliseconds. */
const longest = 60_000
const none: readonly string[] = []

/** Clients send the same few lines over and over. */
const known = new Map<string | undefined, string>([[undefined, 'plain ']])

function encodingFor(accepted: string | undefined): string {
  const found = known.get(accepted)
  if (found !== undefined) return found
  const encoding = `${encodingOf(accepted ?? '') ?? 'plain'} `
  if (known.size >= 500) known.clear()
  if (!accepted || accepted.length < 200) known.set(accepted, encoding)
  return encoding
}
