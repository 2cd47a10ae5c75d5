import { type House, plainHouse } from '../config/house.ts'
import { type Database, json } from './database.ts'

/** The house as it is now; nothing before the first start has filled it in. */
export async function loadHouse({ sql }: Pick<Database, 'sql'>): Promise<House | undefined> {
  const [row] = await sql<{ content: House }[]>`select content from house order by number desc limit 1`
  return row && { ...plainHouse, ...row.content }
}

/** Keeps another state of the house. Every process that watches hears of it. */
export async function saveHouse({ transaction }: Database, house: House, at: string, by: string): Promise<void> {
  await transaction(async (sql) => {
    await sql`lock table house in share row exclusive mode`
    await sql`
      insert into house (number, content, at, by)
      select coalesce(max(number), 0) + 1, ${json(sql, house)}::jsonb, ${at}::timestamptz, ${by} from house`
    await sql`select pg_notify('dateline_house', '')`
  })
}

/** How many public stories stand in each section. */
export async function storiesBySection({ sql }: Pick<Database, 'sql'>): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ section: string; n: number }[]>`
    select section, count(*)::int as n from in_section group by section order by section`
  return new Map(rows.map(({ section, n }) => [section, n]))
}

/** How an authority ends that was made up because nobody had said a public address: `.invalid` is nobody's (RFC 6761, 6.4). */
export const madeUp = '.dateline.invalid'

/**
 * The authority in every permanent id of this agency (`tag:AUTHORITY:story/…`, RFC 4151). The first who asks fixes it for ever,
 * and whoever asks later gets that one; but one that was made up gives way to a real one as long as nothing has gone out.
 */
export async function fixAuthority({ sql }: Database, authority: string): Promise<string> {
  await sql`
    insert into agency (authority, created) values (${authority}, now())
    on conflict (one) do update set authority = excluded.authority
    where strpos(agency.authority, ${madeUp}) > 0 and strpos(excluded.authority, ${madeUp}) = 0
      and (select number from journal_head) = 0`
  const [row] = await sql<{ authority: string }[]>`select authority from agency`
  return row?.authority ?? authority
}
