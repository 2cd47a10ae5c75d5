import { uriOf } from '../story/address.ts'
import { type Html, html } from '../web/html.ts'
import { type Keep, keep } from '../web/keep.ts'
import { type Answer, plainHeaders, respond } from '../web/respond.ts'
import { type Screen } from './ask.ts'
import { type About } from './layout.ts'
import { headersFor } from './own-style.ts'
import { nextTurn } from './turn.ts'

/** Makes a response of a screen, and says how long it may be kept: until the day turns, if nothing else ends it. */
export async function answerScreen(
  request: Request,
  screen: NonNullable<Screen>,
  about: About,
  now: number,
): Promise<Response> {
  const how = 'answer' in screen ? { ...screen.answer, ...screen } : screen
  return keep(await responseTo(request, screen, about), until(how, about, now))
}

/** The same for what is no page. What says `no-store` is not kept here either; what says `immutable` is, whatever happens. */
export async function answerPlain(request: Request, answer: Answer, about: About, now: number): Promise<Response> {
  const response = await respond(request, answer)
  const control = answer.headers?.['Cache-Control'] ?? ''
  if (control.includes('no-store') || (answer.status ?? 200) >= 500) return response
  return keep(response, control.includes('immutable') ? { keys: [] } : until(answer, about, now))
}

/** A fault is said and not kept. */
export function answerFault(request: Request, page: Html, about: About): Promise<Response> {
  const body = String(page)
  return respond(request, { body, type: 'text/html', status: 500, headers: headersFor(about.style, body) })
}

async function responseTo(request: Request, screen: NonNullable<Screen>, about: About): Promise<Response> {
  if ('moved' in screen)
    return new Response(null, {
      status: 301,
      headers: { ...plainHeaders, Location: uriOf(screen.moved), 'Cache-Control': 'no-cache' },
    })
  if ('answer' in screen) return await respond(request, screen.answer)
  const { page, status = 200 } = screen
  const body = String(html`${page}`)
  return await respond(request, { body, type: 'text/html', status, headers: headersFor(about.style, body) })
}

function until({ keys, query, until = Infinity }: Keep, { house }: About, now: number): Keep {
  const turn = nextTurn(now, house.zone)
  return { ...(keys ? { keys } : {}), ...(query ? { query } : {}), until: Math.min(until, turn) }
}
