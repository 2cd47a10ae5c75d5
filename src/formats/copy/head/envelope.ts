import { type Notebook, drop } from '../notebook.ts'
import { type Block, blocksOf } from '../text/blocks.ts'
import { type Line, linesOf } from '../text/lines.ts'
import { join } from '../text/piece.ts'

/** The elements of tagged wire records that hold copy; what stands in others is dropped as the envelope. */
const fields = {
  headline: /<(title|headline|head)(?:\s[^<>]*)?>/i,
  date: /<(date|date_time|pubdate)(?:\s[^<>]*)?>/i,
  byline: /<(author|byline)(?:\s[^<>]*)?>/i,
  dateline: /<(dateline)(?:\s[^<>]*)?>/i,
  body: /<(body)(?:\s[^<>]*)?>/i,
  text: /<(text)(?:\s[^<>]*)?>/i,
} as const

/**
 * The blocks of a record whose parts are tagged (`<TITLE>`, `<DATELINE>`, `<BODY>`), in the order a story has them; null when the
 * input is no such record. The dateline is joined with the first paragraph, as wires print it.
 */
export function envelopeBlocks(raw: string, notebook: Notebook): Block[] | null {
  if (!isRecord(raw)) return null
  const lower = raw.toLowerCase()
  const inside = (field: RegExp): Line[] => inElement(raw, lower, field)
  const part = (field: RegExp): Block[] => blocksOf(inside(field))
  const headline = part(fields.headline).map((block) => ({ ...block, tag: 'h1' }))
  const marked = inside(fields.body)
  const lines = marked.length ? marked : inside(fields.text)
  const dateline = inside(fields.dateline)
  if (!lines.length && !headline.length) return null
  const [first, ...rest] = lines
  // The body begins in the middle of the line that the dateline opened, so its indent is the dateline's.
  const opened = first && dateline.length ? { ...first, ...join([...dateline, first]), width: 80 } : first
  const joined = opened && { ...opened, indent: Math.max(opened.indent, 4) }
  const opening = blocksOf(joined ? [joined, ...rest] : dateline)
  const blocks = [
    ...(headline.length > 1 ? [{ ...headline[0]!, ...join(headline) }] : headline),
    ...part(fields.date),
    ...part(fields.byline),
    ...opening,
  ]
  dropEnvelope(raw, blocks, notebook)
  return blocks
}

/** The lines inside the first element of a name; a text with elements of its own begins behind the last of them. */
function inElement(raw: string, lower: string, field: RegExp): Line[] {
  const found = field.exec(raw)
  if (!found) return []
  let from = found.index + found[0].length
  const close = lower.indexOf(`</${found[1]!.toLowerCase()}>`, from)
  const end = close < 0 ? raw.length : close
  if (/^text$/i.test(found[1]!))
    for (const inner of ['title', 'author', 'dateline'])
      from = Math.max(
        from,
        lower.lastIndexOf(`</${inner}>`, end) < from ? from : lower.lastIndexOf(`</${inner}>`, end) + inner.length + 3,
      )
  return linesOf(raw.slice(from, end)).map((line) => ({
    ...line,
    start: line.start + from,
    end: line.end + from,
    marks: line.marks?.map((mark, i) => (i % 2 ? mark + from : mark)) ?? null,
  }))
}

/** Whether the input is one tagged record: of an archive, or with at least a dateline or a body marked. */
function isRecord(raw: string): boolean {
  if (!raw.includes('<')) return false
  if (/^\s*<(?:REUTERS|DOC)\b/.test(raw) && /<(?:TITLE|TEXT|HEADLINE)\b/.test(raw)) return true
  return /<(?:DATELINE|BODY|HEADLINE|BYLINE)>/.test(raw) && /<\/?(?:REUTERS|DOC|TEXT|TITLE|DATE|UNKNOWN)\b/.test(raw)
}

function dropEnvelope(raw: string, blocks: readonly Block[], notebook: Notebook): void {
  let at = 0
  for (const { start, end } of blocks.toSorted((a, b) => a.start - b.start)) {
    if (start > at && raw.slice(at, start).trim())
      drop(notebook, { text: raw.slice(at, start).trim(), start: at, end: start, marks: null }, 'envelope')
    at = Math.max(at, end)
  }
  if (raw.slice(at).trim())
    drop(notebook, { text: raw.slice(at).trim(), start: at, end: raw.length, marks: null }, 'envelope')
}
