import { type Invented, personOf, placeOf, seeded, wordOf } from './invent.ts'

/** A query of the mix: the parameters of its address. `plain` are its words for peers that know no fields; without it they are left out. */
export type Asked = { kind: string; q: string; sort: 'newest' | 'best'; year?: string; plain?: string }

/** How many queries of each kind there are in a round, and in which order they come. */
export function mix(sample: readonly Invented[], each = 12): Asked[] {
  const random = seeded(1904)
  const rank = (from: number, to: number) => from + Math.floor(random() * (to - from))
  const english = sample.filter(({ draft }) => draft.language === 'en')
  const japanese = sample.filter(({ draft }) => draft.language === 'ja')
  const bodyOf = (those: readonly Invented[]) => {
    const [block] = those[rank(0, those.length)]!.draft.copy
    return block?.is === 'paragraph' ? block.text.map(({ text }) => text).join('') : ''
  }
  const kinds: Record<string, (at: number) => { q: string; plain?: string; year?: string }> = {
    rare: () => same(wordOf('en', rank(3000, 30_000))),
    middling: () => same(wordOf('en', rank(100, 1000))),
    frequent: () => same(wordOf('en', rank(0, 30))),
    'two words': () => same(`${wordOf('en', rank(0, 300))} ${wordOf('en', rank(0, 300))}`),
    phrase: () => {
      const words = bodyOf(english).split(/[ .]+/)
      const at = rank(1, words.length - 4)
      const phrase = words.slice(at, at + 3).join(' ')
      return { q: `"${phrase}"`, plain: `"${phrase}"` }
    },
    exclusion: () => {
      const [one, other] = [wordOf('en', rank(20, 400)), wordOf('en', rank(0, 100))]
      return { q: `${one} -${other}`, plain: `${one} -${other}` }
    },
    'in a headline': () => ({ q: `headline:${wordOf('en', rank(0, 1000))}` }),
    'by and place': () => ({ q: `by:"${personOf(rank(0, 100))}" place:${placeOf(rank(0, 20))}` }),
    'one year': () => ({ ...same(wordOf('en', rank(20, 400))), year: String(rank(2008, 2026)) }),
    accents: () => same(wordOf('fr', rank(20, 400))),
    Arabic: () => same(wordOf('ar', rank(20, 400))),
    Japanese: () => ({ q: bodyOf(japanese).slice(3, 3 + rank(2, 5)) }),
    'one Japanese sign': () => ({ q: bodyOf(japanese).slice(2, 3) }),
  }
  const all = Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: each }, (_, at): Asked => ({ kind, ...make(at), sort: at % 2 ? 'best' : 'newest' })),
  )
  return all.toSorted((one, other) => hash(one.q) - hash(other.q))
}

function same(words: string): { q: string; plain: string } {
  return { q: words, plain: words }
}

function hash(text: string): number {
  return [...text].reduce((sum, sign) => Math.imul(sum ^ sign.codePointAt(0)!, 16_777_619) >>> 0, 2_166_136_261)
}
