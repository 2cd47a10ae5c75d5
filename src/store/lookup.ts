import { type Moment } from '../story/moment.ts'
import { type Draft, type Story } from '../story/story.ts'
import { type Version } from '../story/version.ts'
import { type Database } from './database.ts'
import { type StoryRow, toDraft, toStory } from './rows.ts'

/** A story with the words of its newest version, as the desk and the command line see it: also what is not public. */
export async function storyById({ sql }: Database, id: string): Promise<Story | undefined> {
  const [row] = await sql<(StoryRow & { content: unknown })[]>`
    select story.*, version.content from story
    join version on version.story = story.id and version.number = story.version
    where story.id = ${id}`
  return row && toStory(row, row.content)
}

/** The words of one version. */
export async function versionOf({ sql }: Database, id: string, number: number): Promise<Draft | undefined> {
  const [row] = await sql<{ content: unknown }[]>`
    select content from version where story = ${id} and number = ${number}`
  return row && toDraft(row.content, `story ${id}, version ${number}`)
}

/** How a story came to be what it is: its versions from the first on. */
export async function versionsOf({ sql }: Database, id: string): Promise<Version[]> {
  const rows = await sql<VersionRow[]>`
    select number, what, moment, by, overrides, unchecked, expunged from version where story = ${id} order by number`
  return rows.map(({ moment, unchecked, expunged, ...row }) => ({
    ...row,
    at: moment,
    ...(unchecked && { unchecked }),
    ...(expunged && { expunged }),
  }))
}

type VersionRow = Pick<Version, 'number' | 'what' | 'by' | 'overrides'> & {
  moment: Moment
  unchecked: boolean
  expunged: string | null
}

/** The current path of a story that went out, or will. */
export async function storyPath({ sql }: Database, id: string): Promise<string | undefined> {
  const [row] = await sql<{ path: string | null }[]>`select path from story where id = ${id}`
  return row?.path ?? undefined
}
