import { everyLine, everyPicture } from '../story/running.ts'
import { type Draft } from '../story/story.ts'

/**
 * In which words two drafts differ, for whoever has one of them before his eyes: `headline: “Two dead” is now “Three dead”`.
 * Of a line only what differs, with the words around it; the first six differences.
 */
export function wordsThatDiffer(one: Draft, other: Draft): string {
  const all = spoken.flatMap(([field, lines]) =>
    changes(lines(one), lines(other)).map((change) => `${field}: ${change}`),
  )
  const more = all.length - most
  return [...all.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}

const most = 6

const spoken: readonly (readonly [field: string, lines: (draft: Draft) => readonly string[]])[] = [
  ['slug', ({ slug }) => [slug]],
  ['headline', ({ headline }) => [headline]],
  ['standfirst', ({ standfirst }) => (standfirst ? [standfirst] : [])],
  ['byline', ({ byline }) => byline],
  ['copy', everyLine],
  ['caption', (draft) => everyPicture(draft).map(({ caption }) => caption.text)],
  ['alt', (draft) => everyPicture(draft).flatMap(({ alt }) => alt || [])],
  ['note', ({ notes }) => [...notes.public, ...notes.desk]],
]

function changes(before: readonly string[], now: readonly string[]): string[] {
  const lost = without(before, now)
  const fresh = without(now, before)
  return Array.from({ length: Math.max(lost.length, fresh.length) }, (_, at) => {
    const [old, words] = [lost[at], fresh[at]]
    if (old === undefined) return `added is “${cut((words ?? '').split(/\s+/))}”`
    if (words === undefined) return `gone is “${cut(old.split(/\s+/))}”`
    const [was, is] = apart(old.split(/\s+/), words.split(/\s+/))
    return `“${was}” is now “${is}”`
  })
}

/** Those of a list that another lacks, each as often as it is missing. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return all.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** What differs of two lines, with two words of what they share on either side. */
function apart(one: readonly string[], other: readonly string[]): [string, string] {
  const shortest = Math.min(one.length, other.length)
  let start = 0
  while (start < shortest && one[start] === other[start]) start++
  let end = 0
  while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const [from, rest] = [Math.max(0, start - around), Math.max(0, end - around)]
  const part = (words: readonly string[]) =>
    `${from > 0 ? '… ' : ''}${cut(words.slice(from, words.length - rest))}${rest > 0 ? ' …' : ''}`
  return [part(one), part(other)]
}

const around = 2

function cut(words: readonly string[]): string {
  const text = words.slice(0, 30).join(' ')
  return words.length > 30 || text.length > 240 ? `${text.slice(0, 240)} …` : text
}
