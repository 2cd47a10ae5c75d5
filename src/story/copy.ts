import { type Picture } from './picture.ts'
import { type Language, type Run, textOf } from './text.ts'

/** The text of a story: blocks in reading order. Every door renders these, and nothing else is copy. */
export type Copy = readonly Block[]

/** One block of copy. `language` is set where a block is written in another tongue than its story. */
export type Block = (
  | { is: 'paragraph'; text: readonly Run[] }
  | { is: 'subhead'; level: 2 | 3 | 4; text: readonly Run[] }
  | { is: 'quotation'; paragraphs: readonly (readonly Run[])[]; speaker?: readonly Run[] }
  | { is: 'list'; ordered: boolean; items: readonly (readonly Run[])[] }
  | Table
  | { is: 'preformatted'; text: string }
  | { is: 'picture'; picture: Picture }
  | Embed
  | Slot
) & { language?: Language }

/** Rows of cells. `head` and `foot` are rows too; a column whose body is figures is set right by the doors. */
export type Table = {
  is: 'table'
  caption?: readonly Run[]
  head: readonly Row[]
  rows: readonly Row[]
  foot: readonly Row[]
}

export type Row = readonly (readonly Run[])[]

/** Something of another service. It is a link until a reader asks for more; nothing third-party loads by itself. */
export type Embed = { is: 'embed'; provider: string; address: string; title: string; fallback: string }

/** A place in the copy that a door fills (a related story, a module). It leaves no hole when there is nothing. */
export type Slot = { is: 'slot'; kind: 'related' | 'module'; story?: string; label?: string }

/** All words of a block as plain lines, as counting, search and plain-text doors need them. */
export function linesOf(block: Block): string[] {
  switch (block.is) {
    case 'paragraph':
    case 'subhead':
      return [textOf(block.text)]
    case 'quotation':
      return [...block.paragraphs.map(textOf), ...(block.speaker ? [textOf(block.speaker)] : [])]
    case 'list':
      return block.items.map(textOf)
    case 'table':
      return [
        ...(block.caption ? [textOf(block.caption)] : []),
        ...[...block.head, ...block.rows, ...block.foot].map((row) => row.map(textOf).join('\t')),
      ]
    case 'preformatted':
      return block.text.split('\n')
    case 'picture':
      return block.picture.caption.text ? [block.picture.caption.text] : []
    case 'embed':
      return [block.fallback || block.title]
    case 'slot':
      return []
    default:
      return block satisfies never
  }
}

/** The whole copy as lines of text. */
export function copyLines(copy: Copy): string[] {
  return copy.flatMap(linesOf)
}
