/** Which addresses are the same page: learned from the pages themselves, so that nothing here knows them. */
export class Addresses {
  readonly #known = new Map<string, readonly string[]>()

  /** The address under which a page is kept; nothing when it is not known whether its query makes another page. */
  of(target: string): string | undefined {
    const at = target.indexOf('?')
    if (at < 0) return target
    const path = target.slice(0, at)
    const names = this.#known.get(path)
    if (!names) return undefined
    if (names.length === 0) return path
    const asked = new URLSearchParams(target.slice(at + 1))
    const kept = new URLSearchParams(names.flatMap((name) => asked.getAll(name).map((value) => [name, value])))
    return kept.size ? `${path}?${kept.toString()}` : path
  }

  /** Learns which parameters make another page at a path. */
  learn(target: string, query: readonly string[]): void {
    if (this.#known.size >= 20_000) this.#known.clear()
    const [path = ''] = target.split('?', 1)
    this.#known.set(path, query)
  }
}

/**
 * Whether anybody can make up addresses like this one without end: with a query, or with letters written as escapes in
 * other than the usual way. What they hold may not drive out the pages that people read.
 */
export function isMadeUp(address: string): boolean {
  return address.includes('?') || /%[0-7]|%[0-9A-F]?[a-f]/.test(address)
}
