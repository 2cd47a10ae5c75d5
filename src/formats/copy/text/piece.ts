/**
 * A stretch of the input as a reader sees it: `text` is decoded, without markup, with single spaces; `start` and `end` are where
 * it stands in the input. `marks` are pairs (place in the text, place in the input) wherever the two do not run in step;
 * null when they do all the way.
 */
export type Piece = { text: string; start: number; end: number; marks: readonly number[] | null }

/** Where the character at `index` of a piece's text stands in the input. */
export function rawAt(piece: Piece, index: number): number {
  const { marks } = piece
  if (index >= piece.text.length) return piece.end
  if (!marks) return piece.start + index
  let low = 0
  let high = marks.length / 2 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (marks[middle * 2]! <= index) low = middle
    else high = middle - 1
  }
  return marks[low * 2 + 1]! + index - marks[low * 2]!
}

/** The part of a piece between two places of its text, trimmed; null when nothing is left. */
export function cut(piece: Piece, from: number, to: number = piece.text.length): Piece | null {
  const { text } = piece
  let start = from
  let end = Math.min(to, text.length)
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (start >= end) return null
  const first = rawAt(piece, start)
  const last = end === text.length ? piece.end : rawAt(piece, end)
  if (!piece.marks) return { text: text.slice(start, end), start: first, end: Math.max(last, first), marks: null }
  const marks: number[] = [0, first]
  for (let i = 0; i < piece.marks.length; i += 2) {
    const at = piece.marks[i]!
    if (at > start && at < end) marks.push(at - start, piece.marks[i + 1]!)
  }
  return { text: text.slice(start, end), start: first, end: Math.max(last, first), marks }
}

/** Several pieces read as one, with `glue` between them (a space, or nothing where a script has none). */
export function join(pieces: readonly Piece[], glue: (left: string, right: string) => string = () => ' '): Piece {
  const first = pieces[0]!
  if (pieces.length === 1) return first
  const marks: number[] = []
  const texts: string[] = []
  let length = 0
  for (const piece of pieces) {
    if (length) {
      const between = glue(texts.at(-1)!, piece.text)
      texts.push(between)
      length += between.length
    }
    if (piece.marks)
      for (let i = 0; i < piece.marks.length; i += 2) marks.push(length + piece.marks[i]!, piece.marks[i + 1]!)
    else marks.push(length, piece.start)
    texts.push(piece.text)
    length += piece.text.length
  }
  return { text: texts.join(''), start: first.start, end: pieces.at(-1)!.end, marks }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 160 || code === 0x3000 || (code >= 9 && code <= 13)
}
