import { captionOf } from '../caption/caption.ts'
import { isByline } from '../credit/byline.ts'
import { signOffAt } from '../credit/signoff.ts'
import { type FoundDateline, datelineOf } from '../dateline/dateline.ts'
import { furnitureOf } from '../furniture/furniture.ts'
import { isShouted } from '../lexicon/agency-name.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { timestampOf } from '../moment/timestamp.ts'
import type { Block } from '../text/blocks.ts'
import { wordsIn } from '../text/fold.ts'
import { isHeading, isProse, isSentence } from '../text/prose.ts'
import { signalOf } from './signal.ts'

/** Where the copy begins: the block with the dateline, else the first prose. -1 when nothing reads like copy. */
export type Anchor = { at: number; dateline?: FoundDateline }

/**
 * Finds the first block of the copy. Three paragraphs of prose settle it: a dateline further down belongs to another story. `repeated`
 * holds the blocks that only tease what comes later.
 */
export function anchorOf(blocks: readonly Block[], repeated: ReadonlySet<number>, lexicon: Lexicon): Anchor {
  let prose = 0
  let first = -1
  let weak: Anchor | null = null
  for (let i = 0; i < blocks.length && i < 80; i++) {
    const block = blocks[i]!
    if (repeated.has(i) || isHeading(block)) continue
    const { text } = block
    if (text.length < 140 && timestampOf(text, lexicon)) continue
    if (text.startsWith('http') && !text.includes(' ')) continue
    if (text.length < 160 && signalOf(text, lexicon)) continue
    const found = datelineOf(text, lexicon)
    const rest = found ? text.slice(found.end) : ''
    if (found && isDatelined(found, rest, blocks[i + 1], lexicon)) {
      if (found.sure) return { at: i, dateline: found }
      weak ??= { at: i, dateline: found }
    }
    if (!isProse(text) || captionOf(text, lexicon) || furnitureOf(text, lexicon)) continue
    if (first < 0 && (isQuestioning(blocks, i, lexicon) || standsOverByline(blocks, i, lexicon))) continue
    prose++
    if (first < 0) first = i
    if (weak && weak.at <= first) return weak
    if (prose >= 3) break
  }
  if (first < 0)
    first = blocks.findIndex(
      (block, i) =>
        i > 0 &&
        !repeated.has(i) &&
        !isHeading(block) &&
        (isSentence(block.text) || opensList(blocks, i)) &&
        !furnitureOf(block.text, lexicon) &&
        !captionOf(block.text, lexicon),
    )
  return { at: first }
}

/** Blocks that come again later, whole or as a teaser cut off by dots. */
export function repeatedBlocks(blocks: readonly Block[]): Set<number> {
  const repeated = new Set<number>()
  const last = new Map<string, number>()
  for (let i = Math.min(blocks.length, 60) - 1; i >= 0; i--) {
    const { text } = blocks[i]!
    if (text.length < 60) continue
    const key = text.slice(0, 48)
    const later = last.get(key)
    const teased = /(?:\.{2,}|…)\s*$/u.test(text)
    if (later !== undefined && (teased || blocks[later]!.text === text)) repeated.add(i)
    else last.set(key, i)
  }
  return repeated
}

/** A short first line with a question or an exclamation mark, over a moment or a byline, is a headline. */
function isQuestioning(blocks: readonly Block[], i: number, lexicon: Lexicon): boolean {
  const { text } = blocks[i]!
  if (text.length > 130 || !/[!?？！؟;]["”»']?$/u.test(text)) return false
  const next = blocks[i + 1]
  return (
    next !== undefined &&
    (timestampOf(next.text, lexicon) !== null ||
      isByline(next.text, lexicon) ||
      (i === 0 && blocks.slice(1, 4).some(({ text }) => isProse(text))))
  )
}

/**
 * A standfirst, or a headline with a full stop: one paragraph with a byline or a moment with a clock or a year close under it, and prose only
 * after that.
 */
function standsOverByline(blocks: readonly Block[], i: number, lexicon: Lexicon): boolean {
  if (blocks[i]!.text.length > 330) return false
  let signed = false
  for (let j = i + 1; j < blocks.length && j < i + 40; j++) {
    const { text } = blocks[j]!
    if (furnitureOf(text, lexicon)) continue
    if (isMoment(text, lexicon) || (isByline(text, lexicon) && !/[.!?:]$/u.test(text))) signed = true
    else if (captionOf(text, lexicon)) continue
    else if (isProse(text)) return signed
    else if (signOffAt(text, lexicon) || isSentence(text)) return false
  }
  return false
}

function isMoment(text: string, lexicon: Lexicon): boolean {
  const stamp = text.length < 140 ? timestampOf(text, lexicon) : null
  return stamp !== null && !stamp.said && (stamp.published ?? stamp.updated) !== undefined
}

/** `The winning numbers were:` with a list under it. */
function opensList(blocks: readonly Block[], i: number): boolean {
  const next = blocks[i + 1]
  return (
    /[\p{L})] ?[:：]$/u.test(blocks[i]!.text) &&
    next !== undefined &&
    (next.bullet !== undefined || next.wide || /\d/.test(next.text))
  )
}

function isDatelined(found: FoundDateline, rest: string, next: Block | undefined, lexicon: Lexicon): boolean {
  if (/^(?:file|archive)/iu.test(rest) && captionOf(rest, lexicon)) return false
  if (!rest && captionOf(found.dateline.raw, lexicon)?.credit.photographer) return false
  if (wordsIn(rest, 6) >= 3 || (found.sure && /\p{L}:$/u.test(rest))) return true
  if (rest && found.sure && found.dateline.places.length && found.dateline.places.every(({ name }) => isShouted(name)))
    return true
  return !rest && found.dateline.source !== null && next !== undefined && isSentence(next.text)
}
