import { recordLimit } from '../bytes.ts'

/** A stretch of the stream: a record, or something between records that is none. One character is one byte. */
export type Stretch = { is: 'record' | 'broken'; text: string }

/**
 * Cuts the stream into records, `<REUTERS …>` to `</REUTERS>`. The document type and white space between them are left
 * out; a record that never ends, or is larger than a record may be, comes as `broken`.
 */
export async function* records(input: AsyncIterable<Uint8Array>): AsyncGenerator<Stretch> {
  let rest = ''
  for await (const piece of input) {
    rest += Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')
    let from = 0
    for (;;) {
      const end = rest.indexOf(close, from)
      if (end < 0) break
      yield* stretches(rest.slice(from, end + close.length))
      from = end + close.length
    }
    rest = rest.slice(from)
    if (rest.length > recordLimit) {
      yield { is: 'broken', text: rest }
      rest = ''
    }
  }
  if (rest.trim()) yield { is: 'broken', text: rest }
}

const open = '<REUTERS'
const close = '</REUTERS>'

/** The last opening counts: a record before it that was cut off must not swallow this one. */
function* stretches(text: string): Generator<Stretch> {
  const start = text.lastIndexOf(open)
  const before = start < 0 ? text : text.slice(0, start)
  if (before.includes(open) || start < 0) yield { is: 'broken', text: before.trim() }
  if (start >= 0) yield { is: 'record', text: text.slice(start) }
}
