import { isIdeograph } from './fold.ts'
import type { Line } from './lines.ts'
import { type Piece, join } from './piece.ts'

/** What the eye sees as one: a paragraph whose lines were wrapped is one block, everything else is one line. */
export type Block = Piece & {
  gap: number
  indent: number
  tag?: string
  /** Lines of a drawn table, or items after a bullet, keep their form. */
  wide: boolean
  bullet?: string
}

/**
 * Makes blocks of lines. Lines belong together when they were wrapped: either the copy marks its paragraphs by an indent, or
 * the lines between two empty ones are filled to one width. `exported` says that only empty lines end a block; `opens` tells
 * a line that begins a block wherever it stands, if the line before is closed or begins one too.
 */
export function blocksOf(
  lines: readonly Line[],
  exported = false,
  opens: (text: string) => boolean = () => false,
): Block[] {
  const indented = !exported && marksByIndent(lines)
  // What stands above the first indent was not marked by it: the head of a take goes by its width.
  const marked = indented ? Math.max(0, lines.findIndex(isMarked)) : 0
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    let end = at + 1
    while (end < lines.length && lines[end]!.gap === 0 && !lines[end]!.tag && end !== marked) end++
    for (const [from, to] of exported ? [[at, end] as const] : groups(lines, at, end, indented && at >= marked, opens))
      blocks.push(blockOf(lines.slice(from, to)))
    at = end
  }
  return blocks
}

function blockOf(lines: readonly Line[]): Block {
  const [first] = lines as [Line]
  const piece = join(lines, glue)
  const bullet = bulletOf(piece.text)
  return {
    ...piece,
    gap: first.gap,
    indent: first.indent,
    wide: first.wide,
    ...(first.tag ? { tag: first.tag } : {}),
    ...(bullet ? { bullet } : {}),
  }
}

/** A hyphen at a line's end keeps its word together; scripts without spaces need none. */
function glue(left: string, right: string): string {
  if (/[\p{L}\p{N}]-$/u.test(left) && /^[\p{Ll}\p{N}]/u.test(right)) return ''
  return isIdeograph(left.charCodeAt(left.length - 1)) && isIdeograph(right.charCodeAt(0)) ? '' : ' '
}

/** The bullet or number that opens an item, with the space after it. */
export function bulletOf(text: string): string | undefined {
  return /^(?:(?:[•·▪●○◦■□►▶‣*–—-]|\d{1,2}[.)]|[a-z]\))\s+|[・◎▲△▼◇◆☆★※◦]\s*)(?=\S)/u.exec(text)?.[0]
}

/** Cuts the lines between two empty ones into stretches that were one paragraph each. */
function* groups(
  lines: readonly Line[],
  from: number,
  to: number,
  indented: boolean,
  opens: (text: string) => boolean,
): Generator<readonly [number, number]> {
  const filled = !indented && isFilled(lines, from, to)
  for (let at = from; at < to;) {
    let end = at + 1
    while (
      end < to &&
      continues(lines[end - 1]!, lines[end]!, indented, filled) &&
      !(opens(lines[end]!.text) && (endsSentence(lines[end - 1]!.text) || opens(lines[end - 1]!.text)))
    )
      end++
    yield [at, end]
    at = end
  }
}

function continues(before: Line, line: Line, indented: boolean, filled: boolean): boolean {
  if (line.wide || before.wide || bulletOf(line.text))
    return opensBracket(before.text) && !line.wide && !bulletOf(line.text)
  if (opensBracket(before.text)) return true
  if (indented) return line.indent === 0 && before.width >= 30 && !/^[(（].*[)）]$/u.test(line.text)
  return filled && !(line.indent >= 2 && before.indent < line.indent && endsSentence(before.text))
}

/** A sign-off goes on until its bracket closes. */
function opensBracket(text: string): boolean {
  if (!/^[(（[]/.test(text) || text.length > 400) return false
  let open = 0
  for (const c of text) open += '(（['.includes(c) ? 1 : ')）]'.includes(c) ? -1 : 0
  return open > 0
}

function isMarked({ indent, text }: Line): boolean {
  return indent >= 2 && indent <= 12 && !bulletOf(text)
}

/** Copy whose paragraphs begin with an indent and whose other lines do not. */
function marksByIndent(lines: readonly Line[]): boolean {
  let marked = 0
  let joined = 0
  for (let i = 1; i < lines.length && i < 400; i++) {
    const [before, line] = [lines[i - 1]!, lines[i]!]
    if (line.tag || line.wide || line.width > 100) continue
    if (line.indent >= 2 && line.indent <= 12 && !bulletOf(line.text)) marked++
    else if (
      line.indent === 0 &&
      line.gap === 0 &&
      before.width >= 45 &&
      before.width <= 90 &&
      !endsSentence(before.text)
    )
      joined++
  }
  return (marked >= 1 && joined >= 2) || (marked >= 2 && joined >= 1)
}

/**
 * Whether lines are filled to one width: no line but the last could have taken the first word of the next. Lines that all end
 * a sentence are paragraphs of their own, however long they are.
 */
function isFilled(lines: readonly Line[], from: number, to: number): boolean {
  if (to - from < 2) return false
  let width = 0
  for (let i = from; i < to; i++) width = Math.max(width, lines[i]!.text.length)
  if (width < 40 || width > 100) {
    if (!(width >= 18 && width < 40 && isIdeograph(lines[from]!.text.charCodeAt(width >> 1)))) return false
  }
  let filled = 0
  let open = 0
  let breaks = 0
  for (let i = from; i < to - 1; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!]
    if (line.wide) return false
    const word = isIdeograph(next.text.charCodeAt(0)) ? 1 : (next.text.indexOf(' ') + 1 || next.text.length + 1) - 1
    if (line.text.length + 1 + word > width - 3) filled++
    else breaks++
    if (!endsSentence(line.text)) open++
  }
  // Two short lines say little about a width: only a small letter tells that the second goes on.
  if (to - from === 2 && /^[(（[]/u.test(lines[from + 1]!.text)) return false
  if (to - from === 2 && width < 60 && /^[^\p{Ll}\p{Lo}]/u.test(lines[from + 1]!.text)) return false
  return filled >= 1 && breaks <= (to - from) * 0.25 && open >= (to - from - 1) / 2
}

export function endsSentence(text: string): boolean {
  return /[.!?…。！？।؟:："”»'’)）\]」』]$|[.!?…,]“$/u.test(text.slice(-2))
}
