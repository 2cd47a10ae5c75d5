import { Unreadable, headOf, unpacked } from './bytes.ts'
import { type Known, type Reader, type Taken } from './format.ts'
import { jsonLines } from './jsonl/read.ts'
import { plainCopy } from './plain/read.ts'
import { reuters21578 } from './reuters-21578/read.ts'
import { problem } from '../story/problem.ts'

/** Every reader, the one that knows its format surest first: plain copy takes whatever is text. */
export const readers: readonly Reader[] = [reuters21578, jsonLines, plainCopy]

/**
 * Reads whatever comes: gzip is opened, the format is told from the first bytes, never from a name. Each record is a
 * draft or a problem; bytes that cannot be read at all, or any further, are a problem too.
 */
export async function* readAny(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  known: Known = {},
): AsyncGenerator<Taken> {
  try {
    const { head, whole } = await headOf(unpacked(pieces(input)), enough)
    if (!head.byteLength) return
    const reader = readers.find((one) => one.detect(head.subarray(0, enough)))
    if (reader) yield* reader.read(whole, known)
    else yield { raw: head, lost: [], problem: problem('file.no-copy', known.file) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield { raw: new Uint8Array(), lost: [], problem: error.problem }
  }
}

/** How many bytes are looked at. */
const enough = 4096

async function* pieces(input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of input) yield piece
}
