import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { story } from '../../test/build.ts'
import { testNewsroom } from '../../test/newsroom.ts'
import { searchView } from '../store/views/search.ts'
import { readQuery } from './query.ts'
import { search } from './search.ts'

const runs = process.env['DATELINE_LONG'] === '1' ? 2000 : 150

/** Words that no stemmer changes, in scripts with spaces; and signs of scripts without. */
const words = ['dam', 'ostra', 'river', 'café', 'Müller', 'кот', 'سد', '12', 'U.S.', 'half-mast']
const signs = ['東', '京', '都', '大', 'ก', 'า']
const word = fc.oneof(
  fc.constantFrom(...words),
  fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 4 }).map((run) => run.join('')),
)
const line = fc.array(word, { minLength: 1, maxLength: 6 })
const told = fc.record({ headline: line, copy: line, by: fc.constantFrom('Ana', 'Ben'), place: word })
type Told = { headline: string[]; copy: string[]; by: string; place: string }

const term = fc.record({
  not: fc.boolean(),
  field: fc.constantFrom('', '', '', 'headline', 'place', 'by'),
  words: fc.array(word, { minLength: 1, maxLength: 2 }),
})
type Term = { not: boolean; field: string; words: string[] }

test(`whatever is asked of whatever stories, search finds what reading them all would find (${runs} queries)`, async () => {
  await using room = await testNewsroom()
  const stories = fc.sample(told, { numRuns: 40, seed: 7 })
  const ids: string[] = []
  for (const [at, one] of stories.entries()) {
    const draft = story(`S-${at}`).headed(one.headline.join(' ')).saying(one.copy.join(' ')).by(one.by).from(one.place)
    ids.push((await room.published(draft)).id)
  }
  const views = searchView(room.database)
  await fc.assert(
    fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 3 }), fc.boolean(), async (terms, best) => {
      const typed = terms.map(
        ({ not, field, words: some }) => `${not ? '-' : ''}${field && `${field}:`}"${some.join(' ')}"`,
      )
      const query = readQuery(new URLSearchParams({ q: typed.join(' '), sort: best ? 'best' : 'newest' }))
      const found: string[] = []
      for (let page = 1; page === 1 || page <= Math.ceil(stories.length / 20); page++) {
        const { hits, total, page: shown } = await search(views, { ...query, page }, '2030-01-01T00:00:00.000Z')
        if (shown === page) found.push(...hits.map(({ teaser }) => teaser.id))
        if (found.length === total) break
      }
      const read = ids.filter((_, at) => terms.every((one) => says(stories[at]!, one) !== one.not))
      assert.deepEqual(found.toSorted(), read.toSorted(), typed.join(' '))
    }),
    { numRuns: runs },
  )
})

/** Reads a story as a reader would: words one after another, signs wherever they stand together. */
function says({ headline, copy, by, place }: Told, { field, words: wanted }: Term): boolean {
  const texts =
    field === 'headline'
      ? [headline]
      : field === 'place'
        ? [[place]]
        : field === 'by'
          ? [['By', by], [by]]
          : [[...headline, 'By', by, ...copy, by, place]]
  return texts.some((text) => has(text.flatMap(pieces), wanted.flatMap(pieces)))
}

function pieces(one: string): string[] {
  return one === 'U.S.'
    ? ['us']
    : one
        .toLowerCase()
        .normalize('NFD')
        .replace(/\u0301|\u0308/g, '')
        .split('-')
}

function has(text: readonly string[], wanted: readonly string[]): boolean {
  return text.some((_, at) =>
    wanted.every((one, n) => holds(text[at + n], one, { first: n === 0, last: n === wanted.length - 1 })),
  )
}

/** A run of signs may stand inside a longer one, but where more words are asked for it must touch them. */
function holds(one: string | undefined, wanted: string, { first, last }: { first: boolean; last: boolean }): boolean {
  if (one === undefined) return false
  if (!signs.some((sign) => wanted.includes(sign))) return one === wanted
  return first ? (last ? one.includes(wanted) : one.endsWith(wanted)) : last ? one.startsWith(wanted) : one === wanted
}
