import { everyLine, everyPicture, type Running } from './running.ts'
import { type Copy } from './copy.ts'
import { type Picture } from './picture.ts'

/** What of a story has words that readers read. */
type Saying = {
  headline: string
  standfirst?: string
  copy: Copy
  running?: Running
  pictures: readonly Picture[]
}

/** Every line that a reader reads: headline, standfirst, copy and entries, captions and what stands for pictures. */
export function everyWord(story: Saying): string[] {
  return [
    story.headline,
    ...(story.standfirst ? [story.standfirst] : []),
    ...everyLine(story),
    ...everyPicture(story).flatMap(({ caption, alt }) => [caption.text, alt]),
  ]
}

/**
 * Whether words stand in a line, whatever its capitals and spaces. A figure is not found inside a longer one (`12` in `3.12`),
 * nor a word at the end of another; endings may follow, since many languages bend their words.
 */
export function holds(line: string, words: string): boolean {
  const [text, wanted] = [folded(line), folded(words)]
  if (!wanted) return false
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (!joins(text.slice(0, at), wanted) && !goesOn(wanted, text.slice(at + wanted.length))) return true
  return false
}

function joins(before: string, words: string): boolean {
  return /^\p{N}/u.test(words)
    ? /\p{N}[.,٫٬]?$/u.test(before)
    : new RegExp(`^${spaced}`, 'u').test(words) && new RegExp(`${spaced}$`, 'u').test(before)
}

function goesOn(words: string, after: string): boolean {
  return /\p{N}$/u.test(words) && /^[.,٫٬]?\p{N}/u.test(after)
}

/** Letters of scripts that set spaces between words and put nothing before one. */
const spaced = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Devanagari}]'

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
