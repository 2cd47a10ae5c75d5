import { entityAt } from './entities.ts'
import { hiddenIn } from './hidden.ts'
import type { Piece } from './piece.ts'

/**
 * One line of the input: what stands between line ends and block tags. `indent` counts the white space before it, `gap` the empty
 * lines above it, `width` its characters as they stand; `tag` is the tag that opened it; `wide` says that it has runs of spaces inside, as drawn tables have.
 */
export type Line = Piece & { indent: number; gap: number; width: number; tag?: string; wide: boolean }

/** The lines of the input that hold something to read. Leaked markup and entities are decoded; scripts, styles and comments are no lines. */
export function linesOf(raw: string): Line[] {
  const lines: Line[] = []
  let ends = 0
  let tag: string | undefined
  const take = (start: number, end: number) => {
    const line = lineOf(raw, start, end, skips)
    if (!line) return
    lines.push({ ...line, gap: Math.max(0, ends - 1), ...(tag ? { tag } : {}) })
    ends = 0
    tag = undefined
  }
  const breaks = raw.includes('<') ? lineOrTag : lineOnly
  const hidden = hiddenIn(raw)
  const skips = new Map(hidden.map(({ start, end }) => [start, end]))
  let next = 0
  let at = 0
  breaks.lastIndex = 0
  for (let found = breaks.exec(raw); found; found = breaks.exec(raw)) {
    while (next < hidden.length && hidden[next]!.end <= found.index) next++
    if (next < hidden.length && hidden[next]!.start <= found.index) {
      breaks.lastIndex = hidden[next]!.end
      continue
    }
    const name = found[1]?.toLowerCase()
    take(at, found.index)
    at = breaks.lastIndex
    ends += !name || name === 'br' ? 1 : 2
    if (!name) continue
    if (!found[0].startsWith('</') && name !== 'br') tag = name
  }
  take(at, raw.length)
  return lines
}

/** Whether markup stands at a place: the length of a known tag, else 0. */
export function tagLength(raw: string, at: number): number {
  inlineTag.lastIndex = at
  const found = inlineTag.exec(raw)
  return found ? found[0].length : 0
}

const lineOnly = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const lineOrTag =
  /\r\n|[\n\r\v\f\u0085\u2028\u2029]|<\/?(p|br|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|tbody|thead|blockquote|figure|figcaption|section|article|header|footer|aside|nav|main|hr|body|html|head|title|form)(?:\s[^<>]{0,2000})?\/?>/gi
const inlineTag =
  /<\/?(?:a|abbr|acronym|article|aside|b|bdi|bdo|big|blockquote|body|br|button|center|cite|code|dd|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|nobr|noscript|object|ol|option|p|path|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|video)(?:\s[^<>]{0,2000})?\/?>|<!--|-->/iy

/** Characters at which text and input may fall out of step. */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const odd = /[\0-\x1f\x7f-\xa0\u2000-\u200b\u2028-\u202f\u3000\ufeff&<]| {2}/

function lineOf(
  raw: string,
  from: number,
  to: number,
  skips: ReadonlyMap<number, number>,
): (Piece & { indent: number; width: number; wide: boolean }) | null {
  let start = from
  let end = to
  while (start < end && isBlank(raw.charCodeAt(start))) start++
  while (end > start && isBlank(raw.charCodeAt(end - 1))) end--
  if (start === end) return null
  const slice = raw.slice(start, end)
  const indent = start - from
  const width = end - start
  if (!odd.test(slice)) return { text: slice, start, end, marks: null, indent, width, wide: false }
  const piece = decode(raw, start, end, skips)
  return piece && { ...piece, indent, width, wide: /\S(?:\s{3,}|\t+)\S/.test(slice.slice(0, 400)) }
}

function decode(raw: string, start: number, end: number, skips: ReadonlyMap<number, number>): Piece | null {
  const parts: string[] = []
  const marks: number[] = []
  let length = 0
  let expected = -1
  let space = false
  const add = (text: string, at: number) => {
    if (space && length) {
      marks.push(length, at - 1)
      parts.push(' ')
      length++
      expected = at
    }
    space = false
    if (expected !== at) marks.push(length, at)
    parts.push(text)
    length += text.length
    expected = at + text.length
  }
  for (let i = start; i < end;) {
    const code = raw.charCodeAt(i)
    if (code === 38) {
      const entity = entityAt(raw, i)
      if (entity) {
        if (entity.text.trim() === '') space ||= entity.text !== ''
        else add(entity.text, i)
        i = entity.end
        expected = -1
        continue
      }
    } else if (code === 60) {
      const past = skips.get(i) ?? i + tagLength(raw, i)
      if (past > i) {
        i = past
        expected = -1
        continue
      }
    }
    if (isBlank(code)) {
      if (!isNothing(code)) space = true
      i++
      continue
    }
    let next = i + 1
    while (next < end && (isPlain(raw.charCodeAt(next)) || isSingleSpace(raw, next, end))) next++
    add(raw.slice(i, next), i)
    i = next
  }
  return length ? { text: parts.join(''), start, end, marks } : null
}

/** One space between two plain characters runs in step with the text. */
function isSingleSpace(raw: string, at: number, end: number): boolean {
  return raw.charCodeAt(at) === 32 && at + 1 < end && isPlain(raw.charCodeAt(at + 1))
}

function isPlain(code: number): boolean {
  return code !== 38 && code !== 60 && !isBlank(code)
}

/** White space, controls and marks without width that only trouble the reader. */
function isBlank(code: number): boolean {
  if (code <= 32) return true
  if (code < 127) return false
  return (
    code <= 160 ||
    code === 0xfeff ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    (code >= 0x2066 && code <= 0x2069)
  )
}

function isNothing(code: number): boolean {
  return (
    (code < 32 && !(code >= 9 && code <= 13)) ||
    (code >= 127 && code < 160 && code !== 0x85) ||
    code === 0xfeff ||
    code === 0x200b ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  )
}
