/** Letters of the longest address of which anything is kept. Browsers and letters to readers stay far below. */
const longest = 2048

/** Which addresses are the same page: learned from the pages themselves, so that nothing here knows them. */
export class Addresses {
  readonly #limit: number
  readonly #known = new Map<string, readonly string[]>()
  #bytes = 0

  /** `limit` in bytes: what was learned first is forgotten first. */
  constructor(limit: number) {
    this.#limit = limit
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The address under which a page is kept; nothing when it is too long, or not known whether its query makes another page. */
  of(target: string): string | undefined {
    const at = target.indexOf('?')
    const address = at < 0 ? target : this.#withQuery(target.slice(0, at), target.slice(at + 1))
    return address === undefined || address.length > longest ? undefined : address
  }

  /** Learns which parameters make another page at a path. Of one that is made up nothing is learned. */
  learn(target: string, query: readonly string[]): void {
    const [path = ''] = target.split('?', 1)
    this.#forget(path)
    if (path.length > longest || isMadeUp(path)) return
    this.#known.set(own(path), query)
    this.#bytes += costOf(path, query)
    for (const first of this.#known.keys()) {
      if (this.#bytes <= this.#limit) break
      this.#forget(first)
    }
  }

  #withQuery(path: string, query: string): string | undefined {
    const names = this.#known.get(path)
    if (!names) return undefined
    if (names.length === 0) return path
    const asked = new URLSearchParams(query)
    const kept = new URLSearchParams(names.flatMap((name) => asked.getAll(name).map((value) => [name, value])))
    return kept.size ? `${path}?${kept.toString()}` : path
  }

  #forget(path: string): void {
    const query = this.#known.get(path)
    if (!query) return
    this.#known.delete(path)
    this.#bytes -= costOf(path, query)
  }
}

/**
 * Whether anybody can make up addresses like this one without end: with a query, or spelled in other than the usual way, with
 * letters as escapes that need none, marks apart from their letters (not NFC), or slashes too many. What they hold may not
 * drive out the pages that people read.
 */
export function isMadeUp(address: string): boolean {
  if (/\?|\/\/|.\/$|%[0-7]/.test(address)) return true
  if (!address.includes('%')) return false
  const text = decoded(address)
  return text === undefined || encodeURI(text.normalize('NFC')) !== address
}

/** Whether a path names NUL, which no address of ours has and no database takes. */
export function namesNul(path: string): boolean {
  return /%00|\0/.test(path)
}

/** The same letters in memory of their own: what was cut from a longer text holds all of it. */
export function own(text: string): string {
  return Buffer.from(text).toString()
}

/** Bytes of an entry: two a letter, and what a map takes for one. */
function costOf(path: string, query: readonly string[]): number {
  return query.reduce((sum, name) => sum + 2 * name.length, 2 * path.length + 200)
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
