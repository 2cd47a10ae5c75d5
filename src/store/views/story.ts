import { type Moment } from '../../story/moment.ts'
import { everyBlock } from '../../story/running.ts'
import { type Story } from '../../story/story.ts'
import { type Sql } from '../database.ts'
import { type Teaser, type TeaserRow, publicStories, teaserColumns, toTeaser } from './teaser.ts'

/** What an address stands for: a page, a notice, another address, or nothing. */
export type Found =
  | { is: 'story'; page: StoryPage }
  | { is: 'gone'; gone: Gone }
  | { is: 'moved'; path: string }
  | { is: 'nothing' }

/** A story with all that its page shows beside it. */
export type StoryPage = {
  story: Story & { firstPublished: Moment }
  /** Current address without base. */
  path: string
  /** What went out of this story, and the public stories that it carries on or that carry it on, newest first. */
  soFar: readonly Step[]
  related: readonly Teaser[]
  translations: readonly { language: string; path: string; headline: string; original?: true }[]
  /** Stories that slots of the copy name, by id. */
  slots: Readonly<Record<string, Teaser>>
  /** Addresses of the people in credits who are our own, by id. */
  people: Readonly<Record<string, string>>
  /** The stories whose words stand on the page or would if they were public, its own first. */
  shows: readonly string[]
}

/** One line of the story so far; entries of a running story stand on its page and are none. `path` is left out for versions of the story itself that a later one replaced. */
export type Step = {
  at: Moment
  headline: string
  what: 'published' | 'updated' | 'corrected' | 'archived'
  /** What a correction put right. */
  right?: string
  path?: string
  current: boolean
}

/** A story that was withdrawn after the public had it. None of its words are here, its notice is. */
export type Gone = {
  id: string
  notice: string
  at: Moment
  firstPublished?: Moment
  section?: string
  language: string
}

/** What stands at an address, and one story by its id. */
export function storyView(sql: Sql) {
  return {
    async atAddress(path: string, now: string): Promise<Found> {
      const [row] = await sql<Row[]>`
        select a.current, s.id, s.path, s.public_version, s.publication, s.moments, s.sections, s.language, s.archived, v.content,
          s.public_from <= ${now} as public, coalesce(s.gone_from <= ${now}, false) as gone
        from address a join story s on s.id = a.story left join version v on v.story = s.id and v.number = s.public_version
        where a.path = ${path}`
      if (!row) return { is: 'nothing' }
      if (row.gone && row.publication.is === 'killed') return { is: 'gone', gone: goneOf(row) }
      if (!row.public || !row.content) return { is: 'nothing' }
      if (row.path !== path) return { is: 'moved', path: row.path }
      return { is: 'story', page: await pageOf(sql, row, now) }
    },
  }
}

type Row = {
  current: boolean
  id: string
  path: string
  public_version: number
  publication: Story['publication']
  moments: { firstPublished: Moment; updated?: Moment; corrected?: Moment }
  sections: string[]
  language: string
  archived: boolean
  content: Story | null
  public: boolean | null
  gone: boolean
}

function goneOf({ id, publication, moments, sections, language }: Row): Gone {
  if (publication.is !== 'killed') throw new Error(`story ${id} is gone and was not killed`)
  return {
    id,
    notice: publication.notice,
    at: publication.at,
    language,
    ...(moments.firstPublished ? { firstPublished: moments.firstPublished } : {}),
    ...(sections[0] ? { section: sections[0] } : {}),
  }
}

async function pageOf(sql: Sql, row: Row, now: string): Promise<StoryPage> {
  const story = publicStory(row)
  const slotIds = everyBlock(story).flatMap((block) => (block.is === 'slot' && block.story ? [block.story] : []))
  const ourOwn = story.credits.flatMap(({ people }) => people.flatMap(({ person }) => person ?? []))
  const [{ steps, chain }, others, translations, people] = await Promise.all([
    soFar(sql, story.id, now),
    byIds(sql, [...story.related, ...slotIds], now),
    sql<{ id: string; language: string; path: string; headline: string }[]>`
      select id, language, path, headline from story
      where public_from <= ${now} and id <> ${story.id}
        and (translation_of = ${story.id} or id = ${story.translationOf ?? ''} or translation_of = ${story.translationOf ?? ''})
      order by language`,
    sql<{ id: string; slug: string }[]>`select id, slug from person where id = any(${ourOwn})`,
  ])
  return {
    story,
    path: row.path,
    soFar: steps,
    related: story.related.flatMap((id) => others.get(id) ?? []),
    translations: translations.map(({ id, ...one }) => (id === story.translationOf ? { ...one, original: true } : one)),
    slots: Object.fromEntries(slotIds.flatMap((id) => (others.has(id) ? [[id, others.get(id)!]] : []))),
    people: Object.fromEntries(people.map(({ id, slug }) => [id, slug])),
    shows: [...new Set([story.id, ...chain, ...story.related, ...slotIds, ...translations.map(({ id }) => id)])],
  }
}

/** The public version as a value, without what is for the desk alone. */
export function publicStory(
  row: Pick<Row, 'id' | 'public_version' | 'publication' | 'moments' | 'archived' | 'content'>,
): Story & { firstPublished: Moment } {
  const { source: _source, ...content } = row.content!
  return {
    ...content,
    notes: { public: content.notes.public, desk: [] },
    contact: [],
    corrections: content.corrections ?? [],
    id: row.id,
    version: row.public_version,
    work: { is: 'none' },
    publication: row.publication,
    ...row.moments,
    ...(row.archived ? { archived: true } : {}),
  }
}

async function soFar(sql: Sql, id: string, now: string): Promise<{ steps: Step[]; chain: string[] }> {
  const rows = await sql<
    {
      id: string
      own: boolean
      what: Step['what']
      moment: Moment
      headline: string
      path: string
      right: string | null
      newest: boolean
    }[]
  >`
    with recursive chain (id) as (
      select ${id}
      union
      select case when s.update_of = chain.id then s.id else s.update_of end
      from story s join chain on s.update_of = chain.id or (s.id = chain.id and s.update_of is not null)
    )
    select s.id, s.id = ${id} as own, case j.what when 'released' then 'published' else j.what end as what, j.moment, v.content ->> 'headline' as headline, s.path,
      (select c."right" from correction c where c.story = s.id and c.version = j.version order by c.id limit 1) as right,
      j.version = s.public_version and j.number = max(j.number) over (partition by s.id) as newest
    from chain join story s on s.id = chain.id and s.public_from <= ${now}
    join journal j on j.story = s.id and j.version <= s.public_version
      and j.what in ('published', 'updated', 'corrected', 'released', 'archived') and j.embargoed_until is null
    join version v on v.story = s.id and v.number = j.version
    where (s.id = ${id} or j.version = s.public_version or j.what <> 'updated')
      and not (s.id = ${id} and j.what = 'updated' and v.content ? 'running')
    order by j.at desc, j.number desc limit 60`
  const steps = rows.map(({ own, what, moment, headline, path, right, newest }) => ({
    at: moment,
    headline,
    what,
    current: own && newest,
    ...(right ? { right } : {}),
    ...(own && !newest ? (what === 'corrected' ? { path: `${path}#correction` } : {}) : { path }),
  }))
  return { steps, chain: rows.map((row) => row.id) }
}

async function byIds(sql: Sql, ids: readonly string[], now: string): Promise<Map<string, Teaser>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<TeaserRow[]>`
    select ${teaserColumns(sql)} from ${publicStories(sql)} where s.id = any(${[...ids]}) and s.public_from <= ${now}`
  return new Map(rows.map((row) => [row.id, toTeaser(row)]))
}
