/** A text as lines of at most 80 columns, with a label of up to eleven letters before the first. */
export function wrap(text: string, label: string): string[] {
  const indent = label ? 12 : 0
  const lines: string[] = []
  let line = label.padEnd(indent)
  let empty = true
  for (const word of text.split(/\s+/u)) {
    if (!empty && line.length + 1 + word.length > 80) {
      lines.push(line)
      line = ' '.repeat(indent)
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}
