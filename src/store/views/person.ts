import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'
import { type Sql } from '../database.ts'

/** One of our people as readers may know them, with their newest stories and what they did in each. */
export type PersonPage = {
  id: string
  name: string
  slug: string
  title?: string
  about?: string
  /** Name, title and sentences by language. */
  names?: Readonly<Record<string, string>>
  titles?: Readonly<Record<string, string>>
  abouts?: Readonly<Record<string, string>>
  stories: readonly (Teaser & { roles: readonly string[] })[]
  total: number
  /** What was done in how many stories, and from where. */
  done: readonly { role: string; n: number }[]
  places: readonly { place: string; name: string; n: number }[]
}

type Details = Pick<PersonPage, 'title' | 'about' | 'names' | 'titles' | 'abouts'>

export function personView(sql: Sql) {
  return {
    /** Nothing when nobody of that name has signed a public story: the staff list is not public by itself. */
    async person(slug: string, now: string, limit: number): Promise<PersonPage | undefined> {
      const [person] = await sql<{ id: string; name: string; details: Details; total: number }[]>`
        select p.id, p.name, p.details,
          (select count(distinct c.story)::int from credited c where c.person = p.id and c.public_from <= ${now}) as total
        from person p where p.slug = ${slug}`
      if (!person || person.total === 0) return undefined
      const counts = Promise.all([
        sql<{ role: string; n: number }[]>`
          select role, count(*)::int as n from credited
          where person = ${person.id} and public_from <= ${now} group by role order by n desc, role`,
        sql<{ place: string; name: string; n: number }[]>`
          select p.place, (array_agg(p.printed ->> 'name' order by p.first_published desc))[1] as name, count(*)::int as n
          from in_place p where p.public_from <= ${now}
            and p.story in (select story from credited where person = ${person.id} and public_from <= ${now})
          group by p.place order by n desc, p.place limit 8`,
      ])
      const rows = await sql<(TeaserRow & { roles: string[] })[]>`
        select ${teaserColumns(sql)}, c.roles
        from (
          select story, array_agg(role order by role) as roles, first_published from credited
          where person = ${person.id} and public_from <= ${now}
          group by story, first_published order by first_published desc, story desc limit ${limit}
        ) c, ${publicStories(sql)}
        where s.id = c.story and s.public_from <= ${now} order by s.first_published desc, s.id desc`
      const [done, places] = await counts
      const stories = rows.map(({ roles, ...row }) => ({ ...toTeaser(row), roles }))
      return {
        id: person.id,
        name: person.name,
        slug,
        total: person.total,
        stories,
        done,
        places,
        ...person.details,
      }
    },
  }
}
