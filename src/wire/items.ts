import { type Outgoing, type Publisher } from '../formats/format.ts'
import { newsItems } from '../formats/ninjs/write.ts'
import { instant } from '../story/moment.ts'
import { type Asked, type Sent, type wireView } from '../store/views/wire.ts'
import { type Ask, type Format } from './ask.ts'
import { type Key } from './door.ts'

export type View = ReturnType<typeof wireView>

/** A journal entry as a subscriber sees it beside its item. */
export type Line = { number: number; what: string; story: string; version: number; at: string; embargoedUntil?: string }

/** Items in the order of the journal. `next` is where to go on: nothing at or before it is still to come for this key. */
export type Page = { items: object[]; entries: Line[]; next: number; head: number }

/** The items after a number that a key may have, at most `limit`. */
export async function pageAfter(view: View, ask: Ask, key: Key, about: Publisher, now: number): Promise<Page> {
  const { sent, head } = await view.sentAfter(ask.after, ask.limit, askedBy(key, ask, now))
  if (ask.after >= head) return { items: [], entries: [], next: ask.after, head }
  const last = sent.at(-1)
  return {
    items: sent.map((one) => itemOf(one, ask.format, about)),
    entries: sent.map(lineOf),
    next: last && sent.length === ask.limit ? last.entry.number : head,
    head,
  }
}

export function askedBy(key: Key, ask: Pick<Ask, 'archived'>, now: number): Asked {
  return { now: new Date(now).toISOString(), embargoed: key.embargoed, archived: ask.archived }
}

export function itemOf({ entry, story, links, sizes }: Sent, format: Format, about: Publisher): object {
  const outgoing: Outgoing = {
    story,
    entry,
    sizes,
    links: links.map(({ path, ...link }) => ({ ...link, address: about.base + path })),
  }
  return newsItems[format](outgoing, about)
}

function lineOf({ entry }: Sent): Line {
  const { number, what, story, version, at, embargoedUntil } = entry
  return { number, what, story, version, at: instant(at), ...(embargoedUntil && { embargoedUntil }) }
}
