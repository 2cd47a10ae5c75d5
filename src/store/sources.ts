import { type ProblemCode } from '../story/codes.ts'
import { type Source } from '../story/source.ts'
import { json, type Query } from './database.ts'

/** An item that came from outside: who sent it, its id and version there, and the SHA-256 of its words. */
export type Item = Pick<Source, 'provider' | 'guid' | 'version' | 'address'> & { content: string; raw?: string }

/** An item that we have, the story its newest words went into, and every version of it that was ever taken. */
export type Had = { story: string; taken: readonly Pick<Item, 'version' | 'content'>[] }

/** Another door took the same item meanwhile: the act must be undone, and tried anew it finds what the other made. */
export class TakenMeanwhile extends Error {
  /** As PostgreSQL names a unique violation (23505), so that the transaction is run again. */
  readonly code = '23505'
}

export type Sources = {
  /**
   * For each item what we have of it: by the sender's id, or by its words where it has none. Other doors that bring the same
   * items wait until this act is done, so that two versions at once are taken one after the other.
   */
  find(items: readonly Item[]): Promise<(Had | undefined)[]>
  /** Remembers which versions of stories the items became. Throws `TakenMeanwhile` when one of them is here. */
  add(items: readonly (Item & { story: string; number: number })[], at: string): Promise<void>
  /** Remembers what was refused, and why. */
  refuse(refusals: readonly (Item & { story?: string; code: ProblemCode })[], at: string, by: string): Promise<void>
}

export function sourcesIn(sql: Query): Sources {
  return {
    async find(items) {
      if (!items.length) return []
      const names = items.map(({ provider, guid, content }) =>
        JSON.stringify(['source', provider, guid ?? null, guid === undefined ? content : '']),
      )
      // In one order, so that two batches cannot wait for each other.
      await sql`
        with key as materialized (
          select distinct hashtextextended(name, 0) as key from jsonb_array_elements_text(${json(sql, names)}) as name order by 1
        )
        select pg_advisory_xact_lock(key) from key`
      const found = await sql<HadRow[]>`
        select wish.place, had.story, had.taken
        from jsonb_to_recordset(${json(
          sql,
          items.map(({ provider, guid, content }, place) => ({ place, provider, guid, content })),
        )})
          as wish (place integer, provider text, guid text, content text)
        cross join lateral (
          select (array_agg(story order by id desc))[1] as story,
            jsonb_agg(jsonb_strip_nulls(jsonb_build_object('version', version, 'content', content)) order by id) as taken
          from (
            select * from source where wish.guid is not null and provider = wish.provider and guid = wish.guid
            union all
            select * from source where wish.guid is null and provider = wish.provider and content = wish.content
          ) same
        ) had
        where had.story is not null`
      const byPlace = new Map(found.map(({ place, ...had }) => [place, had]))
      return items.map((_, place) => byPlace.get(place))
    },
    async add(items, at) {
      if (!items.length) return
      const added = await sql`
        insert into source (provider, guid, version, content, story, number, raw, address, at)
        select item.*, ${at}::timestamptz from jsonb_to_recordset(${json(sql, items)}) as item (provider text, guid text,
          version text, content text, story text, number integer, raw text, address text)
        on conflict do nothing`
      if (added.count < items.length) throw new TakenMeanwhile('an item was taken by another door meanwhile')
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

type HadRow = Had & { place: number }
