/** Tells when the journal has grown. `agency.ts` makes one of the process's watch on the journal. */
export type News = {
  /** Calls back at each new entry until the answer is called. */
  on(heard: () => void): () => void
}

/** How long nobody waits without looking for himself, in milliseconds: what LISTEN lost is found after it. */
const look = 1000

/** Waits for news, for `look` at the longest, for `most` when that is less, or until `signal` is given. */
export function waitForNews(news: News, most: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted || most <= 0) return Promise.resolve()
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer)
      off()
      signal?.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, Math.min(look, most))
    const off = news.on(end)
    signal?.addEventListener('abort', end)
  })
}
