import { isUnspaced, withoutParticle, wordsIn } from '../store/search-letters.ts'
import { type Forms } from '../store/views/search-forms.ts'
import { type Term } from '../store/views/search-query.ts'

/** From and to, and which of the words stands there. */
type Span = readonly [from: number, to: number, term: number]

/** A whole text with the words that were looked for between U+E000 and U+E001. `forms` say which words are the same. */
export function marked(text: string, terms: readonly Pick<Term, 'text'>[], forms: Forms): string {
  return withMarks(spansOf(text, terms, forms), text, 0, text.length)
}

/**
 * The piece of a text in which most of the words stand, the first of such pieces, marked likewise; dots where it does not
 * begin or end as the text does. About `length` signs, half of that in scripts without spaces.
 */
export function extract(text: string, terms: readonly Pick<Term, 'text'>[], forms: Forms, length = 220): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  const spans = spansOf(plain, terms, forms)
  const room = isUnspaced(plain) ? Math.floor(length / 2) : length
  const lead = Math.floor(room / 5)
  const first = bestOf(spans, room - lead)
  const from = first < room / 2 ? 0 : wordStart(plain, first - lead)
  const to = wordEnd(plain, from + room)
  return `${from > 0 ? '… ' : ''}${withMarks(spans, plain, from, to)}${to < plain.length ? ' …' : ''}`
}

function spansOf(text: string, terms: readonly Pick<Term, 'text'>[], forms: Forms): Span[] {
  const words = smallWords(text)
  const spans = terms.flatMap(({ text: wanted }, term): Span[] =>
    isUnspaced(wanted)
      ? (wanted.match(runs) ?? []).flatMap((run) => places(text, withoutParticle(run)[0] ?? run, term))
      : sequences(
          words,
          smallWords(wanted).map(({ word }) => word),
          forms,
          term,
        ),
  )
  return merged(spans.toSorted(([one], [other]) => one - other))
}

type Word = { word: string; from: number; to: number }

function smallWords(text: string): Word[] {
  return wordsIn(text).map((one) => ({ ...one, word: one.word.toLowerCase() }))
}

/** Where the wanted words stand one after another, each in any of its forms. */
function sequences(words: readonly Word[], wanted: readonly string[], forms: Forms, term: number): Span[] {
  if (wanted.length === 0) return []
  return words.flatMap((start, at): Span[] => {
    const there = wanted.every((one, n) => same(words[at + n]?.word, one, forms))
    return there ? [[start.from, words[at + wanted.length - 1]!.to, term]] : []
  })
}

function same(one: string | undefined, other: string, forms: Forms): boolean {
  if (one === undefined) return false
  return one === other || Boolean(forms.get(one)?.some((form) => forms.get(other)?.includes(form)))
}

function places(text: string, wanted: string, term: number): Span[] {
  const found: Span[] = []
  const [lower, run] = [text.toLowerCase(), wanted.toLowerCase()]
  if (lower.length !== text.length) return found
  for (let at = lower.indexOf(run); at >= 0; at = lower.indexOf(run, at + run.length))
    found.push([at, at + run.length, term])
  return found
}

const runs = /[\p{L}\p{N}\p{M}ー]+/gu

function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of spans) {
    const before = out.at(-1)
    if (before && span[0] < before[1]) out[out.length - 1] = [before[0], Math.max(before[1], span[1]), before[2]]
    else out.push(span)
  }
  return out
}

/** Where the piece with the most different words begins: a window that slides once over the spans, which lie in their order. */
function bestOf(spans: readonly Span[], room: number): number {
  const there = new Map<number, number>()
  let [best, most, next] = [0, 0, 0]
  for (const [from, , leaves] of spans) {
    for (let span = spans[next]; span && span[1] <= from + room; span = spans[++next])
      there.set(span[2], (there.get(span[2]) ?? 0) + 1)
    if (there.size > most) [best, most] = [from, there.size]
    const left = (there.get(leaves) ?? 0) - 1
    if (left > 0) there.set(leaves, left)
    else there.delete(leaves)
  }
  return best
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space >= 0 && space - at < 30 ? space + 1 : signStart(text, at)
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space >= 0 && at - space < 30 ? space : signStart(text, at)
}

/** Where the sign begins, as readers see it, that stands at a place: it is not cut in two. */
function signStart(text: string, at: number): number {
  return signs.segment(text).containing(at)?.index ?? at
}

const signs = new Intl.Segmenter()

function withMarks(spans: readonly Span[], text: string, from: number, to: number): string {
  const plain = (start: number, end: number): string => text.slice(start, end).replaceAll(/[\ue000\ue001]/g, ' ')
  const pieces: string[] = []
  let done = from
  for (const [start, end] of spans) {
    if (start < from || end > to) continue
    pieces.push(plain(done, start), '\ue000', plain(start, end), '\ue001')
    done = end
  }
  return pieces.join('') + plain(done, to)
}
