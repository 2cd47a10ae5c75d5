import { type Draft, emptyDraft } from '../../src/story/story.ts'
import { directionOf, plain } from '../../src/story/text.ts'

/** An invented story of the bench, with the instant at which the public first had it. */
export type Invented = { id: string; at: number; draft: Draft }

export const first = Date.parse('2007-01-01T00:00:00Z')
export const last = Date.parse('2026-11-25T00:00:00Z')

/**
 * Invented stories, the same at every run: words of Zipf's law in six languages, 120 to 500 of them, sections, places
 * and people of as uneven a frequency, spread evenly over twenty years in order of time.
 */
export function* invented(n: number): Generator<Invented> {
  const random = seeded(1851)
  for (let at = 0; at < n; at++) {
    const tongue = tongues[weighted(random, shares)]!
    const word = () => tongue.words[zipf(random, tongue.words.length)]!
    const sentence = (length: number) => {
      const words = Array.from({ length }, word).join(tongue.between)
      return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
    }
    const length = 120 + Math.floor(random() * random() * 380)
    const copy = Array.from({ length: Math.ceil(length / 60) }, () => ({
      is: 'paragraph' as const,
      text: plain(`${sentence(20)}${tongue.stop} ${sentence(20)}${tongue.stop} ${sentence(20)}${tongue.stop}`),
    }))
    const person = people[zipf(random, people.length)]!
    yield {
      id: `bench-${String(at).padStart(8, '0')}`,
      at: first + Math.floor(((last - first) * (at + random())) / n),
      draft: {
        ...emptyDraft(tongue.language, directionOf(tongue.language)),
        slug: `bench-${at}`,
        headline: sentence(8),
        copy,
        sections: [`section-${zipf(random, 10)}`],
        dateline: { places: [{ name: places[zipf(random, places.length)]! }] },
        byline: [`By ${person}`],
        credits: [{ role: 'byline', people: [{ name: person }] }],
      },
    }
  }
}

/** The word of a rank in a language: 0 is the commonest that is not a stop word. */
export function wordOf(language: string, rank: number): string {
  const { words, stops } = tongues.find((one) => one.language === language)!
  return words[stops + rank]!
}

export function placeOf(rank: number): string {
  return places[rank]!
}

export function personOf(rank: number): string {
  return people[rank]!
}

/** Evenly spread numbers from 0 to 1, the same at every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A rank by Zipf's law: the nth comes about one nth as often as the first. */
function zipf(random: () => number, n: number): number {
  return Math.min(n - 1, Math.floor((n + 1) ** random()) - 1)
}

function weighted(random: () => number, weights: readonly number[]): number {
  let left = random()
  return Math.max(
    0,
    weights.findIndex((weight) => (left -= weight) < 0),
  )
}

function lexicon(
  seed: number,
  n: number,
  stops: string,
  syllables: string,
  lengths: readonly [number, number],
): string[] {
  const random = seeded(seed)
  const parts = syllables.split(' ')
  const words = new Set(stops.split(' '))
  while (words.size < n) {
    const length = lengths[0] + Math.floor(random() * (lengths[1] - lengths[0] + 1))
    words.add(Array.from({ length }, () => parts[Math.floor(random() * parts.length)]!).join(''))
  }
  return [...words]
}

const latin =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bran cres dol fen gart hol kan lim mor nes pol rud sti tor vel'
const arabic = 'با تي ثو جا حي خو دا ري زو سا شي صو طا عي فو قا كي لو ما ني هو وا'
const kanji =
  '山 川 田 口 水 木 火 土 日 月 金 東 西 南 北 中 京 都 市 町 村 国 人 大 小 高 海 港 空 船 車 道 橋 駅 学 校 会 社 新 古 年 時 分 春 夏 秋 冬'

type Tongue = { language: string; between: string; stop: string; stops: number; words: readonly string[] }

function tongue(language: string, seed: number, stops: string, syllables: string, between = ' ', stop = '.'): Tongue {
  const n = between ? 40_000 : 8_000
  return {
    language,
    between,
    stop,
    stops: stops.split(' ').length,
    words: lexicon(seed, n, stops, syllables, between ? [2, 4] : [1, 3]),
  }
}

const tongues: readonly Tongue[] = [
  tongue('en', 1, 'the of to and in a is that for on was with as he at by it from had be', latin),
  tongue('de', 2, 'der die und in den von zu das mit sich des auf für ist im dem nicht ein', `${latin} ü ö ä ß`),
  tongue('fr', 3, 'de la le et les des en un du une que est pour qui dans a par', `${latin} é è ç ê`),
  tongue('es', 4, 'de la que el en y a los se del las un por con no una su', `${latin} ó á ñ í`),
  tongue('ar', 5, 'في من على إلى أن عن مع هذا كان التي', arabic),
  tongue('ja', 6, 'の に は を が で と も', kanji, '', '。'),
]
const shares = [0.6, 0.12, 0.1, 0.08, 0.05, 0.05]
const places = lexicon(7, 400, 'Ostra Kessary', latin, [2, 3]).map(named)
const people = lexicon(8, 3000, 'ilse tomas', latin, [2, 3]).map((name, at) => `${named(name)} ${named(wordAt(at))}`)

function named(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}

function wordAt(at: number): string {
  return tongues[0]!.words[100 + at]!
}
