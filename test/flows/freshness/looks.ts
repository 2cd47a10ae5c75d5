import { type List, inLog, leadOf } from './lists.ts'
import {
  type Known,
  type Read,
  type World,
  headlineOf,
  isOpen,
  outdatedOn,
  storyOf,
  tokenOf,
  tokensOn,
} from './model.ts'

/** An address that somebody reads after an act, and what is wrong with the answer, by the model. */
export type Look = { path: string; headers?: Record<string, string>; judge(read: Read): string[] }

/** A list must have each story that belongs there with its newest words, and no other. */
export function listLook(list: List, world: World): Look {
  return { path: list.path, judge: (read) => atEither(read, (now) => listFaults(list, read, world, now)) }
}

/** A story stands where it stands, or its notice does; and its last address leads there. */
export function storyLooks(known: Known, world: World): Look[] {
  const { path } = known
  const page = (read: Read) =>
    atEither(read, (now) => {
      const open = isOpen(known, now)
      const expected = open ? 200 : known.is === 'killed' ? 410 : 404
      const [, heading = ''] = /<h1>(.*?)<\/h1>/.exec(read.text) ?? []
      return [
        ...(read.status === expected ? [] : [`${path} answers ${read.status}, not ${expected}`]),
        ...(open && heading !== headlineOf(known) ? [`${path} says ${heading}`] : []),
        ...outdatedOn(read.text, world.stories, known.n).map((token) => `${path} shows ${token}`),
      ]
    })
  const former = known.is === 'public' ? known.former.at(-1) : undefined
  const moved = ({ status, location }: Read) =>
    status === 301 && location.endsWith(path) ? [] : [`${former} leads to ${status} ${location}`]
  return [{ path, judge: page }, ...(former ? [{ path: former, judge: moved }] : [])]
}

/** It is found by its newest words while it is public. */
export function searchLook(known: Known): Look {
  const path = `/search?q=${tokenOf(known)}`
  const judge = (read: Read) =>
    atEither(read, (now) =>
      addressesOn(read.text).has(known.path) === isOpen(known, now) && read.status === 200 ? [] : [`${path} is wrong`],
    )
  return { path, judge }
}

/** A subscriber who had everything up to a number gets the version that went out. */
export function wireLook(known: Known, after: number, key: string): Look {
  const path = `/wire/v1/items?after=${after}&limit=500`
  const judge = ({ status, text }: Read) => {
    const { entries = [] } =
      status === 200 ? (JSON.parse(text) as { entries?: Partial<Known & { story: string }>[] }) : {}
    const has = entries.some(({ story, version }) => story === known.id && version === known.version)
    return has ? [] : [`the wire has not what was done to ${tokenOf(known)} (${status})`]
  }
  return { path, headers: { authorization: `Bearer ${key}` }, judge }
}

/** An answer may be of the moment when it was asked for or of that when it came: an embargo may open in between. */
function atEither(read: Read, faults: (now: number) => string[]): string[] {
  return faults(read.sent).length ? faults(Date.now()) : []
}

function listFaults(list: List, { status, text }: Read, { stories, house, arranged }: World, now: number): string[] {
  const { path, full = 200, empty = 200 } = list
  const open = stories.filter((known) => isOpen(known, now)).toReversed()
  const members = list.members(open)
  const placed = list.leads === undefined ? undefined : arranged.get(list.leads)?.lead
  const lead = list.leads === undefined ? undefined : leadOf(members, placed, open)
  const expected = members.length || lead ? full : empty
  if (status !== expected) return [`${path} answers ${status}, not ${expected}`]
  const must = list.log ? inLog(stories, open) : onIt(list, stories, open)
  const [tokens, addresses] = [tokensOn(text), addressesOn(text)]
  const missing = must.filter((known) => !addresses.has(known.path) || !(list.addresses || tokens.has(tokenOf(known))))
  // What is not there shows the newest of the house instead.
  const allowed = new Set(status === 404 ? open : lead ? [...members, lead] : members)
  const foreign = [...tokens].filter((token) => {
    const known = storyOf(token, stories)
    return known && open.includes(known) && !allowed.has(known)
  })
  const gone = list.log ? [] : stories.filter((known) => !open.includes(known) && addresses.has(known.path))
  const [, first = ''] = /<h2><a[^>]*>(.*?)<\/a>/.exec(text) ?? []
  const count = `<strong>${members.length} ${members.length === 1 ? 'story' : 'stories'}</strong>`
  return [
    ...missing.map((known) => `${path} has not ${tokenOf(known)}`),
    ...outdatedOn(text, stories).map((token) => `${path} shows ${token}`),
    ...foreign.map((token) => `${path} has ${token}, which is not filed there`),
    ...gone.map((known) => `${path} leads to ${tokenOf(known)}, which is not public`),
    ...(lead && first !== headlineOf(lead) ? [`${path} is led by ${first}, not ${tokenOf(lead)}`] : []),
    ...(list.counts && !text.includes(count) ? [`${path} does not count ${members.length}`] : []),
    ...(path === '/' && !text.includes(house) ? ['the front has an old name'] : []),
  ]
}

/** The stories that belong on a list, as many as it has room for. */
function onIt({ members, must = (those) => those, notices }: List, stories: readonly Known[], open: readonly Known[]) {
  if (!notices) return must(members(open))
  const withGone = stories.filter((known) => known.is === 'killed' || open.includes(known)).toReversed()
  return must(members(withGone)).filter((known) => open.includes(known))
}

/** Addresses of stories on a page of whatever kind. */
function addressesOn(text: string): Set<string> {
  return new Set([...text.matchAll(/\/\d{4}\/\d\d\/\d\d\/[\w-]+(?=["<#?])/g)].map(([path]) => path))
}
