import { readCaptionAt } from '../caption/captions.ts'
import { headedLine } from '../caption/headed.ts'
import { isByline, isJobLine, isNameLine } from '../credit/byline.ts'
import { isContactLine } from '../credit/contact.ts'
import { takeByline } from '../credit/take-byline.ts'
import { furnitureOf } from '../furniture/furniture.ts'
import { takeTimestamp } from '../moment/take-timestamp.ts'
import { type Notebook, claim, contact, doubt, drop, note } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { fold, wordsIn } from '../text/fold.ts'
import { isHeading, isProse } from '../text/prose.ts'
import { isChangeNote, isPlainChange, takeChangeNote } from './change-note.ts'
import { type Lead, headlineAt, keyOf, takeHeadline } from './headline.ts'
import { takeSignedMoment } from './signed-moment.ts'
import { isWireSlug } from './slug.ts'
import { takeSignalLine } from './take-signal.ts'

/**
 * Reads what stands above the copy: headline, moments, bylines, section, standfirst, pictures and the furniture between them.
 * `blocks` end before the copy; `after` is its first words, in which a headline may be glued. An input without prose is all head: `copy` then gets
 * what stands under the headline.
 */
export function readHead(
  blocks: readonly Block[],
  repeated: ReadonlySet<number>,
  after: string,
  notebook: Notebook,
  copy?: (block: Block) => void,
): void {
  const { reading, lexicon } = notebook
  const candidates: Block[] = []
  let byline = -2
  let above = -1
  let signed = false
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const { text } = block
    const pictured = headedLine(text, lexicon)?.sure === true
    if (above < 0 && (reading.byline.length || reading.published || reading.updated)) {
      above = candidates.length
      signed = reading.byline.length > 0
    }
    if (isHeading(block)) candidates.push(block)
    else if (
      repeated.has(i) &&
      (text.length > 160 || isCutOff(text) || (isProse(text) && (candidates.length > 0 || above >= 0)))
    )
      drop(notebook, block, 'repeated below')
    else if (/^https?:\/\/\S+$/u.test(text)) takeAddress(block, notebook)
    else if (takeSignalLine(block, notebook)) continue
    else if (takeSignedMoment(block, notebook) || takeTimestamp(block, notebook)) continue
    else if (!pictured && (isChangeNote(text, notebook) || (candidates.length && isPlainChange(text, notebook))))
      takeChangeNote(block, notebook)
    else if (
      isByline(text, lexicon) ||
      (i === byline + 1 && isJobLine(text, lexicon) && text !== blocks[i + 1]?.text)
    ) {
      takeByline(block, notebook)
      byline = i
    } else if (i + 1 < blocks.length || !candidates.length || block.bullet) {
      const why = pictured ? null : furnitureOf(text, lexicon)
      if (
        why &&
        !(why === 'words of the page' && lexicon.sections.has(fold(text)) && !candidates.length && !reading.section)
      )
        drop(notebook, block, why)
      else if (readCaptionAt(blocks, i, notebook, { inHead: true }))
        i += notebook.reading.captions.at(-1) && consumedNext(blocks, i, notebook) ? 1 : 0
      else if (isWireSlug(text) || (block.bullet === '* ' && !copy)) note(notebook, block)
      else if (isContactLine(text, lexicon)) contact(notebook, block)
      else if (
        lexicon.advisories.test(fold(text).replace(/^[\s([*^]+/u, '')) &&
        wordsIn(text) > 2 &&
        /[:([]|--/u.test(text.slice(0, 40))
      )
        note(notebook, block)
      else candidates.push(block)
    } else {
      const why = pictured ? null : furnitureOf(text, lexicon)
      if (why) drop(notebook, block, why)
      else if (!readCaptionAt(blocks, i, notebook, { inHead: true })) candidates.push(block)
    }
  }
  settle(candidates, { above, signed }, after, notebook, copy)
}

/** A teaser ends in dots where the copy goes on. */
function isCutOff(text: string): boolean {
  return /(?:\.{2,}|…)\s*$/u.test(text)
}

/** Whether the caption just read took the next block too, as its credit line. */
function consumedNext(blocks: readonly Block[], i: number, { claims }: Notebook): boolean {
  const next = blocks[i + 1]
  return next !== undefined && claims.at(-1)?.start === next.start && claims.at(-1)?.field === 'captions'
}

/** Chooses the headline among what is left, and finds a place for the rest. */
function settle(
  candidates: readonly Block[],
  lead: Lead,
  after: string,
  notebook: Notebook,
  copy: ((block: Block) => void) | undefined,
): void {
  const { reading, lexicon } = notebook
  const at =
    copy && !candidates.some(({ tag }) => tag)
      ? Math.min(0, candidates.length - 1)
      : headlineAt(candidates, lead, after, notebook)
  const headline = candidates[at]
  if (headline) takeHeadline(headline, notebook)
  const plain = headline ? keyOf(headline.text) : ''
  let named = -1
  candidates.forEach((block, i) => {
    if (i === at) return
    const { text } = block
    const key = keyOf(text)
    if (
      plain &&
      !copy &&
      (key === plain ||
        (key.length > plain.length && key.endsWith(plain)) ||
        (key.length > 24 && plain.startsWith(key)))
    )
      return drop(notebook, block, 'headline again')
    const label = wordsIn(text, 6) <= 4 && !/[.!?]$/u.test(text)
    if (i < at || at < 0) {
      if (label && !reading.section && (lexicon.sections.has(fold(text)) || i === 0)) {
        reading.section = text
        return claim(notebook, block, 'section')
      }
      doubt(notebook, text, 'stands above the headline and is neither section nor moment')
      return drop(notebook, block, 'above the headline')
    }
    if (
      (isNameLine(text, lexicon) && !reading.byline.length) ||
      (named === i - 1 && i > 0 && isJobLine(text, lexicon))
    ) {
      named = i
      return takeByline(block, notebook)
    }
    if (copy) return copy(block)
    if (lexicon.sections.has(fold(text)) && !reading.section) {
      reading.section = text
      return claim(notebook, block, 'section')
    }
    if (label && !reading.standfirst && !/\p{Lu}/u.test(text[0]!) && /\p{L}/u.test(text[0]!) && /\p{Ll}/u.test(text))
      return drop(notebook, block, 'label')
    if (reading.standfirst === undefined) {
      reading.standfirst = text
      claim(notebook, block, 'standfirst')
      if (label) doubt(notebook, text, 'a short line between headline and copy, taken for the standfirst')
      return
    }
    doubt(notebook, text, 'a second line between headline and copy, put among the notes')
    note(notebook, block)
  })
}

function takeAddress(block: Block, notebook: Notebook): void {
  if (notebook.reading.url) return drop(notebook, block, 'address')
  notebook.reading.url = block.text
  claim(notebook, block, 'url')
}
