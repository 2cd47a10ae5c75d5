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
     * first, each with the last change in it, which may be that a story was withdrawn from it.
     */
    async sitemapParts(
      now: string,
      zone: string,
      size: number,
    ): Promise<{ month: string; part: number; changed: string }[]> {
      const months = await sql<{ month: string; changed: string; stories: number }[]>`
        select to_char(first_published at time zone ${zone}, 'YYYY-MM') as month, max(changed) as changed,
          count(*) filter (where is_out)::int as stories
        from (${outAndGone(sql, now)}) as touched
        group by 1 having bool_or(is_out) order by 1`
      const parts = await Promise.all(
        months.map(async ({ month, changed, stories }) => {
          if (stories <= size) return [{ month, part: 1, changed }]
          // What comes to a part or leaves it moves all parts behind.
          const cut = await sql<{ part: number; changed: string }[]>`
            select part, max(max(changed)) over (order by part) as changed from (
              select changed, (greatest(1, count(*) filter (where is_out) over (order by first_published, id)) - 1)::int
                / ${size}::int + 1 as part
              from (${outAndGone(sql, now, { month, zone })}) as touched
            ) as placed group by part order by part`
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
        where s.public_from <= ${now} and ${inMonth(sql, month, zone)}
        order by s.first_published, s.id offset ${skip} limit ${limit}`
      return rows.map(toListed)
    },
  }
}

/** Stories that are out, and those withdrawn, of all months or of one; each with when that last changed. */
function outAndGone(sql: Sql, now: string, of?: { month: string; zone: string }) {
  const which = of ? sql`and ${inMonth(sql, of.month, of.zone)}` : sql``
  return sql`
    select s.id, s.first_published, s.changed, true as is_out from story s where s.public_from <= ${now} ${which}
    union all
    select s.id, s.first_published, s.gone_from, false from story s
    where s.gone_from <= ${now} and s.public_from is null ${which}`
}

function inMonth(sql: Sql, month: string, zone: string) {
  return sql`s.first_published >= (${`${month}-01`}::date::timestamp at time zone ${zone})
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
