import { type Moment, instant } from '../../story/moment.ts'
import { type Sql } from '../database.ts'

/** An address in a sitemap, and when what stands there last changed. */
export type Listed = {
  path: string
  headline: string
  language: string
  firstPublished: Moment
  changed: string
  keywords: readonly string[]
}

export function sitemapView(sql: Sql) {
  return {
    /** Stories first published since an instant and not from an archive, newest first: what a News sitemap holds. */
    async newsSince(since: string, now: string, limit: number): Promise<Listed[]> {
      const rows = await sql<ListedRow[]>`
        select s.path, s.headline, s.language, s.moments, s.changed, v.content -> 'keywords' as keywords
        from story s join version v on v.story = s.id and v.number = s.public_version
        where s.public_from <= ${now} and s.first_published > ${since} and not s.archived
        order by s.first_published desc, s.id desc limit ${limit}`
      return rows.map(toListed)
    },

    /**
     * The parts of the whole sitemap: one for each month that has stories, more where a month has more than `size`, oldest
     * first, each with the last change in it.
     */
    async sitemapParts(
      now: string,
      zone: string,
      size: number,
    ): Promise<{ month: string; part: number; changed: string }[]> {
      const months = await sql<{ month: string; changed: string; stories: number }[]>`
        select to_char(first_published at time zone ${zone}, 'YYYY-MM') as month, max(changed) as changed,
          count(*)::int as stories
        from story where public_from <= ${now} group by 1 order by 1`
      const parts = await Promise.all(
        months.map(async ({ month, changed, stories }) => {
          if (stories <= size) return [{ month, part: 1, changed }]
          const cut = await sql<{ part: number; changed: string }[]>`
            select (place - 1) / ${size}::int + 1 as part, max(changed) as changed from (
              select changed, row_number() over (order by first_published, id)::int as place from story s
              where ${inMonth(sql, month, now, zone)}
            ) as placed group by 1 order by 1`
          return cut.map((one) => ({ month, ...one }))
        }),
      )
      return parts.flat()
    },

    /** Public stories of a month, oldest first: those after the first `skip`, at most `limit`. */
    async sitemapOf(
      month: string,
      now: string,
      zone: string,
      { skip, limit }: { skip: number; limit: number },
    ): Promise<Listed[]> {
      const rows = await sql<ListedRow[]>`
        select s.path, s.headline, s.language, s.moments, s.changed, '[]'::jsonb as keywords from story s
        where ${inMonth(sql, month, now, zone)}
        order by s.first_published, s.id offset ${skip} limit ${limit}`
      return rows.map(toListed)
    },
  }
}

function inMonth(sql: Sql, month: string, now: string, zone: string) {
  return sql`s.public_from <= ${now}
    and s.first_published >= (${`${month}-01`}::date::timestamp at time zone ${zone})
    and s.first_published < ((${`${month}-01`}::date + interval '1 month') at time zone ${zone})`
}

type ListedRow = {
  path: string
  headline: string
  language: string
  moments: { firstPublished: Moment }
  changed: string | null
  keywords: string[] | null
}

function toListed({ path, headline, language, moments, changed, keywords }: ListedRow): Listed {
  const { firstPublished } = moments
  return {
    path,
    headline,
    language,
    firstPublished,
    changed: changed ?? instant(firstPublished),
    keywords: keywords ?? [],
  }
}
