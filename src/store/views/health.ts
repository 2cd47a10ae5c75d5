import { type Sql } from '../database.ts'

/** Whether the database answers, and how far the journal has come. */
export function healthView(sql: Sql) {
  return {
    async journalHead(): Promise<string> {
      const [row] = await sql<{ number: string }[]>`select number::text from journal_head`
      return row?.number ?? '0'
    },
  }
}
