import { type Block, blocksOf } from './blocks.ts'
import { type Line, linesOf } from './lines.ts'
import { type Notebook, drop } from './notebook.ts'
import { join } from './piece.ts'

/** The elements of tagged wire records that hold copy; what stands in others is dropped as the envelope. */
const fields = {
  headline: 'title|headline|head',
  date: 'date|date_time|pubdate',
  byline: 'author|byline',
  dateline: 'dateline',
  body: 'body|text',
} as const

/**
 * The blocks of a record whose parts are tagged (`<TITLE>`, `<DATELINE>`, `<BODY>`), in the order a story has them; null when the
 * input is no such record. The dateline is joined with the first paragraph, as wires print it.
 */
export function envelopeBlocks(raw: string, notebook: Notebook): Block[] | null {
  if (!/<(?:DATELINE|BODY|HEADLINE|BYLINE)>/.test(raw) || !/<\/?(?:REUTERS|DOC|TEXT|TITLE|DATE|UNKNOWN)\b/.test(raw))
    return null
  const part = (names: string): Block[] => blocksOf(inside(names))
  const inside = (names: string): Line[] => {
    const found = new RegExp(`<(${names})(?:\\s[^<>]*)?>`, 'i').exec(raw)
    if (!found) return []
    const from = found.index + found[0].length
    const close = raw.toLowerCase().indexOf(`</${found[1]!.toLowerCase()}>`, from)
    return linesOf(raw.slice(from, close < 0 ? undefined : close)).map((line) => ({
      ...line,
      start: line.start + from,
      end: line.end + from,
      marks: line.marks?.map((mark, i) => (i % 2 ? mark + from : mark)) ?? null,
    }))
  }
  const headline = part(fields.headline).map((block) => ({ ...block, tag: 'h1' }))
  const lines = inside('body').length ? inside('body') : inside(fields.body)
  const dateline = inside(fields.dateline)
  if (!lines.length && !headline.length) return null
  const [first, ...rest] = lines
  const joined = first && dateline.length ? { ...first, ...join([...dateline, first]), width: 80 } : first
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
