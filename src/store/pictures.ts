import { type Image } from '../story/picture.ts'
import { type Database, json } from './database.ts'

/** What is known of a picture that is kept: its bytes lie in the data folder, by hash. `size` is in bytes. */
export type PictureRow = Image & { size: number; metadata: Readonly<Record<string, unknown>> }

/** Remembers a picture; the same bytes once more change nothing. */
export async function keepPicture({ sql }: Database, picture: PictureRow, at: string): Promise<void> {
  const { hash, type, width, height, size, metadata } = picture
  await sql`
    insert into picture (hash, type, width, height, size, metadata, at)
    values (${hash}, ${type}, ${width}, ${height}, ${size}, ${json(sql, metadata)}, ${at})
    on conflict (hash) do nothing`
}

/** A picture whose bytes are kept, and when it came in. */
export type KnownPicture = Image & { at: string }

/** The pictures that came in last, the newest at the end. */
export async function newestPictures({ sql }: Database, limit: number): Promise<KnownPicture[]> {
  const found = await sql<KnownPicture[]>`
    select hash, type, width, height, at from picture where expunged is null order by at desc limit ${limit}`
  return found.toReversed()
}

/** Pictures that came in after an instant, the newest at the end; at most a hundred. */
export async function picturesAfter({ sql }: Database, at: string): Promise<KnownPicture[]> {
  return sql<KnownPicture[]>`
    select hash, type, width, height, at from picture
    where at > ${at} and expunged is null order by at limit 100`
}
