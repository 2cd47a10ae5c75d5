import { refusal } from './refusal.ts'

/** What a key lets a subscriber do. `embargoed`: it may have copy under embargo before the moment. */
export type Key = { id: string; name: string; scopes: readonly string[]; embargoed: boolean }

/** Looks a key up as it is now: a revoked one is none. */
export type CheckKey = (key: string) => Promise<Key | undefined>

/** How many requests a key may make in a minute, and how many streams it may keep open. */
export type Limits = { requests: number; streams: number }

/** The scope that opens the wire. */
export const scope = 'wire'

/** The bearer of a key, let in; `again` looks the key up once more, as streams do. */
export type Guest = { key: Key; again: () => Promise<Key | undefined> }

/** Who comes in: the key's bearer, or the answer that refuses. */
export function door(checkKey: CheckKey, limits: Limits, clock: () => number) {
  const spent = new Map<string, { minute: number; requests: number }>()
  return async (request: Request): Promise<Guest | Response> => {
    const given = bearerOf(request)
    if (!given) return unknown('Send your key as "Authorization: Bearer dl_…".')
    const key = await checkKey(given)
    if (!key) return unknown('This key is not known or was revoked: ask the agency for another.')
    if (!key.scopes.includes(scope)) {
      return refusal(
        403,
        'key.scope',
        `The key "${key.name}" is not for the wire: the agency can give one with the scope "${scope}".`,
      )
    }
    const wait = overspent(spent, key.id, limits.requests, clock())
    if (wait) {
      const sentence = `The key "${key.name}" made more than ${limits.requests} requests in a minute: wait ${wait} s, or take the stream.`
      return refusal(429, 'key.too-fast', sentence, { 'Retry-After': String(wait) })
    }
    return {
      key,
      again: async () => {
        const now = await checkKey(given)
        return now?.scopes.includes(scope) ? now : undefined
      },
    }
  }
}

/** Whether a request bears a key of the wire that may have copy under embargo. */
export async function mayHaveEmbargoed(checkKey: CheckKey, request: Request): Promise<boolean> {
  const given = bearerOf(request)
  const key = given ? await checkKey(given) : undefined
  return key !== undefined && key.embargoed && key.scopes.includes(scope)
}

function bearerOf({ headers }: Request): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
}

function unknown(sentence: string): Response {
  return refusal(401, 'key.unknown', sentence, { 'WWW-Authenticate': 'Bearer realm="wire"' })
}

/** Counts a request; answers the seconds to wait when the minute's are spent. */
function overspent(
  spent: Map<string, { minute: number; requests: number }>,
  id: string,
  most: number,
  now: number,
): number {
  const minute = Math.floor(now / 60_000)
  const before = spent.get(id)
  const requests = before?.minute === minute ? before.requests + 1 : 1
  spent.set(id, { minute, requests })
  return requests > most ? Math.max(1, Math.ceil(60 - (now % 60_000) / 1000)) : 0
}
