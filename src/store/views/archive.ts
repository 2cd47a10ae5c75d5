import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'
import { type Sql } from '../database.ts'

/** A span of days in the house's zone: from the first to before the last (`2026-11-24`, `2026-11-25`). */
export type Span = { from: string; to: string; zone: string; now: string }

/** What the archive has: a day with its stories, and how many each day, month or year has. */
export function archiveView(sql: Sql) {
  return {
    /** The stories of some days, newest first; `limit` keeps a day of ten thousand from filling the memory. */
    async storiesOf(span: Span, limit: number): Promise<Teaser[]> {
      const rows = await sql<TeaserRow[]>`
        select ${teaserColumns(sql)} from ${publicStories(sql)}
        where s.public_from <= ${span.now} and ${within(sql, span)}
        order by s.first_published desc, s.id desc limit ${limit}`
      return rows.map(toTeaser)
    },

    /** How many stories each day of a span has; days without any are left out. */
    async countsByDay(span: Span): Promise<Map<string, number>> {
      const rows = await sql<{ day: string; n: number }[]>`
        select (s.first_published at time zone ${span.zone})::date::text as day, count(*)::int as n from story s
        where s.public_from <= ${span.now} and ${within(sql, span)} group by 1 order by 1`
      return new Map(rows.map(({ day, n }) => [day, n]))
    },

    /** How many stories each year has, newest first. */
    async countsByYear(zone: string, now: string): Promise<{ year: string; n: number }[]> {
      return sql<{ year: string; n: number }[]>`
        select to_char(first_published at time zone ${zone}, 'YYYY') as year, count(*)::int as n from story
        where public_from <= ${now} group by 1 order by 1 desc`
    },

    /** The nearest days before and after a day that have stories. */
    async neighbours(day: string, zone: string, now: string): Promise<{ before?: string; after?: string }> {
      const [row] = await sql<{ before: string | null; after: string | null }[]>`
        select
          (select (first_published at time zone ${zone})::date::text from story where public_from <= ${now}
            and first_published < (${day}::date::timestamp at time zone ${zone}) order by first_published desc limit 1) as before,
          (select (first_published at time zone ${zone})::date::text from story where public_from <= ${now}
            and first_published >= ((${day}::date + 1)::timestamp at time zone ${zone}) order by first_published limit 1) as after`
      return { ...(row?.before ? { before: row.before } : {}), ...(row?.after ? { after: row.after } : {}) }
    },
  }
}

function within(sql: Sql, { from, to, zone }: Span) {
  return sql`s.first_published >= (${from}::date::timestamp at time zone ${zone}) and s.first_published < (${to}::date::timestamp at time zone ${zone})`
}
