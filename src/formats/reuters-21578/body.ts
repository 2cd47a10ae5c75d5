import { type Block } from '../../story/copy.ts'
import { plain } from '../../story/text.ts'

/**
 * Hard-wrapped lines as blocks: a line that stands in by three spaces or more begins a paragraph, an empty one ends it,
 * one at the margin goes on. Lines with columns stay as they are, together. The end mark is taken off.
 */
export function blocksOf(text: string): Block[] {
  const lines = withoutEndMark(text.split('\n').map((line) => line.replaceAll('\t', '    ').trimEnd()))
  const blocks: Block[] = []
  for (const group of groupsOf(lines)) {
    if (group.columns) blocks.push({ is: 'preformatted', text: group.lines.join('\n') })
    else blocks.push({ is: 'paragraph', text: plain(joined(group.lines)) })
  }
  return blocks
}

type Group = { columns: boolean; lines: string[] }

function groupsOf(lines: readonly string[]): Group[] {
  const groups: Group[] = []
  let open: Group | undefined
  for (const line of lines) {
    if (!line.trim()) {
      open = undefined
      continue
    }
    const columns = hasColumns(line)
    const begins = !open || open.columns !== columns || (!columns && /^ {3,}/.test(line))
    if (begins || !open) groups.push((open = { columns, lines: [] }))
    open.lines.push(line)
  }
  return groups
}

/** Two gaps of three spaces, or a row of dots, inside a line: figures under each other, not prose. */
function hasColumns(line: string): boolean {
  const inside = line.trim()
  return /\.{4,}/.test(inside) || /-{5,}/.test(inside) || (inside.match(/\S {3,}(?=\S)/g)?.length ?? 0) >= 1
}

/** Lines as one; a word that was parted after its hyphen keeps it. */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim().replace(/ {2,}/g, ' '))
    .reduce((before, line) => (/[A-Za-z0-9]-$/.test(before) ? before + line : `${before} ${line}`).trim(), '')
}

function withoutEndMark(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim())
  return last >= 0 && /^\s*reuters?\s*(?:\.{3}|\/+)?\s*$/i.test(lines[last] ?? '') ? lines.slice(0, last) : [...lines]
}
