import { type Running } from '../../story/running.ts'
import { type Sql } from '../database.ts'

/** What those who read a running story need to know of it between two looks. */
export function liveView(sql: Sql) {
  return {
    /** Current addresses and public versions of stories that the public may see; the others are not in it. */
    async versionsOf(ids: readonly string[], now: string): Promise<Map<string, { path: string; version: number }>> {
      const rows = await sql<{ id: string; path: string; version: number }[]>`
        select id, path, public_version as version from story where id = any(${[...ids]}) and public_from <= ${now}`
      return new Map(rows.map(({ id, path, version }) => [id, { path, version }]))
    },
    /** The entries of one version, to tell what changed since; none where it had none. */
    async runningIn(id: string, version: number): Promise<Running | undefined> {
      const [row] = await sql<{ running: Running | null }[]>`
        select content -> 'running' as running from version where story = ${id} and number = ${version}`
      return row?.running ?? undefined
    },
  }
}
