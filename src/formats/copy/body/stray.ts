import { furnitureOf } from '../furniture/furniture.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Notebook } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { isIdeograph, wordsIn } from '../text/fold.ts'

/** A headline of another story, as pages hang them under words such as "Related". */
export function isLink({ text, wide }: Block): boolean {
  return (
    !wide &&
    !/\p{Ll}[\p{Ll})”"][.!?…]\s+\p{Lu}|[。！।؟]/u.test(text) &&
    text.length < 110 &&
    wordsIn(text) <= 16 &&
    (!/[.!…]["”»“'’)]*$/u.test(text) || (/(?:\.{3}|…)$/u.test(text) && text.length < 90))
  )
}

/** A short question in the same stretch of lines as words of the page above it: a link. */
export function hangsUnder(blocks: readonly Block[], i: number, lexicon: Lexicon): boolean {
  if (blocks[i]!.text.length > 100 || !blocks[i]!.text.endsWith('?')) return false
  let j = i
  while (j > 0 && blocks[j]!.gap === 0) j--
  return j < i && furnitureOf(blocks[j]!.text, lexicon) !== null
}

/** A few words and a colon. */
export function isEmptyLabel(text: string): boolean {
  return /^[\p{L}\p{M} ]{2,30}[:：]$/u.test(text) && wordsIn(text) <= 3
}

/** A few words after the last sentence: what the page says, not the copy. Lines that go on with a list stay. */
export function isStray({ text, bullet, wide, gap }: Block, { reading }: Notebook): boolean {
  const closed = /[.!?…]["”»“'’)]*$/u.test(reading.body.at(-1) ?? '.')
  if (!bullet && !wide && gap > 0 && closed && /^\p{Lu}/u.test(text) && text.length <= 60)
    return !/[\d"“”«»:;]|[.!?…](?:\s|$)|\)$/u.test(text) && wordsIn(text) <= 7
  if (
    bullet ||
    wide ||
    text.length > 40 ||
    /[\d\p{Lu}"“”«»「」:：]/u.test(text) ||
    wordsIn(text, 9) > (isIdeograph(text.charCodeAt(0)) ? 6 : 4)
  )
    return false
  return (
    /\p{Lo}/u.test(text) &&
    !/[.!?…。！？؟।]$/u.test(text) &&
    /^$|^(?:[-–—•・]|\d+[.)])|[.!?…。！？।؟”」]$/u.test(reading.body.at(-1) ?? '')
  )
}
