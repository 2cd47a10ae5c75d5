import { type ProblemCode } from '../story/codes.ts'
import { type Source } from '../story/source.ts'
import { json, type Query } from './database.ts'

/** An item that came from outside: who sent it, its id and version there, and the SHA-256 of its words. */
export type Item = Pick<Source, 'provider' | 'guid' | 'version' | 'address'> & { content: string; raw?: string }

/** An item that we have, and the story it went into. */
export type Had = { provider: string; guid?: string; version?: string; content: string; story: string; number: number }

export type Sources = {
  /** For each item the newest that we have of it: by the sender's id, or by its words where it has none. */
  find(items: readonly Item[]): Promise<(Had | undefined)[]>
  /** Remembers which versions of stories the items became. */
  add(items: readonly (Item & { story: string; number: number })[], at: string): Promise<void>
  /** Remembers what was refused, and why. */
  refuse(refusals: readonly (Item & { story?: string; code: ProblemCode })[], at: string, by: string): Promise<void>
}

export function sourcesIn(sql: Query): Sources {
  return {
    async find(items) {
      if (!items.length) return []
      const found = await sql<HadRow[]>`
        select wish.place, had.provider, had.guid, had.version, had.content, had.story, had.number
        from jsonb_to_recordset(${json(
          sql,
          items.map(({ provider, guid, content }, place) => ({ place, provider, guid, content })),
        )})
          as wish (place integer, provider text, guid text, content text)
        cross join lateral (
          (select * from source where wish.guid is not null and provider = wish.provider and guid = wish.guid
           order by id desc limit 1)
          union all
          (select * from source where wish.guid is null and provider = wish.provider and content = wish.content
           order by id desc limit 1)
        ) had`
      const byPlace = new Map(
        found.map(({ place, guid, version, ...had }) => [
          place,
          { ...had, ...(guid !== null && { guid }), ...(version !== null && { version }) },
        ]),
      )
      return items.map((_, place) => byPlace.get(place))
    },
    async add(items, at) {
      if (!items.length) return
      await sql`
        insert into source (provider, guid, version, content, story, number, raw, address, at)
        select item.*, ${at}::timestamptz from jsonb_to_recordset(${json(sql, items)}) as item (provider text, guid text,
          version text, content text, story text, number integer, raw text, address text)`
    },
    async refuse(refusals, at, by) {
      if (!refusals.length) return
      await sql`
        insert into refusal (provider, guid, version, content, raw, story, code, at, by)
        select item.*, ${at}::timestamptz, ${by} from jsonb_to_recordset(${json(sql, refusals)}) as item (provider text,
          guid text, version text, content text, raw text, story text, code text)`
    },
  }
}

type HadRow = {
  place: number
  provider: string
  guid: string | null
  version: string | null
  content: string
  story: string
  number: number
}
