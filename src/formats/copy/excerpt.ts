import { captionFrom } from './caption/caption.ts'
import { isByline } from './credit/byline.ts'
import { isContactLine } from './credit/contact.ts'
import { signOffAt, takeSignOff } from './credit/signoff.ts'
import { bareByline, takeByline } from './credit/take-byline.ts'
import { datelineOf } from './dateline/dateline.ts'
import { isCurrencyNote, isPromotion } from './furniture/asides.ts'
import { areInitials, closingLine } from './furniture/closing.ts'
import { furnitureOf } from './furniture/furniture.ts'
import { anchorOf } from './head/anchor.ts'
import { isAgency } from './lexicon/agency-name.ts'
import { takeTimestamp } from './moment/take-timestamp.ts'
import { timestampOf } from './moment/timestamp.ts'
import { type Notebook, claim, contact, drop, note } from './notebook.ts'
import { blocksOf } from './text/blocks.ts'
import { linesOf } from './text/lines.ts'
import { cut, join } from './text/piece.ts'

/** What a piece of copy is an excerpt of. */
export type Excerpt = 'credits' | 'caption' | 'dateline' | 'furniture'

/** Reads an excerpt as what it is said to be. */
export function readExcerpt(raw: string, as: Excerpt, notebook: Notebook): void {
  const lines = linesOf(raw)
  if (!lines.length) return
  if (as === 'caption') {
    const piece = join(lines)
    const caption = captionFrom(piece.text, notebook.lexicon)
    notebook.reading.captions.push(caption)
    for (const counter of caption.furniture ?? []) notebook.reading.dropped.push({ text: counter, why: 'counter' })
    notebook.reading.blocks.push({ is: 'caption', caption, start: piece.start, end: piece.end })
    claim(notebook, piece, 'captions')
  } else if (as === 'credits') readCredits(lines, notebook)
  else if (as === 'dateline') readDateline(raw, notebook)
  else readFurniture(raw, notebook)
}

function readCredits(lines: ReturnType<typeof linesOf>, notebook: Notebook): void {
  const { lexicon, reading } = notebook
  const whole = join(lines)
  const signed = signOffAt(whole.text, lexicon) ?? null
  if (signed && signed.start === 0) {
    takeSignOff(whole, signed, notebook)
    return
  }
  for (const line of lines) {
    const { text } = line
    const sign = signOffAt(text, lexicon)
    const closing = closingLine(text, lexicon)
    if (sign) {
      const lead = cut(line, 0, sign.start)
      if (lead) {
        const source = /^[\p{L} ]{3,12}:\s*(.+)$/u.exec(lead.text)?.[1]
        if (source && isAgency(source, lexicon)) {
          reading.source = source
          claim(notebook, lead, 'source')
        } else drop(notebook, lead, 'before the credits')
      }
      takeSignOff(line, sign, notebook)
    } else if (closing?.source) {
      reading.source ??= closing.source
      const head = cut(line, 0, text.indexOf(closing.source) + closing.source.length)
      if (head) claim(notebook, head, 'source')
      drop(notebook, cut(line, text.indexOf(closing.source) + closing.source.length), 'initials')
    } else if (closing) drop(notebook, line, 'end of the take')
    else if (isContactLine(text, lexicon)) contact(notebook, line)
    else if (isCurrencyNote(text)) note(notebook, line)
    else if (isByline(text, lexicon)) takeByline(line, notebook)
    else if (areInitials(text)) drop(notebook, line, 'initials')
    else if (isPromotion(text) || furnitureOf(text, lexicon)) drop(notebook, line, 'words of the page')
    else {
      reading.unsure.push({ text, why: 'no credit seen in it' })
      note(notebook, line)
    }
  }
}

function readDateline(raw: string, notebook: Notebook): void {
  const { lexicon, reading } = notebook
  const blocks = blocksOf(linesOf(raw))
  const { at } = anchorOf(blocks, new Set(), lexicon)
  blocks.forEach((block, i) => {
    const found = i === Math.max(at, 0) || !reading.dateline ? datelineOf(block.text, lexicon) : null
    if (found && !reading.dateline) {
      reading.dateline = found.dateline
      if (found.byline) reading.byline.push(bareByline(found.byline, notebook))
      if (found.note) reading.notes.push(found.note)
      const head = cut(block, 0, found.end)
      if (head) claim(notebook, head, 'dateline')
      const rest = cut(block, found.end)
      if (rest) body(rest.text, rest.start, rest.end)
    } else if (isByline(block.text, lexicon)) takeByline(block, notebook)
    else body(block.text, block.start, block.end)
  })
  function body(text: string, start: number, end: number) {
    reading.body.push(text)
    reading.blocks.push({ is: 'paragraph', text, start, end })
    notebook.claims.push({ field: 'body', start, end })
  }
}

/** A piece of a page: lines of the page are dropped, moments read, everything else kept. */
function readFurniture(raw: string, notebook: Notebook): void {
  const { lexicon, reading } = notebook
  const blocks = blocksOf(linesOf(raw))
  const known = blocks.filter(({ text }) => furnitureOf(text, lexicon) ?? timestampOf(text, lexicon)).length
  const { at, dateline } = anchorOf(blocks, new Set(), lexicon)
  const story = dateline !== undefined || at > 1
  blocks.forEach((block, i) => {
    const { text } = block
    if (takeTimestamp(block, notebook)) return
    const why = furnitureOf(text, lexicon)
    if (why || (!story && known * 2 >= blocks.length)) return drop(notebook, block, why ?? 'among words of the page')
    if (isByline(text, lexicon)) return takeByline(block, notebook)
    if (!reading.headline && i !== at && story) {
      reading.headline = text
      return claim(notebook, block, 'headline')
    }
    const found = i === at && dateline ? dateline : null
    if (found) {
      reading.dateline = found.dateline
      const head = cut(block, 0, found.end)
      if (head) claim(notebook, head, 'dateline')
    }
    const rest = found ? cut(block, found.end) : block
    if (!rest) return
    reading.body.push(rest.text)
    reading.blocks.push({ is: 'paragraph', text: rest.text, start: rest.start, end: rest.end })
    claim(notebook, rest, 'body')
  })
}
