import { type DeskEvent } from '../story/event.ts'
import { type Moment, instant } from '../story/moment.ts'
import { type Database, json, type Query } from './database.ts'
import { type Sent } from './sent.ts'

/** Writes desk events. An event gets its number when the transaction ends. */
export type Events = { append(event: Omit<DeskEvent, 'number'>): void }

export function eventsIn(sql: Query, sent: Sent): Events & { number(): void } {
  const waiting: Omit<DeskEvent, 'number'>[] = []
  return {
    append: (event) => void waiting.push(event),
    number() {
      if (!waiting.length) return
      const rows = waiting.map((event, place) => ({ ...event, moment: event.at, at: instant(event.at), place }))
      sent.send(sql`
        with head as (
          update event_head set number = number + ${waiting.length} returning number - ${waiting.length} as before
        ), written as (
          insert into event (number, what, story, version, at, moment, by, details)
          select before + place + 1, what, story, version, at, moment, by, coalesce(details, '{}')
          from head, jsonb_to_recordset(${json(sql, rows)}) as event (
            place integer, what text, story text, version integer, at timestamptz, moment jsonb, by text, details jsonb)
          returning number
        )
        select pg_notify('dateline_event', max(number)::text) from written`)
    },
  }
}

/** Reads desk events after a number, in order, at most `limit`. */
export async function eventsAfter({ sql }: Pick<Database, 'sql'>, number: number, limit = 500): Promise<DeskEvent[]> {
  const rows = await sql<EventRow[]>`
    select number, what, story, version, moment, by, details from event
    where number > ${number} order by number limit ${limit}`
  return rows.map(({ moment, story, version, details, ...row }) => ({
    ...row,
    at: moment,
    ...(story && { story }),
    ...(version && { version }),
    ...(Object.keys(details).length > 0 && { details }),
  }))
}

type EventRow = {
  number: number
  what: DeskEvent['what']
  story: string | null
  version: number | null
  moment: Moment
  by: string
  details: Record<string, string>
}
