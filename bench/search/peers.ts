import { DatabaseSync } from 'node:sqlite'
import { type Sql } from '../../src/store/database.ts'
import { copyLines } from '../../src/story/copy.ts'
import { type Invented } from './invent.ts'
import { type Asked } from './queries.ts'

/** What anybody would write: every match ranked, with total and facets in the same statement and marked extracts of twenty. */
export async function plainRank(sql: Sql, { plain: words = '', sort, year }: Asked): Promise<void> {
  const order = sort === 'best' ? sql`rank desc` : sql`first_published desc`
  await sql`
    with found as materialized (
      select story, section, place, language, year, first_published, ts_rank(body, query) as rank
      from search, websearch_to_tsquery('english', ${words}) query
      where body @@ query ${year ? sql`and year = ${Number(year)}` : sql``}
    ), page as (select *, row_number() over (order by ${order}) as nth from found order by ${order} limit 20)
    select (select count(*) from found),
      (select jsonb_agg(one) from (select section, count(*) from found group by 1 order by 2 desc limit 12) one),
      (select jsonb_agg(one) from (select place, count(*) from found group by 1 order by 2 desc limit 10) one),
      (select jsonb_agg(one) from (select language, count(*) from found group by 1 order by 2 desc limit 12) one),
      (select jsonb_agg(one) from (select year, count(*) from found group by 1 order by 1 desc limit 60) one),
      (select jsonb_agg(jsonb_build_object('headline', story.headline, 'path', path,
          'extract', ts_headline('english', (select string_agg(run ->> 'text', ' ') from jsonb_path_query(content, '$.copy[*].text[*]') run),
            websearch_to_tsquery('english', ${words}))) order by nth)
        from page join story on story.id = page.story join version on version.story = story.id and version.number = public_version)`
}

/** SQLite FTS5 over the same stories, with the same total and facets; `bm25` for the best. */
export function sqlite(): {
  add(stories: Iterable<Invented>): void
  ask(asked: Asked): void
  [Symbol.dispose](): void
} {
  const database = new DatabaseSync(':memory:')
  database.exec(`
    create virtual table words using fts5(headline, body, tokenize = 'porter unicode61 remove_diacritics 2');
    create table story (id integer primary key, section text, place text, language text, year integer)`)
  return {
    add(stories) {
      const words = database.prepare('insert into words (rowid, headline, body) values (?, ?, ?)')
      const story = database.prepare('insert into story values (?, ?, ?, ?, ?)')
      database.exec('begin')
      let id = 0
      for (const { draft, at } of stories) {
        words.run(++id, draft.headline, copyLines(draft.copy).join('\n'))
        const [section = ''] = draft.sections
        story.run(id, section, draft.dateline?.places[0]?.name ?? '', draft.language, new Date(at).getUTCFullYear())
      }
      database.exec("commit; insert into words (words) values ('optimize')")
    },
    ask({ plain: words = '', sort, year }) {
      const match = words.replace(/(^|\s)-(\S+)/g, ' NOT $2')
      const found = `from words join story on story.id = words.rowid where words match ?1 ${year ? 'and year = ?2' : ''}`
      const values = year ? [match, Number(year)] : [match]
      for (const name of ['section', 'place', 'language', 'year'])
        database.prepare(`select ${name}, count(*) as n ${found} group by 1 order by 2 desc limit 12`).all(...values)
      database.prepare(`select count(*) ${found}`).all(...values)
      const order = sort === 'best' ? 'bm25(words)' : 'words.rowid desc'
      database
        .prepare(`select headline, snippet(words, 1, '<b>', '</b>', '…', 32) ${found} order by ${order} limit 20`)
        .all(...values)
    },
    [Symbol.dispose]: () => database.close(),
  }
}
