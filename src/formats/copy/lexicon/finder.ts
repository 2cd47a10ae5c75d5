import { isLooseCharacter, isWordCharacter } from '../text/letters.ts'

/** What was found, in the shape a regular expression gives. */
export type Found = { 0: string; index: number }

/**
 * Looks for any of a list of phrases in folded text, the leftmost first and the longest of those, as whole words. It is used like a
 * regular expression and takes time for the length of the text alone, however many phrases there are.
 */
export type Finder = {
  lastIndex: number
  exec(text: string): Found | null
  test(text: string): boolean
  [Symbol.replace](text: string, by: string): string
}

/** Where a phrase may stand: anywhere (with `lastIndex`, as a global expression), at the start, or at the end. */
export type Where = 'anywhere' | 'first' | 'start' | 'end'

export function finder(phrases: readonly string[], where: Where): Finder {
  const short = phrases.some((phrase) => phrase.length === 1)
  const buckets = new Map<number, string[]>()
  // Most characters begin no phrase, and most places are inside a word: both are told without a look into the buckets.
  const firsts = new Uint8Array(256)
  for (const phrase of new Set(phrases)) {
    if (!phrase) continue
    const key = keyAt(phrase, 0)
    firsts[phrase.charCodeAt(0) & 255] = 1
    const bucket = buckets.get(key)
    if (bucket) bucket.push(phrase)
    else buckets.set(key, [phrase])
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => b.length - a.length)
  const within = (bucket: readonly string[] | undefined, text: string, index: number): string | null => {
    if (bucket)
      for (const phrase of bucket)
        if (
          text.startsWith(phrase, index) &&
          isBounded(text, index, phrase) &&
          (where !== 'end' || index + phrase.length === text.length)
        )
          return phrase
    return null
  }
  const at = (text: string, index: number): string | null =>
    within(buckets.get(keyAt(text, index)), text, index) ??
    (short ? within(buckets.get(text.charCodeAt(index)), text, index) : null)
  const found: Finder = {
    lastIndex: 0,
    exec(text) {
      let from = where === 'anywhere' ? found.lastIndex : 0
      if (where === 'end') from = Math.max(0, text.length - longest)
      const to = where === 'start' ? Math.min(1, text.length) : text.length
      for (let i = from; i < to; i++) {
        const code = text.charCodeAt(i)
        if (!firsts[code & 255] || (i > 0 && isWordCharacter(text.charCodeAt(i - 1)) && !isLooseCharacter(code)))
          continue
        const phrase = at(text, i)
        if (phrase === null) continue
        if (where === 'anywhere') found.lastIndex = i + phrase.length
        return { 0: phrase, index: i }
      }
      if (where === 'anywhere') found.lastIndex = 0
      return null
    },
    test: (text) => found.exec(text) !== null,
    [Symbol.replace](text, by) {
      const first = found.exec(text)
      return first ? text.slice(0, first.index) + by + text.slice(first.index + first[0].length) : text
    },
  }
  let longest = 0
  for (const bucket of buckets.values()) longest = Math.max(longest, bucket[0]!.length)
  return found
}

/** Two characters in one number; a phrase of one has only its own. */
function keyAt(text: string, at: number): number {
  return at + 1 < text.length ? (text.charCodeAt(at + 1) + 1) * 65536 + text.charCodeAt(at) : text.charCodeAt(at)
}

/** A phrase of letters begins and ends where a word does; scripts without spaces touch their neighbours. */
function isBounded(text: string, at: number, phrase: string): boolean {
  const end = at + phrase.length
  if (at > 0 && isWordCharacter(text.charCodeAt(at - 1)) && !isLooseCharacter(phrase.charCodeAt(0))) return false
  return (
    end >= text.length ||
    !isWordCharacter(text.charCodeAt(end)) ||
    isLooseCharacter(phrase.charCodeAt(phrase.length - 1))
  )
}
