import { type Sql } from '../database.ts'
import { asked, plain, searchable, wordsIn } from '../search-letters.ts'

/** The forms under which the index keeps each word (lower case) of a text and of the query, under the text's configuration. */
export type Forms = ReadonlyMap<string, readonly string[]>

/** For each text the forms of its words as far as they may be words of the query: by them a page marks what was found. */
export async function formsOf(
  sql: Sql,
  texts: readonly { configuration: string; text: string }[],
  wanted: readonly string[],
): Promise<Forms[]> {
  const typed = [...new Set(wanted.flatMap((text) => wordsIn(text).map(({ word }) => word.toLowerCase())))]
  if (typed.length === 0) return texts.map(() => new Map())
  const rows: { name: string; word: string; form: string }[] = []
  for (const [name, group] of Map.groupBy(texts, ({ configuration }) => configuration)) {
    const beginnings = new Set(typed.flatMap((word) => asked(word, name).spellings.map(beginning)))
    const inside = [...new Set(typed.flatMap((word) => asked(word, name).spellings.flatMap(twos)))]
    const all = new Set(group.flatMap(({ text }) => wordsIn(text).map(({ word }) => word.toLowerCase())))
    const some = [...all].filter((word) =>
      changesInFront.has(name)
        ? holdsAny(plain(searchable(word, name)), inside)
        : beginnings.has(beginningOf(word, name)),
    )
    for (const word of some.slice(0, 5000))
      rows.push(...[...new Set(both(searchable(word, name)))].map((form) => ({ name, word, form })))
    for (const word of typed) rows.push(...asked(word, name).spellings.map((form) => ({ name, word, form })))
  }
  const made = await sql<{ name: string; word: string; forms: string[] }[]>`
    select name, word, array_agg(distinct lexeme) as forms
    from jsonb_to_recordset(${sql.json(rows)}) as row (name text, word text, form text),
      unnest(tsvector_to_array(to_tsvector(name::regconfig, form))) as lexeme group by 1, 2`
  const byName = new Map(
    [...Map.groupBy(made, ({ name }) => name)].map(
      ([name, those]) => [name, new Map(those.map(({ word, forms }) => [word, forms]))] as const,
    ),
  )
  return texts.map(({ configuration }) => byName.get(configuration) ?? new Map<string, string[]>())
}

/** Stemmers change how a word ends; in these languages also how it begins. */
const changesInFront = new Set(['arabic', 'indonesian', 'irish', 'tamil', 'hungarian'])

function both(word: string): string[] {
  return [word, plain(word)]
}

function beginning(word: string): string {
  return plain(word).slice(0, 2)
}

/** Most words are made of letters that nobody folds, and there are many of them. */
function beginningOf(word: string, configuration: string): string {
  return /^[a-z0-9]+$/.test(word) && configuration !== 'turkish'
    ? word.slice(0, 2)
    : beginning(plain(searchable(word, configuration)))
}

/** Two letters that stand together, which no stemmer takes all of; a single letter stands for itself. */
function twos(word: string): string[] {
  const letters = plain(word)
  return letters.length < 2
    ? [letters]
    : Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2))
}

function holdsAny(word: string, parts: readonly string[]): boolean {
  return parts.some((part) => word.includes(part))
}
