import { type Database } from './database.ts'

/**
 * The stories whose pages name one of these as a part of their own: the whole chain of stories that carry one another on,
 * and translations of each other. Not public ones too: they may be what ties two public ones together.
 */
export async function kinOf({ sql }: Pick<Database, 'sql'>, stories: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with recursive chain (id) as (
      select unnest(${[...stories]}::text[])
      union
      select case when s.update_of = chain.id then s.id else s.update_of end
      from story s join chain on s.update_of = chain.id or (s.id = chain.id and s.update_of is not null)
    ), origin (id) as (
      select translation_of from story where id = any(${[...stories]}) and translation_of is not null
      union
      select unnest(${[...stories]}::text[])
    )
    select id from chain union select id from origin
    union select id from story where translation_of in (select id from origin)`
  return rows.map(({ id }) => id)
}
