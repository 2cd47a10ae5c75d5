import { json, type Query } from './database.ts'

/** Gives paths to stories. A path belongs to one story for ever; those it no longer stands at redirect to it. */
export type Addresses = {
  /**
   * The paths at which stories stand from now on: as wanted, or with `-2`, `-3` … where another story has that one. One
   * path a wish, in the order of the wishes.
   */
  give(wishes: readonly { story: string; path: string }[], at: string): Promise<string[]>
  /** Paths under which stories stood elsewhere. One that another story has already is left to it. */
  former(paths: readonly { story: string; path: string }[], at: string): Promise<void>
}

export function addressesIn(sql: Query): Addresses {
  return {
    async give(wishes, at) {
      const given = new Map<string, string>()
      while (given.size < wishes.length) {
        const open = wishes.filter(({ story }) => !given.has(story))
        for (const { story, path } of await takeOnce(sql, open, at)) given.set(story, path)
      }
      return wishes.map(({ story }) => given.get(story) ?? '')
    },
    async former(paths, at) {
      if (!paths.length) return
      await sql`
        insert into address (path, story, current, since)
        select distinct on (path) path, story, false, ${at}::timestamptz
        from jsonb_to_recordset(${json(sql, paths)}) as former (path text, story text)
        order by path on conflict (path) do nothing`
    },
  }
}

/** One round: those that lose a race against another transaction come again. */
async function takeOnce(sql: Query, wishes: readonly { story: string; path: string }[], at: string) {
  const taken = new Map<string, string>()
  // '-' is followed by '.' in bytes: the range holds `path-…` and nothing else.
  const rows = await sql<{ path: string; story: string }[]>`
    select address.path, address.story from (select distinct unnest(${wishes.map(({ path }) => path)}::text[]) as path) wish
    join address on address.path = wish.path or (address.path > wish.path || '-' and address.path < wish.path || '.')`
  for (const { path, story } of rows) taken.set(path, story)
  const tries = wishes.map(({ story, path }) => {
    let wanted = path
    for (let n = 2; (taken.get(wanted) ?? story) !== story; n++) wanted = `${path}-${n}`
    taken.set(wanted, story)
    return { story, path: wanted }
  })
  await sql`update address set current = false where current and story = any(${tries.map(({ story }) => story)})`
  return await sql<{ path: string; story: string }[]>`
    insert into address (path, story, current, since)
    select path, story, true, ${at}::timestamptz
    from jsonb_to_recordset(${json(sql, tries)}) as wish (path text, story text)
    order by path
    on conflict (path) do update set current = true where address.story = excluded.story
    returning path, story`
}
