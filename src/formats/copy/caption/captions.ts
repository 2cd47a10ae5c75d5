import { signOffAt } from '../credit/signoff.ts'
import { closingLine } from '../furniture/closing.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { momentIn } from '../moment/moments.ts'
import { type Notebook, claim, doubt } from '../notebook.ts'
import type { ReadCaption } from '../reading.ts'
import type { Block } from '../text/blocks.ts'
import { fold } from '../text/fold.ts'
import { isSentence } from '../text/prose.ts'
import { captionFrom, captionOf, loneCredit } from './caption.ts'
import type { PictureCredit } from './credit.ts'
import { withoutButtons } from './forms.ts'
import { headedLine } from './headed.ts'

/** Where a block stands: above the copy, as its last prose or after it, or after its end mark. */
export type Standing = { inHead?: boolean; last?: boolean; ended?: boolean }

/**
 * Takes the block at `i` when it is a caption: with a credit of its own, with the credit in the next line, or shaped like one beside another
 * caption. False when it is none.
 */
export function readCaptionAt(
  blocks: readonly Block[],
  i: number,
  notebook: Notebook,
  { inHead = false, last = false, ended = false }: Standing = {},
): boolean {
  const { lexicon, reading } = notebook
  const block = blocks[i]!
  const next = blocks[i + 1]
  if (block.text.length > 1500) return false
  const headed = headedLine(block.text, lexicon)
  if (headed?.is === 'caption' && (headed.sure || !inHead)) {
    const caption = captionFrom(headed.text, lexicon)
    const made = isUncredited(caption) && next ? creditLine(next, inHead, lexicon) : null
    push(made ? { ...caption, ...creditedBy(made) } : caption, made && next ? [block, next] : [block], notebook)
    return true
  }
  const lone = loneCredit(block.text, lexicon)
  if (lone) {
    if (headed && lexicon.eastern) {
      push({ text: '', ...creditedBy(lone), ...(lone.flags.length ? { flags: lone.flags } : {}) }, [block], notebook)
      return true
    }
    push({ ...captionFrom(block.text, lexicon), text: '' }, [block], notebook)
    const caption = reading.captions.at(-1)!
    if (!caption.credit.agency && !caption.credit.photographer)
      caption.credit = { agency: spaced(lone.agency), photographer: lone.photographer }
    else caption.credit.agency = spaced(caption.credit.agency)
    if (
      caption.credit.photographer &&
      caption.credit.agency &&
      !caption.credit.photographer.includes(' ') &&
      block.text.includes(',')
    )
      caption.credit = { agency: `${caption.credit.photographer} / ${caption.credit.agency}`, photographer: null }
    return true
  }
  const own = captionOf(block.text, lexicon)
  if (own && isCredible(own, block, notebook, last)) {
    push(own, [block], notebook)
    return true
  }
  const credit = next ? creditLine(next, inHead, lexicon) : null
  const named = credit && (/^\p{Lu}|^\p{Lo}/u.test(credit.photographer ?? '') || /[:：©]/u.test(next!.text))
  const beside = named && isSentence(withoutButtons(block.text))
  // A sentence of the copy stays there, whatever picture has its credit under it.
  if (credit && next && named && ((beside && (inHead || ended)) || isPlainly(block.text, lexicon))) {
    const joined = captionFrom(`${block.text} (${next.text})`, lexicon)
    const caption = captionFrom(block.text, lexicon)
    const flags = joined.flags ? { flags: joined.flags } : {}
    push({ ...caption, ...creditedBy(credit), ...flags }, [block, next], notebook)
    return true
  }
  if (beside && next?.gap === 0)
    doubt(notebook, block.text, "a picture's credit stands under it; kept in the copy and not taken for its caption")
  if (inHead && looksPictured(block.text, lexicon) && (reading.captions.length || hasFullDate(block.text, lexicon))) {
    push(captionFrom(block.text, lexicon), [block], notebook)
    return true
  }
  return false
}

/** A caption between the end mark of the copy and the line of its credit. */
export function standsOverCredit(blocks: readonly Block[], i: number, lexicon: Lexicon): boolean {
  const [before, next] = [blocks[i - 1], blocks[i + 1]]
  return (
    next !== undefined &&
    next.gap === 0 &&
    before !== undefined &&
    before.text.length < 40 &&
    closingLine(before.text, lexicon) !== null &&
    creditLine(next, false, lexicon) !== null
  )
}

/** The credit that a line is by itself, and no sign-off. */
function creditLine({ text }: Block, inHead: boolean, lexicon: Lexicon): PictureCredit | null {
  if (text.length >= 120 || (!inHead && text.length <= 12)) return null
  return closingLine(text, lexicon) || signOffAt(text, lexicon) ? null : loneCredit(text, lexicon)
}

function isUncredited({ credit }: ReadCaption): boolean {
  return !credit.agency && !credit.photographer
}

function creditedBy({ agency, photographer, via }: PictureCredit): Pick<ReadCaption, 'credit' | 'via'> {
  return { credit: { agency, photographer }, ...(via ? { via } : {}) }
}

/** A sentence that says what a picture shows, or closes with a day and its year behind a comma. */
function isPlainly(text: string, lexicon: Lexicon): boolean {
  if (!hasFullDate(text, lexicon)) return false
  return looksPictured(text, lexicon) || /,\s[^,.]{0,4}\.?[^,.]{2,16}(?:,\s)?\d{4}\.?$/u.test(text)
}

function hasFullDate(text: string, lexicon: Lexicon): boolean {
  const moment = momentIn(text, lexicon)
  return moment?.date.year !== undefined && text.length < 400
}

/** A sentence without a credit that can only be a caption: full date and "left", or the same as others of its kind beside it. */
export function looksPictured(text: string, lexicon: Lexicon): boolean {
  if (text.length > 600 || !isSentence(text)) return false
  const moment = momentIn(text, lexicon)
  return (
    moment !== null &&
    !moment.clock &&
    /(?:\b(?:left|right|center|centre|seen|pictured|poses?|stands?|walks?|waves?|holds?|looks?|speaks?|shows?|attends?|arrives?)\b)/iu.test(
      text,
    )
  )
}

/** In copy, a sentence that closes with an agency's name in brackets is copy, not a caption. */
function isCredible(caption: ReadCaption, { text }: Block, { reading }: Notebook, last: boolean): boolean {
  const { photographer } = caption.credit
  if (
    (photographer && (!last || /[ \p{Lo}]/u.test(photographer) || !isSentence(caption.text))) ||
    caption.flags?.length ||
    caption.via
  )
    return true
  if (
    /photo|foto|bild|image|picture|credit|©|صور|фото|写真|사진|图|צילום|φωτο/iu.test(fold(text).slice(-80)) ||
    /^(?:file|archiv)/iu.test(text)
  )
    return true
  // A dateline with the day at the end, and the sign that parts scene from place, are manners of captions in the East.
  if (
    caption.date &&
    /^[([【].*\d[.\s]*(?:[([].*|\S+@\S+)?$|[＝=].*日.*、|（[^（）]*日[^（）]*、[^（）]+）$/u.test(text) &&
    /\p{Lo}/u.test(text)
  )
    return true
  if (caption.date && text.length < 420) return !last && /[)）\]】]\s*$/u.test(text)
  return !last && reading.body.length === 0 && text.length < 300
}

function push(caption: ReadCaption, pieces: readonly Block[], notebook: Notebook): void {
  notebook.reading.captions.push(caption)
  const [first] = pieces as [Block]
  for (const counter of caption.furniture ?? []) notebook.reading.dropped.push({ text: counter, why: 'counter' })
  notebook.reading.blocks.push({ is: 'caption', caption, start: first.start, end: pieces.at(-1)!.end })
  for (const piece of pieces) claim(notebook, piece, 'captions')
}

function spaced(agency: string | null): string | null {
  return agency?.replace(/\s*[/,]\s*/gu, ' / ') ?? null
}
