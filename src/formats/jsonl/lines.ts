import { recordLimit } from '../bytes.ts'

/** A line with its bytes, without the line end. `cut` says that it was longer than a record may be. */
export type Line = { number: number; bytes: Uint8Array; cut: boolean }

/** The lines of a stream that hold something. */
export async function* linesIn(input: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 0
  let waiting: Uint8Array[] = []
  let length = 0
  const line = (): Line => {
    number++
    const bytes = Buffer.concat(waiting)
    const done = { number, bytes, cut: length > recordLimit }
    waiting = []
    length = 0
    return done
  }
  for await (const piece of input) {
    let from = 0
    for (;;) {
      const end = piece.indexOf(10, from)
      keep(piece.subarray(from, end < 0 ? undefined : end))
      if (end < 0) break
      const whole = line()
      if (hasWords(whole.bytes)) yield whole
      from = end + 1
    }
  }
  const last = line()
  if (hasWords(last.bytes)) yield last

  function keep(bytes: Uint8Array): void {
    if (length <= recordLimit) waiting.push(bytes)
    length += bytes.byteLength
  }
}

function hasWords(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 32)
}
