import { type Moment } from '../../story/moment.ts'
import { type Direction } from '../../story/text.ts'
import { type Sql } from '../database.ts'

/** One line of the public log: a correction of a story that is out, or the withdrawal of one. */
export type Mended = {
  at: Moment
  path: string
  language: string
  direction: Direction
} & (
  | { is: 'corrected'; headline: string; wrong: string; right: string; where?: string; grave: boolean }
  | { is: 'withdrawn'; notice: string }
)

/** The public corrections log, newest first; `month` is `2026-11` in the house's zone. */
export function correctionsView(sql: Sql) {
  return {
    async corrections(ask: { now: string; zone: string; month?: string; limit: number }): Promise<Mended[]> {
      const within = (at: string) =>
        ask.month ? sql`and to_char(${sql(at)} at time zone ${ask.zone}, 'YYYY-MM') = ${ask.month}` : sql``
      const rows = await sql<LogRow[]>`
        select * from (
          select c.at, c.id, c.moment, s.path, s.headline, s.language, s.direction, c.wrong, c."right", c.place, c.grave, null as notice
          from correction c join story s on s.id = c.story
          where c.at <= ${ask.now} and s.public_from <= ${ask.now} and c.version <= s.public_version ${within('c.at')}
          union all
          select s.gone_from, 0, s.publication -> 'at', s.path, '', s.language, s.direction, '', '', null, true, s.publication ->> 'notice'
          from story s where s.gone_from <= ${ask.now} and s.publication_is = 'killed' ${within('s.gone_from')}
        ) log order by at desc, id desc limit ${ask.limit}`
      return rows.map(toMended)
    },

    /** How many lines the log has in each month, newest first. */
    async correctionMonths(now: string, zone: string): Promise<{ month: string; n: number }[]> {
      return sql<{ month: string; n: number }[]>`
        select to_char(at at time zone ${zone}, 'YYYY-MM') as month, count(*)::int as n from (
          select c.at from correction c join story s on s.id = c.story where c.at <= ${now} and s.public_from <= ${now} and c.version <= s.public_version
          union all
          select gone_from from story where gone_from <= ${now} and publication_is = 'killed'
        ) log group by 1 order by 1 desc`
    },
  }
}

type LogRow = {
  moment: Moment
  path: string
  headline: string
  language: string
  direction: Direction
  wrong: string
  right: string
  place: string | null
  grave: boolean
  notice: string | null
}

function toMended({
  moment: at,
  path,
  headline,
  language,
  direction,
  wrong,
  right,
  place,
  grave,
  notice,
}: LogRow): Mended {
  const known = { at, path, language, direction }
  if (notice !== null) return { ...known, is: 'withdrawn', notice }
  return { ...known, is: 'corrected', headline, wrong, right, grave, ...(place ? { where: place } : {}) }
}
