import { type Story } from '../../story/story.ts'
import { type Database } from '../database.ts'
import { type StoryRow, toStory } from '../rows.ts'

/**
 * The stories that somebody means by what they typed: an id, an address or its path (former ones too), or a slug. Several
 * come back when a slug was used more than once, the newest first; at most ten.
 */
export async function storiesMeant({ sql }: Database, typed: string): Promise<Story[]> {
  const path = asPath(typed)
  const rows = await sql<(StoryRow & { content: unknown })[]>`
    select story.*, version.content from story
    join version on version.story = story.id and version.number = story.version
    where story.id = ${typed} or story.slug = ${typed}
       or story.id = (select address.story from address where address.path = ${path})
    order by story.saved desc limit 10`
  return rows.map((row) => toStory(row, row.content))
}

/** A path as it is kept, without its percent signs; one that is written wrongly is nobody's. */
function asPath(typed: string): string {
  const path = URL.canParse(typed) ? new URL(typed).pathname : typed
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** One line of the list that `dateline list` prints. */
export type Listed = Pick<Story, 'id' | 'version' | 'slug' | 'headline' | 'language' | 'work' | 'publication'> & {
  saved: string
  path: string | null
  /** When the public gets what is under embargo; nothing when there is no embargo, or no longer. */
  opens: string | null
}

/** The newest stories of the house, whatever their state; with words, those whose slug or headline has them. */
export async function newestStories(
  { sql }: Database,
  limit: number,
  words = '',
  now = new Date().toISOString(),
): Promise<Listed[]> {
  return sql<Listed[]>`
    select id, version, slug, headline, language, work, publication, saved, path,
      case when public_from > ${now} then public_from end as opens
    from story
    ${words ? sql`where strpos(lower(slug || ' ' || headline), lower(${words})) > 0` : sql``}
    order by saved desc, id limit ${limit}`
}
