import { type Override } from '../story/judge.ts'
import { type Database, json, type Query } from './database.ts'
import { type Sent } from './sent.ts'

/** What goes out by itself: a story held until a moment, or an embargoed version whose public half is still to come. */
export type Due = { version: number; at: string; overrides: readonly Override[] }

export type DueKind = 'hold' | 'embargo'

/** Changes what is due; sent and not waited for. */
export type Releases = {
  set(story: string, kind: DueKind, due: Due): void
  drop(story: string, ...kinds: readonly DueKind[]): void
}

export function releasesIn(sql: Query, sent: Sent): Releases {
  return {
    set(story, kind, { version, at, overrides }) {
      sent.send(sql`
        insert into release (story, kind, version, at, overrides)
        values (${story}, ${kind}, ${version}, ${at}, ${json(sql, overrides)})
        on conflict (story, kind) do update set version = excluded.version, at = excluded.at, overrides = excluded.overrides`)
      sent.send(sql`select pg_notify('dateline_release', '')`)
    },
    drop(story, ...kinds) {
      sent.send(sql`delete from release where story = ${story} and kind = any(${kinds})`)
    },
  }
}

/** The stories whose moment has come at an instant, oldest first. */
export async function dueStories({ sql }: Database, now: string): Promise<string[]> {
  const rows = await sql<{ story: string }[]>`
    select story from release where at <= ${now} group by story order by min(at), story limit 100`
  return rows.map(({ story }) => story)
}

/** The instants after `now` at which the public gets what is under embargo. */
export async function embargoesAfter({ sql }: Pick<Database, 'sql'>, now: string): Promise<string[]> {
  const rows = await sql<{ at: string }[]>`select distinct at from release where kind = 'embargo' and at > ${now}`
  return rows.map(({ at }) => at)
}

/** The next instant at which something is due. */
export async function nextDue({ sql }: Pick<Database, 'sql'>): Promise<string | undefined> {
  const [next] = await sql<{ at: string | null }[]>`select min(at) as at from release`
  return next?.at ?? undefined
}
