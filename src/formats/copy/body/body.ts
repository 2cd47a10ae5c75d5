import { readCaptionAt, standsOverCredit } from '../caption/captions.ts'
import { headedLine } from '../caption/headed.ts'
import { isByline, isJobLine } from '../credit/byline.ts'
import { isContactLine } from '../credit/contact.ts'
import { isReachLine } from '../credit/reach.ts'
import { signOffAt, takeSignOff } from '../credit/signoff.ts'
import { takeByline } from '../credit/take-byline.ts'
import { isCurrencyNote, isPromotion } from '../furniture/asides.ts'
import { closingLine } from '../furniture/closing.ts'
import { elsewhere, furnitureOf, isCounter, isRule } from '../furniture/furniture.ts'
import { headsLinks, isAboutWriter, isLoudLink, offersLetter } from '../furniture/page-links.ts'
import { isChangeNote, isCorrectionNote, takeChangeNote } from '../head/change-note.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { takeTimestamp } from '../moment/take-timestamp.ts'
import { timestampOf } from '../moment/timestamp.ts'
import { type Notebook, claim, contact, doubt, drop, note } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { fold, wordsIn } from '../text/fold.ts'
import { cut } from '../text/piece.ts'
import { isProse, isSentence } from '../text/prose.ts'
import { readLast, sign } from './ending.ts'
import { paragraph } from './paragraph.ts'
import { hangsUnder, isEmptyLabel, isLink, isStray } from './stray.ts'
import { isSubhead, takeSubhead } from './subhead.ts'

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
      !hangsUnder(blocks, i, lexicon) &&
      !standsOverCredit(blocks, i, lexicon)
    )
      return i
  }
  return 0
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
  const pictured = headedLine(text, lexicon)?.sure === true
  if (tail && i > 0 && !pictured && isCorrectionNote(text, notebook)) return takeChangeNote(block, notebook)
  const signed = signOffAt(text, lexicon, tail || i >= place.last)
  if (signed) {
    const lead = cut(block, 0, signed.start)
    if (lead) readLast(lead, notebook)
    const rest = takeSignOff(block, signed, notebook)
    place.ended = true
    if (rest) paragraph(rest, notebook)
    return
  }
  const standing = { last: i >= place.last, ended: place.ended }
  if (pictured && readCaptionAt(blocks, i, notebook, standing)) return
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
  if (readCaptionAt(blocks, i, notebook, standing)) return
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
  if (isSubhead(blocks, i, place.last)) return takeSubhead(block, notebook)
  if (i > place.last && isStray(block, notebook)) {
    doubt(notebook, text, 'a few words without a full stop after the copy; dropped')
    return drop(notebook, block, 'short line after the copy')
  }
  if (i >= place.last) readLast(block, notebook)
  else paragraph(block, notebook)
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
