import { type Moment } from '../../story/moment.ts'
import { everyBlock } from '../../story/running.ts'
import { type Story } from '../../story/story.ts'
import { type Sql } from '../database.ts'
import { type Teaser } from './teaser.ts'

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
  related: readonly Named[]
  translations: readonly { language: string; path: string; headline: string; original?: true }[]
  /** Stories that slots of the copy name, by id. */
  slots: Readonly<Record<string, Named>>
  /** Addresses of the people in credits who are our own, by id. */
  people: Readonly<Record<string, string>>
  /** The stories whose words stand on the page or would if they were public, its own first. */
  shows: readonly string[]
}

/** A story as another one names it: a line that leads there. */
export type Named = Pick<Teaser, 'id' | 'path' | 'headline' | 'language'>

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
      const [row] = await sql<(Row & Beside)[]>`
        select a.current, s.id, s.path, s.public_version, s.publication, s.moments, s.sections, s.language, s.archived, v.content,
          s.public_from <= ${now} as public, coalesce(s.gone_from <= ${now}, false) as gone, beside.*
        from address a join story s on s.id = a.story left join version v on v.story = s.id and v.number = s.public_version
        left join lateral (
          select (${soFar(sql, now)}) as so_far, (${others(sql, now)}) as others, (${translations(sql, now)}) as translations,
            (${ourOwn(sql)}) as people
        ) beside on s.path = a.path and s.public_from <= ${now}
        where a.path = ${path}`
      if (!row) return { is: 'nothing' }
      if (row.gone && row.publication.is === 'killed') return { is: 'gone', gone: goneOf(row) }
      if (!row.public || !row.content) return { is: 'nothing' }
      if (row.path !== path) return { is: 'moved', path: row.path }
      return { is: 'story', page: pageOf(row) }
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

/** What stands beside a story, as JSON; nothing where there is nothing of it. */
type Beside = {
  so_far: StepRow[] | null
  others: Named[] | null
  translations: { id: string; language: string; path: string; headline: string }[] | null
  people: Record<string, string> | null
}

function pageOf(row: Row & Beside): StoryPage {
  const story = publicStory(row)
  const slotIds = everyBlock(story).flatMap((block) => (block.is === 'slot' && block.story ? [block.story] : []))
  const others = new Map((row.others ?? []).map((one) => [one.id, one]))
  const [steps, translations] = [row.so_far ?? [], row.translations ?? []]
  return {
    story,
    path: row.path,
    soFar: steps.map(stepOf),
    related: story.related.flatMap((id) => others.get(id) ?? []),
    translations: translations.map(({ id, ...one }) => (id === story.translationOf ? { ...one, original: true } : one)),
    slots: Object.fromEntries(slotIds.flatMap((id) => (others.has(id) ? [[id, others.get(id)!]] : []))),
    people: row.people ?? {},
    shows: [
      ...new Set([
        story.id,
        ...steps.map(({ id }) => id),
        ...story.related,
        ...slotIds,
        ...translations.map(({ id }) => id),
      ]),
    ],
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

type StepRow = {
  id: string
  own: boolean
  what: Step['what']
  moment: Moment
  headline: string
  path: string
  right: string | null
  newest: boolean
}

function stepOf({ own, what, moment, headline, path, right, newest }: StepRow): Step {
  return {
    at: moment,
    headline,
    what,
    current: own && newest,
    ...(right ? { right } : {}),
    ...(own && !newest ? (what === 'corrected' ? { path: `${path}#correction` } : {}) : { path }),
  }
}

/** The four lists beside the `story s` with its public `version v`, each as one value. */
function soFar(sql: Sql, now: string) {
  return sql`
    with recursive chain (id) as (
      select s.id
      union
      select case when c.update_of = chain.id then c.id else c.update_of end
      from story c join chain on c.update_of = chain.id or (c.id = chain.id and c.update_of is not null)
    )
    select json_agg(step order by step.at desc, step.number desc) from (
      select c.id, c.id = s.id as own, case j.what when 'released' then 'published' else j.what end as what, j.moment,
        w.teaser ->> 'headline' as headline, c.path, j.at, j.number,
        (select m."right" from correction m where m.story = c.id and m.version = j.version order by m.id limit 1) as right,
        j.version = c.public_version and j.number = max(j.number) over (partition by c.id) as newest
      from chain join story c on c.id = chain.id and c.public_from <= ${now}
      join journal j on j.story = c.id and j.version <= c.public_version
        and j.what in ('published', 'updated', 'corrected', 'released', 'archived') and j.embargoed_until is null
      join version w on w.story = c.id and w.number = j.version
      where (c.id = s.id or j.version = c.public_version or j.what <> 'updated')
        and not (c.id = s.id and j.what = 'updated' and w.teaser ->> 'running' is not null)
      order by j.at desc, j.number desc limit 60
    ) step`
}

/** Stories that this one names as related or in slots of its copy and of its entries. */
function others(sql: Sql, now: string) {
  return sql`
    select json_agg(json_build_object('id', o.id, 'path', o.path, 'headline', o.headline, 'language', o.language))
    from story o where o.id = any(v.stories_named) and o.public_from <= ${now}`
}

function translations(sql: Sql, now: string) {
  return sql`
    select json_agg(json_build_object('id', t.id, 'language', t.language, 'path', t.path, 'headline', t.headline) order by t.language)
    from story t where t.public_from <= ${now} and t.id <> s.id
      and (t.translation_of = s.id or t.id = s.translation_of or t.translation_of = s.translation_of)`
}

function ourOwn(sql: Sql) {
  return sql`select json_object_agg(id, slug) from person where id = any(v.people_named)`
}
