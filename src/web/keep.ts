/** How long an answer may be kept in memory. Whoever says nothing is still right: it is dropped at all news. */
export type Keep = {
  /** What it shows, as surrogate keys (`storyKey`): it is dropped when one of them is told. Without any, at all news. */
  keys?: readonly string[]
  /** The millisecond (since 1970) from which on it would look otherwise though nothing happened. Now means: do not keep it. */
  until?: number
  /** The query's parameters that make another page; others do not. Without this, an address with a query is not kept. */
  query?: readonly string[]
}

/** The surrogate key of a story: for a page that shows any of its words. */
export function storyKey(story: string): string {
  return `story:${story}`
}

/** The key of everything that names no keys of its own. */
export const news = 'news'

/** The key that everything has, in the headers for a cache in front. */
export const everything = 'all'

/** The key that nothing has: a cache in front that takes it works. */
export const probe = 'probe'

/** A key as it stands in a header: signs that mean something to somebody are made plain. Two that become one are dropped together. */
export function surrogateKey(key: string): string {
  return key.replace(/[^\w:-]/g, '_')
}

const keeps = new WeakMap<Response, Keep>()

/** Allows that a response be kept. Without this it never is. */
export function keep(response: Response, how: Keep): Response {
  keeps.set(response, how)
  return response
}

/** How long a response may be kept; nothing when it may not. */
export function keepOf(response: Response): Keep | undefined {
  return keeps.get(response)
}
