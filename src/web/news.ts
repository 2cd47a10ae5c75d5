/** Tells when the journal has grown. `agency.ts` makes one of the process's watch on the journal. */
export type News = {
  /** Calls back at each new entry until the answer is called. */
  on(heard: () => void): () => void
}

/** Somebody who waits for news again and again. What comes while he is at work ends his next waiting at once. */
export type Ear = {
  /** Waits for news, for a second at the longest (what LISTEN lost is found after it), or for `most` milliseconds. */
  wait(most: number): Promise<void>
  close(): void
}

const look = 1000

/** Listens to news from now on, until it is closed; no waiting lasts longer than `signal`. */
export function listenTo(news: News, signal: AbortSignal): Ear {
  let hasHeard = false
  let wake = () => {}
  const off = news.on(() => {
    hasHeard = true
    wake()
  })
  signal.addEventListener('abort', () => wake(), { once: true })
  return {
    async wait(most) {
      if (!hasHeard && !signal.aborted && most > 0)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, Math.min(look, most))
          wake = () => {
            clearTimeout(timer)
            done()
          }
        })
      hasHeard = false
    },
    close: off,
  }
}
