import { Hono } from 'hono'
import { type Publisher } from '../formats/format.ts'
import { type Ask, askOf, formats, longestWait, mostItems } from './ask.ts'
import { type CheckKey, type Guest, type Limits, door } from './door.ts'
import { type Page, type View, askedBy, itemOf, pageAfter } from './items.ts'
import { namesNul } from '../web/address.ts'
import { type News, listenTo } from '../web/news.ts'
import { refusal } from './refusal.ts'
import { routes } from './routes.ts'
import { type Patience, patience, streamTo } from './stream.ts'

/** What the wire needs of the agency. `clock` is in milliseconds; `signal` is given when the agency closes. */
export type WireParts = {
  view: View
  news: News
  checkKey: CheckKey
  publisher: () => Publisher
  clock?: () => number
  signal?: AbortSignal
  limits?: Limits
  patience?: Partial<Patience>
}

/** The subscribers' door: items of the journal by cursor and as a stream, for the bearers of keys. docs/wire.md is its contract. */
export function wire(parts: WireParts): Hono {
  const { view, news, publisher, clock = Date.now, limits = { requests: 1200, streams: 10 } } = parts
  const signal = parts.signal ?? new AbortController().signal
  const letIn = door(parts.checkKey, limits, clock)
  const open = new Map<string, number>()
  const app = new Hono()
  const nothing = () =>
    refusal(
      404,
      'wire.unknown',
      `There is nothing at this address: ${publisher().base}${routes.root} lists what there is.`,
    )

  app.use(async (c, next) => (namesNul(c.req.path) ? nothing() : next()))
  app.get(routes.root, async () => json(200, await about(publisher(), view)))

  app.get(routes.items, async (c) => {
    const entered = await enter(c.req.raw, letIn, (name) => c.req.query(name))
    if (entered instanceof Response) return entered
    const { guest, ask } = entered
    const page = await patiently(parts, guest, ask, AbortSignal.any([signal, c.req.raw.signal]), clock)
    if (page instanceof Response) return page
    const query = new URLSearchParams({
      after: String(page.next),
      limit: String(ask.limit),
      format: ask.format,
      ...(ask.archived ? { archived: '1' } : {}),
    })
    const next = `${publisher().base}${routes.items}?${query.toString()}`
    return json(200, page, { Link: `<${next}>; rel="next"` })
  })

  app.get(routes.item, async (c) => {
    const entered = await enter(c.req.raw, letIn, (name) => c.req.query(name))
    if (entered instanceof Response) return entered
    const { guest, ask } = entered
    const sent = await view.sentOf(c.req.param('story'), askedBy(guest.key, { archived: true }, clock()))
    if (!sent) return refusal(404, 'story.unknown', 'No story of this id went out, or none that this key may have.')
    return json(sent.story.publication.is === 'killed' ? 410 : 200, itemOf(sent, ask.format, publisher()))
  })

  app.get(routes.stream, async (c) => {
    const lastEventId = c.req.header('Last-Event-ID')
    const entered = await enter(c.req.raw, letIn, (name) => c.req.query(name), lastEventId)
    if (entered instanceof Response) return entered
    const { guest, ask } = entered
    const { id, name } = guest.key
    // Hono answers HEAD with the headers of GET, and nobody would end the stream.
    if (c.req.raw.method === 'HEAD') return new Response(null, { headers: { 'Content-Type': 'text/event-stream' } })
    const streams = open.get(id) ?? 0
    if (streams >= limits.streams) {
      const sentence = `The key "${name}" has ${streams} streams open already: close one first.`
      return refusal(429, 'key.too-many-streams', sentence, { 'Retry-After': '5' })
    }
    open.set(id, streams + 1)
    const streaming = { view, news, publisher, clock, signal, patience: { ...patience, ...parts.patience } }
    return streamTo(guest, ask, streaming, () => open.set(id, (open.get(id) ?? 1) - 1))
  })

  app.all('/wire/v1/*', (c) =>
    c.req.method === 'GET' || c.req.method === 'HEAD'
      ? nothing()
      : refusal(405, 'wire.method', 'The wire is read with GET.', { Allow: 'GET' }),
  )
  return app
}

type LetIn = ReturnType<typeof door>

async function enter(
  request: Request,
  letIn: LetIn,
  query: (name: string) => string | undefined,
  lastEventId?: string,
): Promise<{ guest: Guest; ask: Ask } | Response> {
  const guest = await letIn(request)
  if (guest instanceof Response) return guest
  const ask = askOf(query, lastEventId)
  return 'wrong' in ask ? refusal(400, 'wire.query', ask.wrong) : { guest, ask }
}

/** A page; when it is empty and the subscriber waits, the first that is not, or an empty one at the end of the wait. */
async function patiently(
  { view, news, publisher }: WireParts,
  guest: Guest,
  ask: Ask,
  signal: AbortSignal,
  clock: () => number,
): Promise<Page | Response> {
  const until = performance.now() + ask.wait
  let { key } = guest
  let { after } = ask
  const ear = listenTo(news, signal)
  try {
    for (;;) {
      const page = await pageAfter(view, { ...ask, after }, key, publisher(), clock())
      if (page.items.length || performance.now() >= until || signal.aborted) return page
      after = page.next
      await ear.wait(until - performance.now())
      const now = await guest.again()
      if (!now) return refusal(401, 'key.revoked', 'The key was revoked while you waited.')
      key = now
    }
  } finally {
    ear.close()
  }
}

function json(status: 200 | 410, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}

async function about({ name, base }: Publisher, view: View) {
  return {
    agency: name,
    says: `The wire of ${name}. Ask the agency for a key and send it as "Authorization: Bearer dl_…".`,
    items: `${base}${routes.items}{?after,limit,format,archived,wait}`,
    item: `${base}${routes.item.replace(':story', '{story}')}{?format}`,
    stream: `${base}${routes.stream}{?after,format,archived}`,
    formats,
    most: { limit: mostItems, wait: longestWait },
    head: await view.sentHead(),
  }
}
