import type { Block } from './blocks.ts'
import { wordsIn } from './fold.ts'

/** Whether the markup says that a block is a heading. */
export function isHeading({ tag }: Block): boolean {
  return tag !== undefined && (/^h[1-6]$/.test(tag) || tag === 'title')
}

/** Long enough for a paragraph and closed like a sentence, or of several sentences. */
export function isProse(text: string): boolean {
  // Chinese, Japanese and Korean say as much in fewer characters.
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(text.slice(0, 12))) return text.length >= 14 && isSentence(text)
  return wordsIn(text, 12) >= 9 && text.length >= 24 && isSentence(text)
}

/** Closed like a sentence. */
export function isSentence(text: string): boolean {
  return /(?:[.!?…。！？।؟]|다|요|음)["”»'’“)）\]」』]*\s*$/u.test(text.slice(-24)) && wordsIn(text, 5) >= 3
}
