import { type Override } from '../story/judge.ts'
import { instant, type Moment } from '../story/moment.ts'
import { type Draft, draftOf, type Story } from '../story/story.ts'
import { type Made } from '../story/version.ts'
import { json, type Query } from './database.ts'
import { type Due, type DueKind } from './releases.ts'
import { type StoryRow, toDraft, toStory } from './rows.ts'
import { type Sent } from './sent.ts'

/** A story that is locked for an act, with what the public has of it and what is still to come. */
export type Loaded = {
  story: Story
  /** The words that are out, embargoed or not; none when nothing is. */
  out?: Draft
  standing: Standing
  /** How the versions came about that the public has not seen, of a story that it has seen. */
  unseen: readonly { number: number; what: Made }[]
  /** When the public half of what is out under embargo follows. */
  embargo?: Due
  /** When held copy goes out. */
  hold?: Due
}

/** What public doors show: which version, from which instant, at which path. All empty for a story that was never out. */
export type Standing = {
  publicVersion?: number
  publicFrom?: string
  goneFrom?: string
  changed?: string
  path?: string
}

/** How a version came about. */
export type Making = { what: Made; at: Moment; by: string; overrides?: readonly Override[]; unchecked?: boolean }

/** A story as it shall stand. `shown` are the words that public doors show, when these change. */
export type Standings = { story: Story; standing: Standing; shown?: Draft }

/** What answers with nothing is sent and not waited for. */
export type Stories = {
  /** Locks a story until the transaction ends. */
  load(id: string): Promise<Loaded | undefined>
  /** The words of one version, for telling what changed since. */
  wordsOf(id: string, version: number): Promise<Draft | undefined>
  /** Adds stories, each with its first version. */
  create(stories: readonly (Standings & { making: Making })[]): void
  /** Keeps the story's present version number as a new version. */
  save(story: Standings & { making: Making }): void
  /** Changes where a story stands, and not its words. */
  move(story: Standings): void
}

export function storiesIn(sql: Query, sent: Sent): Stories {
  return {
    async load(id) {
      // Two statements: the second must see what whoever held the lock has committed.
      sent.send(sql`select from story where id = ${id} for update`)
      const [row] = await sql<LoadRow[]>`
        select story.*, version.content, out.content as out, (
            select jsonb_object_agg(kind, jsonb_build_object('version', release.version, 'at', at, 'overrides', overrides))
            from release where release.story = story.id
          ) as due, (
            select jsonb_agg(jsonb_build_object('number', unseen.number, 'what', unseen.what))
            from version unseen where unseen.story = story.id and unseen.number > story.public_version
          ) as unseen
        from story
        join version on version.story = story.id and version.number = story.version
        left join version out on out.story = story.id and out.number = (story.publication ->> 'version')::integer
        where story.id = ${id}`
      return row && toLoaded(row)
    },
    async wordsOf(id, number) {
      const [row] = await sql<{ content: unknown }[]>`
        select content from version where story = ${id} and number = ${number}`
      return row && toDraft(row.content, `story ${id}, version ${number}`)
    },
    create(stories) {
      const rows = stories.map((one) => ({
        ...columns(one),
        ...copies(one.shown ?? one.story),
        created: instant(one.making.at),
      }))
      sent.send(sql`
        insert into story (id, version, work, assigned, publication, moments, public_version, public_from, gone_from,
          changed, path, first_published, updated, corrected, archived, slug, headline, language, direction, urgency,
          sections, update_of, translation_of, created, saved)
        select id, version, work, assigned, publication, moments, public_version, public_from, gone_from,
          changed, path, first_published, updated, corrected, archived, slug, headline, language, direction, urgency,
          sections, update_of, translation_of, created, created
        from jsonb_to_recordset(${json(sql, rows)}) as story (${sql.unsafe(columnTypes)}, ${sql.unsafe(copyTypes)}, created timestamptz)`)
      sent.send(keep(sql, stories))
    },
    save(one) {
      sent.send(change(sql, one, instant(one.making.at)))
      sent.send(keep(sql, [one]))
    },
    move(one) {
      sent.send(change(sql, one))
    },
  }
}

function change(sql: Query, one: Standings, saved?: string): PromiseLike<unknown> {
  const { work, publication, moments, ...row } = columns(one)
  const changed = {
    ...row,
    work: json(sql, work),
    publication: json(sql, publication),
    moments: json(sql, moments),
    ...(one.shown && copies(one.shown)),
    ...(saved && { saved }),
  }
  return sql`update story set ${sql(changed)} where id = ${one.story.id}`
}

function keep(sql: Query, stories: readonly (Standings & { making: Making })[]): PromiseLike<unknown> {
  const rows = stories.map(({ story, making }) => ({
    story: story.id,
    number: story.version,
    content: { ...draftOf(story), corrections: story.corrections },
    what: making.what,
    at: instant(making.at),
    moment: making.at,
    by: making.by,
    overrides: making.overrides ?? [],
    unchecked: making.unchecked ?? false,
  }))
  return sql`
    insert into version (story, number, content, what, at, moment, by, overrides, unchecked)
    select * from jsonb_to_recordset(${json(sql, rows)}) as version (
      story text, number integer, content jsonb, what text, at timestamptz, moment jsonb, by text, overrides jsonb,
      unchecked boolean)`
}

const columnTypes = `id text, version integer, work jsonb, assigned text, publication jsonb, moments jsonb,
  public_version integer, public_from timestamptz, gone_from timestamptz, changed timestamptz, path text,
  first_published timestamptz, updated timestamptz, corrected timestamptz, archived boolean`

function columns({ story, standing }: Standings) {
  const { firstPublished, updated, corrected } = story
  return {
    id: story.id,
    version: story.version,
    work: story.work,
    assigned: story.assigned ?? null,
    publication: story.publication,
    moments: { firstPublished, updated, corrected },
    public_version: standing.publicVersion ?? null,
    public_from: standing.publicFrom ?? null,
    gone_from: standing.goneFrom ?? null,
    changed: standing.changed ?? null,
    path: standing.path ?? null,
    first_published: firstPublished ? instant(firstPublished) : null,
    updated: updated ? instant(updated) : null,
    corrected: corrected ? instant(corrected) : null,
    archived: story.archived ?? false,
  }
}

const copyTypes = `slug text, headline text, language text, direction text, urgency smallint, sections text[],
  update_of text, translation_of text`

function copies(draft: Draft) {
  return {
    slug: draft.slug,
    headline: draft.headline,
    language: draft.language,
    direction: draft.direction,
    urgency: Math.round(Math.min(Math.max(draft.urgency, -32_768), 32_767)),
    sections: draft.sections as string[],
    update_of: draft.updateOf ?? null,
    translation_of: draft.translationOf ?? null,
  }
}

type LoadRow = StoryRow & {
  content: unknown
  out: unknown
  public_version: number | null
  public_from: string | null
  gone_from: string | null
  changed: string | null
  path: string | null
  due: Partial<Record<DueKind, Due>> | null
  unseen: Loaded['unseen'] | null
}

function toLoaded(row: LoadRow): Loaded {
  return {
    story: toStory(row, row.content),
    ...(row.out !== null && { out: toDraft(row.out, `story ${row.id} as it is out`) }),
    standing: {
      ...(row.public_version && { publicVersion: row.public_version }),
      ...(row.public_from && { publicFrom: row.public_from }),
      ...(row.gone_from && { goneFrom: row.gone_from }),
      ...(row.changed && { changed: row.changed }),
      ...(row.path && { path: row.path }),
    },
    unseen: row.unseen ?? [],
    ...row.due,
  }
}
