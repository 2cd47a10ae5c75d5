/** What was told while a page was being made: the page may have been read before that. */
export type Flight = { hasMissedAll: boolean; missed: Set<string> }

/** Whether something that a page shows has changed since its making was begun. */
export function isOutdated({ hasMissedAll, missed }: Flight, keys: readonly string[]): boolean {
  return hasMissedAll || keys.some((key) => missed.has(key))
}

/** Pages that are being made. Whoever asks for the same waits for the same, unless news came in between. */
export class Flights<Made> {
  readonly #joinable = new Map<string, Promise<Made>>()
  readonly #all = new Set<Flight>()

  /** The page that one may wait for. */
  at(key: string): Promise<Made> | undefined {
    return this.#joinable.get(key)
  }

  async run(key: string, make: (flight: Flight) => Promise<Made>): Promise<Made> {
    const flight: Flight = { hasMissedAll: false, missed: new Set() }
    this.#all.add(flight)
    const made = make(flight)
    this.#joinable.set(key, made)
    try {
      return await made
    } finally {
      this.#all.delete(flight)
      if (this.#joinable.get(key) === made) this.#joinable.delete(key)
    }
  }

  /** Who asks from now on must not get what was begun before. */
  outdate(keys: readonly string[]): void {
    this.#joinable.clear()
    for (const { missed } of this.#all) for (const key of keys) missed.add(key)
  }

  outdateAll(): void {
    this.#joinable.clear()
    for (const flight of this.#all) flight.hasMissedAll = true
  }
}
