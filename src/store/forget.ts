import { type Query } from './database.ts'

/** Where processes are told that pages show something else now though nothing went out. */
export const pagesChannel = 'dateline_pages'

/**
 * Tells every process, at COMMIT, to forget the pages that show these (surrogate keys, as in `web/keep.ts`), and all pages
 * that name no keys. Without keys, all pages whatever.
 */
export function forgetPages(sql: Query, keys: readonly string[] = []): Promise<unknown> {
  const payload = keys.join(' ')
  return sql`select pg_notify(${pagesChannel}, ${payload.length > 7000 ? '' : payload})`
}

/** The keys of such a message; none when all pages are meant. */
export function readForgotten(payload: string): string[] {
  return payload.split(' ').filter(Boolean)
}
