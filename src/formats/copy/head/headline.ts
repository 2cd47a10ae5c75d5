import { type Notebook, claim, drop } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { fold, wordsIn } from '../text/fold.ts'
import { cut } from '../text/piece.ts'
import { likeness } from './likeness.ts'
import { signalAtEnd, signalOf } from './signal.ts'

/** How many lines stand over the first byline or moment, and whether that was a byline. */
export type Lead = { above: number; signed: boolean }

/** Which of the lines above the copy is the headline; `after` is what the copy begins with. -1 when there are none. */
export function headlineAt(
  candidates: readonly Block[],
  { above, signed }: Lead,
  after: string,
  { lexicon }: Notebook,
): number {
  if (!candidates.length) return -1
  const tagged = candidates.findIndex(({ tag }) => tag === 'h1' || tag === 'title')
  if (tagged >= 0)
    return candidates.findIndex(({ tag }) => tag === 'h1') >= 0
      ? candidates.findIndex(({ tag }) => tag === 'h1')
      : tagged
  // Byline and moment stand under the headline: what comes after them is the page's, when something stands before.
  const under = candidates.slice(0, Math.max(0, above)).some(({ text }) => wordsIn(text, 6) > 3)
  const among = under ? candidates.slice(0, above) : candidates
  const keys = candidates.map(({ text }) => keyOf(text))
  const glued = keyOf(after.slice(0, 240))
  const again = keys.findIndex(
    (key, i) =>
      key.length > 12 &&
      ((glued.startsWith(key) && among.includes(candidates[i]!)) ||
        (keys.some((other, j) => j !== i && Math.min(i, j) < among.length && other.endsWith(key)) &&
          isAbout(candidates[i]!, after))),
  )
  if (again >= 0) return again
  const first = candidates.findIndex(({ text }) => signalOf(text, lexicon))
  if (first >= 0) return first
  const long = candidates.findIndex(({ text }) => wordsIn(text, 6) > 2 && !lexicon.sections.has(fold(text)))
  // A moment may stand over the headline too, which then is the next line.
  const next = under && !signed ? candidates[above] : undefined
  const alike = among.length > (under ? 1 : 5) ? likestAt(among, after, long) : -1
  if (next && !next.text.endsWith('.') && wordsIn(next.text, 4) > 3) {
    const best = among[alike >= 0 ? alike : long]
    if (likeness(next.text, after) > (best ? likeness(best.text, after) : 0) + 1) return above
  }
  if (alike >= 0) return alike
  return long >= 0 ? long : candidates.length > 1 && lexicon.sections.has(fold(candidates[0]!.text)) ? 1 : 0
}

/** Takes a line for the headline, without its signal and its mark of urgency. */
export function takeHeadline(whole: Block, notebook: Notebook): void {
  const { reading, lexicon } = notebook
  const rushed = urgent.exec(whole.text)
  const calm = rushed ? cut(whole, rushed[0].length) : null
  if (calm) drop(notebook, cut(whole, 0, rushed![0].length), 'mark of urgency')
  const block = { ...whole, ...calm }
  const found = signalOf(block.text, lexicon)
  const rest = found ? cut(block, found.end) : null
  if (found && rest) {
    if (!reading.signal || reading.signal.is === 'update' || found.signal.is === 'kill') reading.signal = found.signal
    // `CORRECTED-(OFFICIAL)-Bank lifts rates`: who corrects stands between.
    const who = /^\(\p{Lu}[\p{Lu} ]+\)\s*[-–—:]\s*(?=\S)/u.exec(rest.text)?.[0].length ?? 0
    const lead = cut(block, 0, found.end + who)
    if (lead) claim(notebook, lead, 'signal')
    reading.headline = rest.text.slice(who)
    claim(notebook, rest, 'headline')
    return
  }
  const last = signalAtEnd(block.text, lexicon)
  const before = last ? cut(block, 0, last.start) : null
  if (last && before) {
    reading.signal ??= last.signal
    const mark = cut(block, last.start)
    if (mark) claim(notebook, mark, 'signal')
    reading.headline = before.text
    return claim(notebook, before, 'headline')
  }
  reading.headline = block.text.replace(/^(?:>{2,}|\+{2,}|\*{2,})\s*|\s*(?:\+{2,}|\*{2,})$/gu, '')
  claim(notebook, block, 'headline')
}

/** A line as words alone, to see whether another says the same. */
export function keyOf(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Buttons come again as well as headlines: only these say what the copy says, and none is as long as a caption. */
function isAbout({ text }: Block, after: string): boolean {
  return !after || (text.length < 200 && likeness(text, after) > 0)
}

/** Among the many lines of a page the headline is the one that says most of what the copy begins with. */
function likestAt(candidates: readonly Block[], after: string, chosen: number): number {
  const scores = candidates.map(({ text }) => (text.length < 200 && !text.endsWith('.') ? likeness(text, after) : 0))
  const most = Math.max(...scores)
  return most > 1 && most > (scores[chosen] ?? 0) + 1 ? scores.lastIndexOf(most) : -1
}

/** Words of urgency before a headline, in capitals in every language's wires. */
const urgent =
  /^\s*(?:URGENT[EI]?|EIL(?:MELDUNG)?|FLASH|BREAKING(?: NEWS)?|ALERT[EA]?|BULLETIN|SNAP|ULTIM['’]ORA|[ÚU]LTIMA HORA|СРОЧНО|МОЛНИЯ|[ΕÉ]ΚΤΑΚΤΟ|ΕΠΕΙΓΟΝ|ACİL|SON DAKİKA)\s*[-–—:|/]+\s*(?=\S)/u
