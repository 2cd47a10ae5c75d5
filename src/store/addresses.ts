import { json, type Query } from './database.ts'
import { type Sent } from './sent.ts'

/** Gives paths to stories. A path belongs to one story for ever; those it no longer stands at redirect to it. */
export type Addresses = {
  /**
   * The paths at which stories stand from now on: as wanted, or with `-2`, `-3` … where another story has that one. One
   * path a wish, in the order of the wishes.
   */
  give(wishes: readonly { story: string; path: string }[], at: string): Promise<string[]>
  /** Paths under which stories stood elsewhere. One that another story has already is left to it. Sent and not waited for. */
  former(paths: readonly { story: string; path: string }[], at: string): void
}

/** With `trust`, a single path that is free when it is looked for is not waited for: losing a race for it fails the act (23505). */
export function addressesIn(sql: Query, sent: Sent, trust = false): Addresses {
  return {
    async give(wishes, at) {
      const given = new Map<string, string>()
      while (given.size < wishes.length) {
        const tries = await free(
          sql,
          wishes.filter(({ story }) => !given.has(story)),
        )
        for (const { story, path, stands } of tries) if (stands === path) given.set(story, path)
        const moving = tries.filter(({ story }) => !given.has(story))
        const leaving = moving.flatMap(({ story, stands }) => (stands ? [story] : []))
        if (leaving.length) sent.send(sql`update address set current = false where current and story = any(${leaving})`)
        const [only] = moving
        if (trust && only?.isNew && moving.length === 1) {
          sent.send(sql`
            insert into address (path, story, current, since) values (${only.path}, ${only.story}, true, ${at})`)
          given.set(only.story, only.path)
        } else if (only) for (const { story, path } of await take(sql, moving, at)) given.set(story, path)
      }
      return wishes.map(({ story }) => given.get(story) ?? '')
    },
    former(paths, at) {
      if (!paths.length) return
      sent.send(sql`
        insert into address (path, story, current, since)
        select distinct on (path) path, story, false, ${at}::timestamptz
        from jsonb_to_recordset(${json(sql, paths)}) as former (path text, story text)
        order by path on conflict (path) do nothing`)
    },
  }
}

type Try = {
  story: string
  path: string
  /** Nobody ever had the path. */
  isNew: boolean
  /** Where the story stands now. */
  stands?: string
}

/** The first paths that are free, or the story's own from before. */
async function free(sql: Query, wishes: readonly { story: string; path: string }[]): Promise<Try[]> {
  const taken = new Map<string, string>()
  const standing = new Map<string, string>()
  // '-' is followed by '.' in bytes: the range holds `path-…` and nothing else.
  const rows = await sql<{ path: string; story: string; current: boolean }[]>`
    select address.path, address.story, address.current
    from (select distinct unnest(${wishes.map(({ path }) => path)}::text[]) as path) wish
    join address on address.path = wish.path or (address.path > wish.path || '-' and address.path < wish.path || '.')
    union all
    select path, story, current from address where current and story = any(${wishes.map(({ story }) => story)})`
  for (const { path, story, current } of rows) {
    taken.set(path, story)
    if (current) standing.set(story, path)
  }
  return wishes.map(({ story, path }) => {
    let wanted = path
    for (let n = 2; (taken.get(wanted) ?? story) !== story; n++) wanted = `${path}-${n}`
    const isNew = !taken.has(wanted)
    taken.set(wanted, story)
    const stands = standing.get(story)
    return { story, path: wanted, isNew, ...(stands !== undefined && { stands }) }
  })
}

/** One round: those that lose a race against another transaction come again. */
async function take(sql: Query, tries: readonly Try[], at: string): Promise<{ path: string; story: string }[]> {
  return await sql<{ path: string; story: string }[]>`
    insert into address (path, story, current, since)
    select path, story, true, ${at}::timestamptz
    from jsonb_to_recordset(${json(sql, tries)}) as wish (path text, story text)
    order by path
    on conflict (path) do update set current = true where address.story = excluded.story
    returning path, story`
}
