import { instant, type Moment } from '../story/moment.ts'
import { type Correction } from '../story/publication.ts'
import { json, type Query } from './database.ts'
import { type Sent } from './sent.ts'

/** Writes lines of the public corrections log; sent and not waited for. */
export type CorrectionLog = {
  add(
    mended: { story: string; version: number },
    corrections: readonly Pick<Correction, 'wrong' | 'right' | 'where' | 'grave'>[],
    at: Moment,
    by: string,
  ): void
}

export function correctionsIn(sql: Query, sent: Sent): CorrectionLog {
  return {
    add({ story, version }, corrections, at, by) {
      sent.send(sql`
        insert into correction (story, version, wrong, "right", place, grave, at, moment, by)
        select ${story}, ${version}::integer, wrong, "right", "where", coalesce(grave, false), ${instant(at)}::timestamptz,
          ${json(sql, at)}::jsonb, ${by}
        from jsonb_to_recordset(${json(sql, corrections)}) as mended (wrong text, "right" text, "where" text, grave boolean)`)
    },
  }
}
