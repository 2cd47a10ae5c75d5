import { pipeline } from 'node:stream/promises'
import { PassThrough, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Problem, problem } from '../story/problem.ts'

/** An input that cannot be read any further. Readers catch it and give its problem as the last thing taken. */
export class Unreadable extends Error {
  readonly problem: Problem

  constructor(told: Problem) {
    super(told.code)
    this.problem = told
  }
}

/** The most bytes that a packed file may unpack to (4 GB), and the most that one record may have (20 MB). */
export const unpackedLimit = 4_000_000_000
export const recordLimit = 20_000_000

/**
 * The bytes of a file, unpacked when it is a gzip (RFC 1952), however it is called. What grows beyond `limit`, or is
 * broken half-way, ends in `Unreadable`: the bytes before it have been given.
 */
export async function* unpacked(input: AsyncIterable<Uint8Array>, limit = unpackedLimit): AsyncGenerator<Uint8Array> {
  const { head, whole } = await headOf(input, 2)
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* whole
    return
  }
  const out = new PassThrough({ highWaterMark: 1 << 18 })
  const flow = pipeline(Readable.from(whole, { objectMode: false }), createGunzip(), out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  let given = 0
  try {
    for await (const piece of out as AsyncIterable<Uint8Array>) {
      given += piece.byteLength
      if (given > limit) throw new Unreadable(problem('file.too-large', undefined, { limit: String(limit) }))
      yield piece
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new Unreadable(problem('file.unreadable', undefined, { why: `gzip: ${why}` }))
  } finally {
    out.destroy()
    await flow
  }
}

/** The first bytes of an input (at least `size`, if it has so many), and the whole of it again. */
export async function headOf(
  input: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const pieces = input[Symbol.asyncIterator]()
  const early: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const next = await pieces.next()
    if (next.done) break
    early.push(next.value)
    length += next.value.byteLength
  }
  async function* whole() {
    try {
      yield* early
      for (;;) {
        const next = await pieces.next()
        if (next.done) return
        yield next.value
      }
    } finally {
      await pieces.return?.()
    }
  }
  return { head: Buffer.concat(early), whole: whole() }
}

/** All bytes of an input that must be one record; more than `limit` end in `Unreadable`. */
export async function collected(input: AsyncIterable<Uint8Array>, limit = recordLimit): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of input) {
    length += piece.byteLength
    if (length > limit) throw new Unreadable(problem('file.too-large', undefined, { limit: String(limit) }))
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Bytes as an input in one piece. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
