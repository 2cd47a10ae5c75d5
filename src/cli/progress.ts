/**
 * How far a long job is: a bar with rate and time left on a terminal, a plain line now and then elsewhere. The total may
 * be bytes, while what is counted are stories: time left comes from the bytes, the rate from the stories.
 */
export type Progress = {
  /** Says that `bytes` of the input and `count` things are done so far. */
  at(bytes: number, count: number): void
  /** Wipes the bar, so that the report begins on a clean line. */
  end(): void
}

type Out = { write(text: string): unknown; isTTY?: boolean; columns?: number }

/** `noun` is what is counted ("stories"); `total` the bytes of the whole input. */
export function progress(noun: string, total: number, out: Out = process.stderr, now = Date.now): Progress {
  const started = now()
  let last = -Infinity
  const every = out.isTTY ? 100 : 5_000
  return {
    at(bytes, count) {
      const time = now()
      if (time - last < every) return
      if (last === -Infinity && !out.isTTY) {
        last = time // the first plain line comes after five seconds: short jobs need none
        return
      }
      last = time
      const seconds = (time - started) / 1000
      const part = total ? Math.min(1, bytes / total) : 0
      const rate = seconds > 0 ? count / seconds : 0
      const left = part > 0.001 ? duration((seconds / part) * (1 - part)) : '…'
      const said = `${count.toLocaleString('en')} ${noun}, ${Math.round(rate).toLocaleString('en')} a second, ${left} left`
      if (!out.isTTY) {
        out.write(`${Math.floor(part * 100)} %: ${said}\n`)
        return
      }
      const width = Math.max(10, Math.min(40, (out.columns ?? 80) - said.length - 8))
      const full = Math.round(part * width)
      out.write(`\r\u001B[K${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(part * 100)} % ${said}`)
    },
    end() {
      if (out.isTTY) out.write('\r\u001B[K')
    },
  }
}

/** Whole minutes and seconds: `4 min 10 s`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
