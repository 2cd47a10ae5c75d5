import type { Block, Row } from '../../story/copy.ts'
import { plain } from '../../story/text.ts'

/**
 * Rows as the wire draws them, with tabs, bars or runs of spaces between the cells. When every row has as many cells it is
 * a table (with a head, when the first row alone has no figures after its first cell); else the lines stay as they are drawn.
 */
export function tableOf(drawn: string): Block {
  const lines = drawn.split(/\r\n?|\n/).filter((line) => line.trim())
  for (const between of betweens) {
    const rows = lines.map((line) => cellsOf(line, between)).filter((cells) => !isRule(cells))
    const width = rows[0]?.length ?? 0
    if (rows.length < 2 || width < 2 || rows.some((cells) => cells.length !== width)) continue
    const [first = [], ...rest] = rows
    const figures = (cells: readonly string[]): boolean => cells.slice(1).some((cell) => /^\W*\p{Nd}/u.test(cell))
    const hasHead = !figures(first) && rest.some(figures)
    const toRow = (cells: readonly string[]): Row => cells.map((cell) => plain(cell))
    return { is: 'table', head: hasHead ? [toRow(first)] : [], rows: (hasHead ? rest : rows).map(toRow), foot: [] }
  }
  return { is: 'preformatted', text: lines.join('\n') }
}

const betweens = [/\t+/, /\s*\|\s*/, /\s{2,}/]

function cellsOf(line: string, between: RegExp): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .trim()
    .split(between)
    .map((cell) => cell.trim())
}

/** `----- | -----`: the line under a head. */
function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[-=+_:]+$/.test(cell))
}
