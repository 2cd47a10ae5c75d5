import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'
import { type Sql } from '../database.ts'
import { type After } from './newest.ts'

/** A span of days in the house's zone: from the first to before the last (`2026-11-24`, `2026-11-25`). */
export type Span = { from: string; to: string; zone: string; now: string }

/** A day of the house with its stories, or the newest of them. */
export type DayOfYear = { day: string; total: number; stories: readonly Teaser[] }

/** What the archive has: a day with its stories, and how many each day, month or year has. */
export function archiveView(sql: Sql) {
  return {
    /** The stories of some days, newest first; those older than `after` when that is given. */
    async storiesOf(span: Span, limit: number, after?: After): Promise<Teaser[]> {
      const rows = await sql<TeaserRow[]>`
        select ${teaserColumns(sql)} from ${publicStories(sql)}
        where s.public_from <= ${span.now} and ${within(sql, span)}
          ${after ? sql`and (s.first_published, s.id) < (${after.instant}::timestamptz, ${after.id})` : sql``}
        order by s.first_published desc, s.id desc limit ${limit}`
      return rows.map(toTeaser)
    },

    /** A day of the calendar (`02-29`) in every year that has it and has stories on it: how many, and the newest `each`. */
    async storiesOnDay(
      monthDay: string,
      { zone, now }: Pick<Span, 'zone' | 'now'>,
      each: number,
    ): Promise<DayOfYear[]> {
      const counts = await sql<{ day: string; total: number }[]>`
        with first as (select extract(year from first_published at time zone ${zone})::int as least from story
          where public_from <= ${now} order by first_published limit 1),
        days as (select to_char(year, 'FM0000') || ${'-' + monthDay} as day
          from first, generate_series(first.least, extract(year from ${now}::timestamptz at time zone ${zone})::int) as year
          where ${monthDay} <> '02-29' or (year % 4 = 0 and (year % 100 <> 0 or year % 400 = 0)))
        select day, total from days cross join lateral (
          select count(*)::int as total from story s where s.public_from <= ${now} and ${onDay(sql, zone)}) counted
        where total > 0 order by day desc`
      const rows = await sql<(TeaserRow & { day: string })[]>`
        select day, ${teaserColumns(sql)} from unnest(${counts.map(({ day }) => day)}::text[]) as day
        cross join lateral (select * from story s where s.public_from <= ${now} and ${onDay(sql, zone)}
          order by s.first_published desc, s.id desc limit ${each}) s
        join version v on v.story = s.id and v.number = s.public_version order by s.first_published desc, s.id desc`
      const byDay = Map.groupBy(rows, ({ day }) => day)
      return counts.map(({ day, total }) => ({
        ...{ day, total },
        stories: (byDay.get(day) ?? []).map(({ day: _day, ...teaser }) => toTeaser(teaser)),
      }))
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

function onDay(sql: Sql, zone: string) {
  return sql`s.first_published >= (day::date::timestamp at time zone ${zone})
    and s.first_published < ((day::date + 1)::timestamp at time zone ${zone})`
}
