import type { Lexicon } from '../lexicon/lexicon.ts'

/**
 * Where "and" is one letter written onto the next name (`نهى سمير وطارق عزمي`, `ליאת קורן ואסף נוי`): the stretches to cut out, the space
 * and the letter. A name that begins with the letter itself stays whole.
 */
export function joinedCuts(text: string, { joined }: Lexicon): { start: number; end: number }[] {
  if (!joined) return []
  const cuts: { start: number; end: number }[] = []
  let from = 0
  for (const found of text.matchAll(new RegExp(`\\s+${joined}(?=\\p{L}{2})`, 'gu'))) {
    const word = /^\s+(\p{L}+)/u.exec(text.slice(found.index))?.[1] ?? ''
    const before = text
      .slice(from, found.index)
      .split(/[,،;؛]/u)
      .at(-1)!
      .trim()
    if (!before || ownLetter.has(word)) continue
    cuts.push({ start: found.index, end: found.index + found[0].length })
    from = found.index + found[0].length
  }
  return cuts
}

/** First and family names of Arabic that begin with the letter that also means "and". */
const ownLetter = new Set(
  'وليد وائل وسيم وسام وجيه وجدي وحيد وديع وداد وفاء وفيق ولاء وهيب وهبة ورد وردة ونيس وصفي وضاح وعد وئام والي وهاب وليم ويليام وطفة وجيهة وسن وصال ورقة وردي'.split(
    ' ',
  ),
)

/**
 * The place that a language marks on the word itself, before or after the name (`Jale Korkut Londra'da`, `दिल्ली में विकास गुप्ता`,
 * `מיכל רז בעמאן`). `shared` says that it stands after the name, so that names before it worked there too.
 */
export function placedName(
  text: string,
  { placeForms }: Lexicon,
): { name: string; place: string; shared: boolean } | null {
  for (const form of placeForms) {
    const groups = form.exec(text.trim())?.groups
    if (!groups?.['name'] || !groups['place']) continue
    const [name, place] = [groups['name'].trim(), groups['place'].trim()]
    return { name, place, shared: text.trim().startsWith(name) }
  }
  return null
}
