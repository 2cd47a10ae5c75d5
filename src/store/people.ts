import { type Problem, problem } from '../story/problem.ts'
import { type Database } from './database.ts'

/** Somebody on the staff, or a machine that acts in its own name (role `machine`). `slug` is the address of the page. */
export type Person = { id: string; name: string; slug: string; roles: readonly string[]; left?: string }

/** Takes somebody on. An id, or a page's address, that somebody has already is refused. */
export async function addPerson(
  { sql }: Database,
  person: Person,
): Promise<{ refused: readonly Problem[] } | undefined> {
  const { id, name, slug, roles } = person
  const added = await sql`
    insert into person (id, name, slug, roles, created) values (${id}, ${name}, ${slug}, ${roles as string[]}, now())
    on conflict do nothing`
  return added.count ? undefined : { refused: [problem('person.exists', 'id', { person: id })] }
}

/** The same, for those that may be there already. */
export async function ensurePerson(database: Database, person: Person): Promise<void> {
  await addPerson(database, person)
}

/** Everybody, by name; those who left as well, since their stories stay. */
export async function people({ sql }: Database): Promise<Person[]> {
  const rows = await sql<PersonRow[]>`select id, name, slug, roles, left_at from person order by name, id`
  return rows.map(toPerson)
}

type PersonRow = { id: string; name: string; slug: string; roles: string[]; left_at: string | null }

function toPerson({ left_at, ...row }: PersonRow): Person {
  return { ...row, ...(left_at && { left: left_at }) }
}
