import { type Entry } from '../story/entry.ts'
import { instant } from '../story/moment.ts'
import { json, type Query } from './database.ts'
import { toEntry, type EntryRow } from './entries.ts'

/** Writes the journal. An entry gets its number when the transaction ends. */
export type Journal = { append(entry: Omit<Entry, 'number'>): void }

type Ending = {
  /** The stories of the entries that wait for their numbers. */
  stories(): string[]
  /** The transaction's last statement: it holds the counter until COMMIT, so numbers follow the order of commits. */
  number(): Promise<Entry[]>
}

export function journalIn(sql: Query): Journal & Ending {
  const waiting: Omit<Entry, 'number'>[] = []
  return {
    append: (entry) => void waiting.push(entry),
    stories: () => [...new Set(waiting.map(({ story }) => story))],
    number() {
      if (!waiting.length) return Promise.resolve([])
      const rows = waiting.map((entry, place) => ({ ...entry, moment: entry.at, at: instant(entry.at), place }))
      const numbered = sql<EntryRow[]>`
        with head as (
          update journal_head set number = number + ${waiting.length} returning number - ${waiting.length} as before
        ), written as (
          insert into journal (number, what, story, version, at, moment, by, embargoed_until)
          select before + place + 1, what, story, version, at, moment, by, "embargoedUntil"
          from head, jsonb_to_recordset(${json(sql, rows)}) as entry (
            place integer, what text, story text, version integer, at timestamptz, moment jsonb, by text,
            "embargoedUntil" timestamptz)
          returning number, what, story, version, moment, by, embargoed_until
        )
        select written.*, pg_notify('dateline_journal', max(number) over ()::text) from written order by number`
      return numbered.then((rows) => rows.map(toEntry))
    },
  }
}
