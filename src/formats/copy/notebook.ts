import type { Lexicon } from './lexicon/lexicon.ts'
import type { Reading } from './reading.ts'
import type { Piece } from './text/piece.ts'
import type { Span } from './text/spans.ts'

/** What the reader has made of the input so far. Every piece is claimed once, for a field or as dropped. */
export type Notebook = { reading: Reading; claims: Span[]; lexicon: Lexicon }

export function openNotebook(lexicon: Lexicon): Notebook {
  const reading: Reading = {
    byline: [],
    body: [],
    captions: [],
    credits: [],
    subheads: [],
    notes: [],
    contact: [],
    signal: null,
    dropped: [],
    unsure: [],
    language: lexicon.code,
    blocks: [],
    spans: [],
  }
  return { reading, claims: [], lexicon }
}

/** Says that a piece went to a field. */
export function claim({ claims }: Notebook, piece: Piece, field: string): void {
  claims.push({ field, start: piece.start, end: piece.end })
}

/** Leaves a piece out of the story and says why. */
export function drop(notebook: Notebook, piece: Piece | null, why: string): void {
  if (!piece) return
  notebook.reading.dropped.push({ text: piece.text, why })
  claim(notebook, piece, 'dropped')
}

/** Puts a piece among the notes for the desk. */
export function note(notebook: Notebook, piece: Piece): void {
  notebook.reading.notes.push(piece.text)
  claim(notebook, piece, 'notes')
}

export function contact(notebook: Notebook, piece: Piece): void {
  notebook.reading.contact.push(withoutLooseBracket(piece.text).replace(/^[\s,;·|–—]+|[\s,;·|–—]+$/gu, ''))
  claim(notebook, piece, 'contact')
}

/** A bracket that closes what was opened before the piece, or opens what is closed behind it, is no part of it. */
function withoutLooseBracket(text: string): string {
  const opened = text.split('(').length - text.split(')').length
  if (opened < 0) return text.replace(/[\s)]+$/u, (end) => end.trim().slice(0, Math.max(0, end.trim().length + opened)))
  return opened > 0 ? text.replace(/^[\s(]+/u, '') : text
}

/** Remembers that a decision could have gone the other way. */
export function doubt({ reading }: Notebook, text: string, why: string): void {
  reading.unsure.push({ text: text.length > 200 ? `${text.slice(0, 200)}…` : text, why })
}
