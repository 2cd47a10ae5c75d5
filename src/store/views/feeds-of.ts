import { type Sql } from '../database.ts'

/** What decides in which feeds a story stands, or stood before it was withdrawn. */
export type StandsIn = {
  language: string
  sections: readonly string[]
  codes: readonly string[]
  people: readonly string[]
}

export function feedsOfView(sql: Sql) {
  return {
    /** Nothing for a story that the public never had, or has not yet. `people` are the addresses of our own in it. */
    async standsIn(id: string, now: string): Promise<StandsIn | undefined> {
      const [row] = await sql<StandsIn[]>`
        select s.language, s.sections,
          array(select x ->> 'code' from jsonb_array_elements(v.content -> 'subjects') x) as codes,
          array(select distinct p.slug from jsonb_array_elements(v.content -> 'credits') x,
            jsonb_array_elements(x -> 'people') y join person p on p.id = y ->> 'person') as people
        from story s join version v on v.story = s.id and v.number = coalesce(s.public_version, (s.publication ->> 'version')::int)
        where s.id = ${id} and (s.public_from <= ${now} or s.gone_from <= ${now}) and not s.archived`
      return row
    },
  }
}
