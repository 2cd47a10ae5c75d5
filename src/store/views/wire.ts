import { type Entry } from '../../story/entry.ts'
import { type Moment, epoch } from '../../story/moment.ts'
import { type Publication } from '../../story/publication.ts'
import { everyBlock } from '../../story/running.ts'
import { type Draft, type Story } from '../../story/story.ts'
import { type Sql } from '../database.ts'
import { type EntryRow, toEntry } from '../entries.ts'

/** A journal entry with the version that it names, as a subscriber may have it: nothing of it is the desk's own. */
export type Sent = {
  entry: Entry
  /** As of the entry; killed when the story has been killed since, whatever the entry says. */
  story: Story
  links: readonly SentLink[]
  /** Bytes of the pictures that are kept, by hash. */
  sizes: Readonly<Record<string, number>>
}

/** Another story that the public can open, and how it belongs to this one. `path` is without base. */
export type SentLink = {
  rel: 'related' | 'translationOf' | 'translation' | 'updateOf' | 'update'
  id: string
  headline: string
  path: string
  language: string
}

/** What a subscriber is asking for: `embargoed` when its key may have copy under embargo, `now` as ISO text. */
export type Asked = { now: string; embargoed: boolean; archived?: boolean }

/** What the wire sends. An entry that the key may not have is stepped over: its story comes with the entry `released`. */
export function wireView(sql: Sql) {
  const told = (asked: Asked) => sql`
    ${asked.archived ? sql`true` : sql`j.what <> 'archived'`} and ${asked.embargoed ? sql`true` : sql`j.embargoed_until is null`}`
  const sent = (which: ReturnType<typeof told>, order: ReturnType<typeof told>) => sql<SentRow[]>`
    select j.number, j.what, j.story, j.version, j.moment, j.by, j.embargoed_until,
      v.content, s.publication, s.moments, s.archived
    from journal j join story s on s.id = j.story join version v on v.story = j.story and v.number = j.version
    where ${which} ${order}`
  return {
    /** Entries after a number, in order, at most `limit`, each with its version, and the number of the newest there is. */
    async sentAfter(number: number, limit: number, asked: Asked): Promise<{ sent: Sent[]; head: number }> {
      const these = sent(sql`j.number > ${number} and ${told(asked)}`, sql`order by j.number limit ${limit}`)
      // One statement, so that nothing is written between head and entries.
      const found = await sql<({ head: number } & (SentRow | { number: null }))[]>`
        select journal_head.number as head, these.* from journal_head left join (${these}) these on true
        order by these.number`
      const rows = found.filter((row): row is { head: number } & SentRow => row.number !== null)
      return { sent: await together(sql, rows, asked.now), head: found[0]?.head ?? 0 }
    },

    /** The newest entry of a story that the key may have. */
    async sentOf(story: string, asked: Asked): Promise<Sent | undefined> {
      const rows = await sent(sql`j.story = ${story} and ${told(asked)}`, sql`order by j.number desc limit 1`)
      const [newest] = await together(sql, rows, asked.now)
      return newest
    },

    /** The number of the journal's newest entry, 0 when there is none. */
    async sentHead(): Promise<number> {
      const [head] = await sql<{ number: number }[]>`select number from journal_head`
      return head?.number ?? 0
    },
  }
}

type SentRow = EntryRow & {
  content: Draft & Pick<Story, 'corrections'>
  publication: Publication
  moments: Pick<Story, 'firstPublished' | 'updated' | 'corrected'>
  archived: boolean
}

async function together(sql: Sql, rows: readonly SentRow[], now: string): Promise<Sent[]> {
  if (!rows.length) return []
  const stories = rows.map(({ story }) => story)
  const named = rows.flatMap(({ content: { related, updateOf = [], translationOf = [] } }) =>
    [related, updateOf, translationOf].flat(),
  )
  const hashes = rows.flatMap(({ content }) => picturesOf(content).flatMap(({ image }) => image?.hash ?? []))
  const [others, kept] = await Promise.all([
    sql<OtherRow[]>`
      select id, headline, path, language, update_of, translation_of from story
      where public_from <= ${now}
        and (id = any(${named}) or update_of = any(${stories}) or translation_of = any(${stories}))`,
    hashes.length
      ? sql<{ hash: string; size: number }[]>`
          select hash, size from picture where hash = any(${hashes}) and expunged is null`
      : [],
  ])
  const sizes = Object.fromEntries(kept.map(({ hash, size }) => [hash, size]))
  return rows.map((row) => ({ entry: toEntry(row), story: storyOf(row), links: linksOf(row, others), sizes }))
}

type OtherRow = {
  id: string
  headline: string
  path: string
  language: string
  update_of: string | null
  translation_of: string | null
}

function storyOf(row: SentRow): Story {
  const { source: _source, ...content } = row.content
  const then = epoch(row.moment)
  const past = (moment: Moment | undefined) => moment !== undefined && epoch(moment) <= then
  const { firstPublished, updated, corrected } = row.moments
  return {
    ...content,
    notes: { public: content.notes.public, desk: [] },
    contact: [],
    corrections: content.corrections ?? [],
    id: row.story,
    version: row.version,
    work: { is: 'none' },
    publication:
      row.publication.is === 'killed'
        ? row.publication
        : { is: 'published', version: row.version, at: row.moment, by: row.by },
    ...(firstPublished && { firstPublished }),
    ...(updated && past(updated) && { updated }),
    ...(corrected && past(corrected) && { corrected }),
    ...(row.archived && { archived: true }),
  }
}

function linksOf({ story, content }: SentRow, others: readonly OtherRow[]): SentLink[] {
  return others.flatMap(({ id, headline, path, language, update_of, translation_of }) => {
    if (id === story) return []
    const rels: SentLink['rel'][] = [
      ...(content.related.includes(id) ? (['related'] as const) : []),
      ...(content.updateOf === id ? (['updateOf'] as const) : []),
      ...(update_of === story ? (['update'] as const) : []),
      ...(content.translationOf === id ? (['translationOf'] as const) : []),
      ...(translation_of === story ? (['translation'] as const) : []),
    ]
    return rels.map((rel) => ({ rel, id, headline, path, language }))
  })
}

function picturesOf(content: Draft) {
  return [
    ...content.pictures,
    ...everyBlock(content).flatMap((block) => (block.is === 'picture' ? [block.picture] : [])),
  ]
}
