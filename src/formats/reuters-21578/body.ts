import { type Block } from '../../story/copy.ts'
import { plain } from '../../story/text.ts'

/**
 * Hard-wrapped lines as blocks: a line that stands in by three spaces or more begins a paragraph, an empty one ends it,
 * one at the margin goes on. Lines with columns stay as they are, together. The end mark is taken off.
 */
export function blocksOf(text: string): Block[] {
  const lines = withoutEndMark(
    text.split('\n').map((line) => line.replaceAll('\t', '    ').replace(/(?:\^M)?\s*$/, '')),
  )
  const blocks: Block[] = []
  for (const group of groupsOf(lines.flatMap(parted))) {
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

/** Two paragraphs on one line: a sentence ends, there is a gap, and another begins. */
function parted(line: string): string[] {
  return line.replace(/([A-Za-z0-9)][.?!]["')]?) {3,}(?=["A-Z]\S* \S+ \S+)/g, '$1\n    ').split('\n')
}

/** A gap of three spaces inside a line, or a row of dots or dashes up to a figure: columns, not prose. */
function hasColumns(line: string): boolean {
  const inside = line.trim()
  return /\.{6,}|\S\.{4,}[\dN(]|-{5,}|\S {3,}\S/.test(inside)
}

/** Lines as one; a word that was parted after its hyphen keeps it. */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim().replace(/ {2,}/g, ' '))
    .reduce((before, line) => (/[A-Za-z0-9]-$/.test(before) ? before + line : `${before} ${line}`).trim(), '')
}

/** The mark stands alone on the last line, or after its last sentence, in capitals or not, at times with a desk's initials. */
function withoutEndMark(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim())
  if (last < 0) return []
  const kept = (lines[last] ?? '').replace(endMark, '')
  // Some stand twice.
  return kept === lines[last] ? lines.slice(0, last + 1) : withoutEndMark([...lines.slice(0, last), kept])
}

const endMark =
  /(?:^\s*(?:[Rr]euters?|REUTERS?)|(?<=[.?!"')]\s*)[Rr]euter|\s+REUTER)(?:\.{3}|\/+)?(?: [A-Z]{1,3})?\.?\s*$/
