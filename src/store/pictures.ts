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
