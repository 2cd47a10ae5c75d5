import { isCurrencyNote, isPromotion } from '../furniture/asides.ts'
import { closingOf } from '../furniture/closing.ts'
import { militaryIn } from '../moment/moments.ts'
import { type Notebook, drop, note } from '../notebook.ts'
import { type Piece, cut } from '../text/piece.ts'
import { paragraph } from './paragraph.ts'

/** The last paragraph: end marks and the agency's own mark are taken off. */
export function readLast(piece: Piece, notebook: Notebook): void {
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

/** An agency that signs at the end is the dateline's source when that names none. */
export function sign(source: string, { reading }: Notebook): void {
  if (reading.dateline && !reading.dateline.source) reading.dateline.source = source
  else if (!reading.dateline) reading.source ??= source
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
