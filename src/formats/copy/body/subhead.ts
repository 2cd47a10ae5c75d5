import type { Notebook } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { wordsIn } from '../text/fold.ts'
import { isProse, isSentence } from '../text/prose.ts'

/** Whether a block is a subhead: short, without a full stop, with prose under it. `last` is the last block of prose. */
export function isSubhead(blocks: readonly Block[], i: number, last: number): boolean {
  const { text, tag, bullet, wide } = blocks[i]!
  if (tag && /^h[2-6]$/.test(tag)) return true
  if (i >= last || wide || i === 0) return false
  const numbered = bullet !== undefined && /^\d/.test(bullet)
  if (bullet && !numbered) return false
  const bare = numbered ? text.slice(bullet.length) : text
  // Agencies of the East and of Turkey quote their subheads.
  const quoted =
    bare === bare.toUpperCase() && /^["“«「『][^"“”«»「」『』]{3,70}[^"“”«»「」『』.!?。…,;:\s]["”»」』]$/u.test(bare)
  if (text.length > 90 || wordsIn(text) > 11) return false
  if (!quoted && (/[.!。！।…,;:：”"»]["'’)\]]*$/u.test(text) || /^["“«„(（]/u.test(bare))) return false
  const next = blocks[i + 1]
  const asked = text.endsWith('?') && next !== undefined && isSentence(next.text)
  // Capitals over a list are a subhead too; a line that ends in a colon leads the list and was told before.
  const overList = next?.bullet !== undefined && text === text.toUpperCase() && text !== text.toLowerCase()
  // A few words between two sentences are one too, however short the paragraph under them.
  const few =
    !bullet &&
    !/\d/.test(text) &&
    text.length <= 40 &&
    wordsIn(text) <= 5 &&
    next?.bullet === undefined &&
    isSentence(blocks[i - 1]!.text) &&
    isSentence(next?.text ?? '') &&
    /^[\p{Lu}\p{Lo}«"“]/u.test(bare)
  if (!next || (!overList && !few && ((!asked && !isProse(next.text)) || wordsIn(next.text, 40) < 6))) return false
  if ((bare.match(/\d[\d.,/]*/gu)?.length ?? 0) > 1) return false
  if (numbered) return bare === bare.toUpperCase() || !blocks[i + 1]?.bullet
  return !/\d\s*$/u.test(text) || bare === bare.toUpperCase()
}

/** Takes a block for a subhead. */
export function takeSubhead(block: Block, { reading, claims }: Notebook): void {
  reading.subheads.push(block.text)
  reading.blocks.push({ is: 'subhead', text: block.text, start: block.start, end: block.end })
  claims.push({ field: 'subheads', start: block.start, end: block.end })
}
