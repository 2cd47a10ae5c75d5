import { type Problem, problem } from '../story/problem.ts'
import { type Database, json, type Query } from './database.ts'

/** Somebody on the staff, or a machine that acts in its own name (role `machine`). `slug` is the address of the page. */
export type Person = {
  id: string
  name: string
  slug: string
  roles: readonly string[]
  /** What readers are told of the post: `Correspondent for land and water`. */
  title?: string
  /** A sentence or two about the person, for readers. */
  about?: string
  /** The name in other languages, where it is written otherwise; title and sentences in those that they are written in. */
  names?: Readonly<Record<string, string>>
  titles?: Readonly<Record<string, string>>
  abouts?: Readonly<Record<string, string>>
  left?: string
}

/** Somebody with every name there is for him. */
export type Named = { id: string; names: readonly string[] }

/** Takes somebody on. An id, or a page's address, that somebody has already is refused. */
export async function addPerson(
  { sql }: Database,
  person: Person,
): Promise<{ refused: readonly Problem[] } | undefined> {
  const { id, name, slug, roles, title, about, names = {}, titles, abouts } = person
  const details = { names, title: title || undefined, about: about || undefined, titles, abouts }
  const added = await sql`
    insert into person (id, name, slug, roles, details, created)
    values (${id}, ${name}, ${slug}, ${roles as string[]}, ${json(sql, details)}, now())
    on conflict do nothing`
  return added.count ? undefined : { refused: [problem('person.exists', 'id', { person: id })] }
}

/** What is to hold of somebody: what is left out stays as it is, an empty title or sentence is taken away. */
export type Line = Omit<Person, 'roles' | 'left'> & { roles?: readonly string[] }

/**
 * Takes somebody on, or changes what is kept of who is there already, by the id or else by the name; the id and the address of
 * the page stay. Answers whom it is about, and what became of it.
 */
export async function putOnStaff(
  database: Database,
  { roles, ...line }: Line,
): Promise<{ id: string; is: 'new' | 'changed' | 'same' } | { refused: readonly Problem[] }> {
  const { sql } = database
  const { id, name, names, title, titles, about, abouts } = line
  const [known] = await sql<{ id: string }[]>`
    select id from person where id = ${id} or name = ${name} order by id = ${id} desc limit 1`
  if (!known) return (await addPerson(database, { roles: roles ?? ['reporter'], ...line })) ?? { id, is: 'new' }
  const said = {
    ...(names && { names }),
    ...(title !== undefined && { title: title || null, titles: title ? (titles ?? null) : null }),
    ...(about !== undefined && { about: about || null, abouts: about ? (abouts ?? null) : null }),
  }
  const changed = await sql`
    update person set name = ${name}, roles = coalesce(${(roles as string[] | undefined) ?? null}::text[], roles),
      details = jsonb_strip_nulls(details || ${json(sql, said)})
    where id = ${known.id} and (
      name <> ${name} or roles <> coalesce(${(roles as string[] | undefined) ?? null}::text[], roles)
      or jsonb_strip_nulls(details) <> jsonb_strip_nulls(details || ${json(sql, said)})
    )`
  return { id: known.id, is: changed.count ? 'changed' : 'same' }
}

/** Everybody, by name; those who left as well, since their stories stay. */
export async function people({ sql }: Database): Promise<Person[]> {
  const rows = await sql<PersonRow[]>`select id, name, slug, roles, details, left_at from person order by name, id`
  return rows.map(toPerson)
}

/** Everybody who ever was on the staff, with every name, for finding them in credits. */
export async function namesIn(sql: Query): Promise<Named[]> {
  const rows = await sql<{ id: string; name: string; names: Record<string, string> | null }[]>`
    select id, name, details -> 'names' as names from person`
  return rows.map(({ id, name, names }) => ({ id, names: [name, ...Object.values(names ?? {})] }))
}

type PersonRow = {
  id: string
  name: string
  slug: string
  roles: string[]
  details: Pick<Person, 'title' | 'about' | 'names' | 'titles' | 'abouts'>
  left_at: string | null
}

function toPerson({ left_at, details, ...row }: PersonRow): Person {
  return { ...row, ...details, ...(left_at && { left: left_at }) }
}
