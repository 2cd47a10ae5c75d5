import { readCaptionAt } from '../caption/captions.ts'
import { isByline, isJobLine } from '../credit/byline.ts'
import { isContactLine } from '../credit/contact.ts'
import { isReachLine } from '../credit/reach.ts'
import { signOffAt, takeSignOff } from '../credit/signoff.ts'
import { takeByline } from '../credit/take-byline.ts'
import { isCurrencyNote, isPromotion } from '../furniture/asides.ts'
import { closingLine, closingOf } from '../furniture/closing.ts'
import { elsewhere, furnitureOf, isCounter, isRule } from '../furniture/furniture.ts'
import { headsLinks, isAboutWriter, isLoudLink, offersLetter } from '../furniture/page-links.ts'
import { isChangeNote, isCorrectionNote, takeChangeNote } from '../head/head.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { militaryIn } from '../moment/moments.ts'
import { takeTimestamp } from '../moment/take-timestamp.ts'
import { timestampOf } from '../moment/timestamp.ts'
import { type Notebook, claim, contact, doubt, drop, note } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { fold, isIdeograph, wordsIn } from '../text/fold.ts'
import { type Piece, cut } from '../text/piece.ts'
import { isProse, isSentence } from '../text/prose.ts'

/** Where the copy stands: still going, or signed off, so that what follows is the page again. */
type Place = {
  ended: boolean
  ruled: boolean
  contacts: boolean
  last: number
  page?: boolean
  linked?: boolean
  links?: boolean
}

/** Reads the copy itself: paragraphs, subheads, lists, tables, captions between them, sign-off and what comes after. */
export function readBody(blocks: readonly Block[], notebook: Notebook): void {
  const place: Place = { ended: false, ruled: false, contacts: false, last: lastProse(blocks, notebook) }
  for (let i = 0; i < blocks.length; i++) {
    const before = notebook.claims.length
    readBlock(blocks, i, place, notebook)
    // A caption may have taken its credit line along.
    if (blocks[i + 1] && notebook.claims.slice(before).some(({ start }) => start === blocks[i + 1]!.start)) i++
  }
}

/** The last block that is prose and neither credit nor note: what is short and follows it is no subhead. */
function lastProse(blocks: readonly Block[], notebook: Notebook): number {
  const { lexicon } = notebook
  for (let i = blocks.length - 1; i > 0; i--) {
    const { text } = blocks[i]!
    if (
      isSentence(text) &&
      wordsIn(text, 9) >= 5 &&
      !/^[([（]/u.test(text) &&
      !furnitureOf(text, lexicon) &&
      !isCorrectionNote(text, notebook) &&
      !offersLetter(text, true) &&
      !isAboutWriter(blocks[i]!, true, notebook.reading) &&
      !signOffAt(text, lexicon) &&
      !hangsUnder(blocks, i, lexicon)
    )
      return i
  }
  return 0
}

/** A short question in the same stretch of lines as words of the page above it: a link. */
function hangsUnder(blocks: readonly Block[], i: number, lexicon: Lexicon): boolean {
  if (blocks[i]!.text.length > 100 || !blocks[i]!.text.endsWith('?')) return false
  let j = i
  while (j > 0 && blocks[j]!.gap === 0) j--
  return j < i && furnitureOf(blocks[j]!.text, lexicon) !== null
}

function readBlock(blocks: readonly Block[], i: number, place: Place, notebook: Notebook): void {
  const { lexicon, reading } = notebook
  const block = blocks[i]!
  const { text } = block
  const short = text.length < 400
  const tail = i > place.last || place.ended
  if (!short && !/[)）\]]/u.test(text.slice(-60)) && i < place.last) return paragraph(block, notebook)
  if (short) {
    if (isCounter(text)) {
      if (tail) return drop(notebook, block, 'counter')
      doubt(notebook, text, 'a score or a counter in the middle of the copy; kept')
      return paragraph(block, notebook)
    }
    if (isRule(text)) {
      place.ruled ||= i >= place.last || place.ended
      return drop(notebook, block, 'rule')
    }
    const closing = closingLine(text, lexicon)
    if (closing && (tail || i === blocks.length - 1)) {
      if (closing.source && !place.page) sign(closing.source, notebook)
      place.ended = true
      return drop(notebook, block, 'end of the take')
    }
  }
  if (short && lexicon.standards.test(fold(text)) && /[:：]/u.test(text.slice(0, 40)) && tail) {
    reading.standards = text
    return claim(notebook, block, 'standards')
  }
  if (tail && i > 0 && isCorrectionNote(text, notebook)) return takeChangeNote(block, notebook)
  const signed = signOffAt(text, lexicon, tail || i >= place.last)
  if (signed) {
    const lead = cut(block, 0, signed.start)
    if (lead) readLast(lead, notebook)
    const rest = takeSignOff(block, signed, notebook)
    place.ended = true
    if (rest) paragraph(rest, notebook)
    return
  }
  if (short) {
    const why = !block.bullet || tail || listIsFurniture(blocks, i, notebook) ? furnitureOf(text, lexicon) : null
    if (why && (why === elsewhere || !(isEmbedded(blocks, i, place) && wordsIn(text) > 12))) {
      if (tail) place.page = true
      place.links = headsLinks(text)
      place.linked = place.links || (why === 'words of the page' && wordsIn(text) <= 5)
      return drop(notebook, block, why)
    }
    if (offersLetter(text, tail)) return drop(notebook, block, 'offer of a letter')
    if (isLoudLink(blocks, i, reading)) return drop(notebook, block, 'link in capitals')
    if (isAboutWriter(block, tail, reading) && !isContactLine(text, lexicon)) return note(notebook, block)
    // Lines right under a heading of the page, without a full stop, are its links.
    place.linked &&=
      (block.gap === 0 || (place.links === true && isLink(block))) &&
      (place.ended || !isSentence(text)) &&
      wordsIn(text) <= 16
    if (place.linked) return drop(notebook, block, 'under words of the page')
    if (/^[([（【{*]/u.test(text) && readAside(block, tail, notebook)) return
    if (place.contacts && block.gap === 0 && tail) return contact(notebook, block)
    place.contacts = false
    if (isContactLine(text, lexicon) && (tail || wordsIn(text) < 8)) {
      place.contacts = /[:：]$/u.test(text)
      return contact(notebook, block)
    }
    if (tail && /^#{1,4}\s/u.test(text)) place.ruled = true
    if (tail && isStamp(text, lexicon)) return readStamp(block, notebook)
  }
  if (readCaptionAt(blocks, i, notebook, false, i >= place.last)) return
  if (place.ruled && tail) return note(notebook, block)
  if (short && lexicon.advisories.test(fold(text)) && /[:]/u.test(text.slice(0, 40)) && tail)
    return note(notebook, block)
  if (place.ended) return readAfter(block, notebook)
  if (tail && place.page && isLink(block)) return drop(notebook, block, 'under words of the page')
  if (
    short &&
    i < 4 &&
    !reading.body.length &&
    (isByline(text, lexicon) || (reading.byline.length && isJobLine(text, lexicon)))
  )
    return takeByline(block, notebook)
  if (
    i > place.last &&
    isEmptyLabel(text) &&
    blocks.slice(i + 1, i + 3).every((next) => isEmptyLabel(next.text) || furnitureOf(next.text, lexicon))
  )
    return drop(notebook, block, 'label with nothing under it')
  if (isSubhead(blocks, i, place)) return subhead(block, notebook)
  if (i > place.last && isStray(block, notebook)) {
    doubt(notebook, text, 'a few words without a full stop after the copy; dropped')
    return drop(notebook, block, 'short line after the copy')
  }
  if (i >= place.last) readLast(block, notebook)
  else paragraph(block, notebook)
}

/** The last paragraph: end marks and the agency's own mark are taken off. */
function readLast(piece: Piece, notebook: Notebook): void {
  const { reading, lexicon } = notebook
  const closing = closingOf(piece.text, lexicon)
  const kept = closing ? cut(piece, 0, closing.end) : piece
  if (kept) withoutSum(kept, notebook)
  if (!closing) return
  const military = militaryIn(closing.trailer, lexicon)
  if (military && !reading.published) reading.published = military.iso
  if (closing.source) sign(closing.source, notebook)
  drop(notebook, cut(piece, closing.end), 'end of the take')
}

/** An exchange rate in brackets at the end is a note for the desk, a promotion is dropped. */
function withoutSum(piece: Piece, notebook: Notebook): void {
  const sum = /\s*[(（]([^()（）]{4,200})[)）]\.?$/u.exec(piece.text)
  const ended = sum !== null && /[.!?”"»)]$/u.test(piece.text.slice(0, sum.index))
  const promoted =
    sum !== null &&
    ended &&
    /\bwww\.|https?:|\w\.\w{2,}\/|\bblog\b|click|\bhere\s*$/iu.test(sum[1]!) &&
    isPromotion(sum[1]!)
  if (!sum || !(isCurrencyNote(sum[1]!) || promoted)) return paragraph(piece, notebook)
  const kept = cut(piece, 0, sum.index)
  if (kept) paragraph(kept, notebook)
  const rest = cut(piece, sum.index)
  if (rest && promoted) drop(notebook, rest, 'promotion')
  else if (rest) note(notebook, rest)
}

/** An agency that signs at the end is the dateline's source when that names none. */
function sign(source: string, { reading }: Notebook): void {
  if (reading.dateline && !reading.dateline.source) reading.dateline.source = source
  else if (!reading.dateline) reading.source ??= source
}

/** Brackets of their own: exchange rates, notes of changes, contacts, promotions. False when it is copy. */
function readAside(block: Block, tail: boolean, notebook: Notebook): boolean {
  const { text } = block
  if (isCurrencyNote(text)) note(notebook, block)
  else if (isChangeNote(text, notebook)) takeChangeNote(block, notebook)
  else if (isContactLine(text, notebook.lexicon) || (/^[([（]/u.test(text) && /@[\w-]+\.\w|\(at\)/u.test(text) && tail))
    contact(notebook, block)
  else if (/^[([（]/u.test(text) && isPromotion(text) && tail) drop(notebook, block, 'promotion')
  else return false
  return true
}

/** After the sign-off: prose is kept with a doubt, lines without a full stop are the page's. */
function readAfter(block: Block, notebook: Notebook): void {
  if (!block.wide && isReachLine(block.text, notebook.lexicon)) return contact(notebook, block)
  if (isProse(block.text) && !block.bullet) {
    doubt(notebook, block.text, 'prose after the sign-off; kept in the copy')
    return paragraph(block, notebook)
  }
  if (block.wide || (block.text.match(/\d[\d.,/]*/gu)?.length ?? 0) > 2) {
    doubt(notebook, block.text, 'figures after the sign-off; kept in the copy')
    return paragraph(block, notebook)
  }
  drop(notebook, block, 'after the sign-off')
}

function isStamp(text: string, lexicon: Lexicon): boolean {
  const stamp = timestampOf(text, lexicon)
  return stamp !== null && !stamp.said
}

function readStamp(block: Block, notebook: Notebook): void {
  const { reading, lexicon } = notebook
  const stamp = timestampOf(block.text, lexicon)
  if (stamp?.published && !stamp.updated && !reading.published) return void takeTimestamp(block, notebook)
  drop(notebook, block, stamp?.updated && !stamp.published ? 'when the page was changed' : 'moment again')
}

/** A bulleted line of which most neighbours are furniture too. */
function listIsFurniture(blocks: readonly Block[], i: number, { lexicon }: Notebook): boolean {
  let all = 0
  let known = 0
  for (let j = Math.max(0, i - 4); j < Math.min(blocks.length, i + 5); j++) {
    if (!blocks[j]!.bullet) continue
    all++
    if (furnitureOf(blocks[j]!.text, lexicon)) known++
  }
  return known * 2 > all
}

/** Between two blocks of prose. */
function isEmbedded(blocks: readonly Block[], i: number, place: Place): boolean {
  return i > 0 && i < place.last && isProse(blocks[i - 1]!.text) && isProse(blocks[i + 1]?.text ?? '')
}

function isEmptyLabel(text: string): boolean {
  return /^[\p{L}\p{M} ]{2,30}[:：]$/u.test(text) && wordsIn(text) <= 3
}

/** A headline of another story, as pages hang them under words such as "Related". */
function isLink({ text, wide }: Block): boolean {
  return (
    !wide &&
    !/\p{Ll}[\p{Ll})”"][.!?…]\s+\p{Lu}|[。！।؟]/u.test(text) &&
    text.length < 110 &&
    wordsIn(text) <= 16 &&
    (!/[.!…]["”»“'’)]*$/u.test(text) || (/(?:\.{3}|…)$/u.test(text) && text.length < 90))
  )
}

/** A few words after the last sentence: what the page says, not the copy. Lines that go on with a list stay. */
function isStray({ text, bullet, wide, gap }: Block, { reading }: Notebook): boolean {
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

/** Short, without a full stop, with prose under it. */
function isSubhead(blocks: readonly Block[], i: number, place: Place): boolean {
  const { text, tag, bullet, wide } = blocks[i]!
  if (tag && /^h[2-6]$/.test(tag)) return true
  if (i >= place.last || wide || i === 0) return false
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

function subhead(block: Block, { reading, claims }: Notebook): void {
  reading.subheads.push(block.text)
  reading.blocks.push({ is: 'subhead', text: block.text, start: block.start, end: block.end })
  claims.push({ field: 'subheads', start: block.start, end: block.end })
}

/** Adds a paragraph, an item of a list or a row of a table. */
export function paragraph(piece: Piece | Block, notebook: Notebook): void {
  const { reading } = notebook
  const { text, start, end } = piece
  reading.body.push(text)
  claim(notebook, piece, 'body')
  const bullet = 'bullet' in piece ? piece.bullet : undefined
  const wide = 'wide' in piece && piece.wide
  const last = reading.blocks.at(-1)
  const item = bullet === undefined ? text : text.slice(bullet.length)
  if (bullet !== undefined && !/^[–—-]\s/u.test(bullet)) {
    if (last?.is === 'list') {
      last.items.push(item)
      last.end = end
    } else reading.blocks.push({ is: 'list', ordered: /^\d/.test(bullet), items: [item], start, end })
  } else if (wide) {
    if (last?.is === 'table') {
      last.rows.push([text])
      last.end = end
    } else reading.blocks.push({ is: 'table', rows: [[text]], start, end })
  } else if ('tag' in piece && piece.tag === 'blockquote') reading.blocks.push({ is: 'quotation', text, start, end })
  else reading.blocks.push({ is: 'paragraph', text, start, end })
}
