import { own } from './address.ts'
import { type Page } from './page.ts'

type Place = { address: string; page: Page; size: number; isWanted: boolean }

/** Bytes of an address, besides its letters, in the map of all. */
const placeSize = 200

/**
 * Pages by address, as many as fit into a number of bytes. When it is full, those go that nobody wanted since it was last
 * looked for room (second chance: a hit costs a flag and moves nothing).
 */
export class Shelf {
  readonly #limit: number
  readonly #places = new Map<string, Place>()
  readonly #byKey = new Map<string, Set<Place>>()
  #bytes = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get count(): number {
    return this.#places.size
  }

  get bytes(): number {
    return this.#bytes
  }

  find(address: string): Page | undefined {
    const place = this.#places.get(address)
    if (!place) return undefined
    place.isWanted = true
    return place.page
  }

  /** Keeps a page, unless it alone would take an eighth of all the room. */
  put(address: string, page: Page): void {
    this.drop(address)
    const size = page.size + 2 * address.length + placeSize
    if (size > this.#limit / 8) return
    const place = { address: own(address), page, size, isWanted: false }
    this.#places.set(place.address, place)
    this.#bytes += size
    for (const key of page.keys) {
      const those = this.#byKey.get(key)
      if (those) those.add(place)
      else this.#byKey.set(key, new Set([place]))
    }
    this.#makeRoom(place)
  }

  drop(address: string): void {
    const place = this.#places.get(address)
    if (place) this.#take(place)
  }

  /** Drops every page that shows what one of these keys stands for. */
  dropKeys(keys: readonly string[]): void {
    for (const key of keys) for (const place of [...(this.#byKey.get(key) ?? [])]) this.#take(place)
  }

  clear(): void {
    this.#places.clear()
    this.#byKey.clear()
    this.#bytes = 0
  }

  #makeRoom(newest: Place): void {
    for (const place of this.#places.values()) {
      if (this.#bytes <= this.#limit) return
      if (place === newest || place.isWanted) {
        place.isWanted = false
        this.#places.delete(place.address)
        this.#places.set(place.address, place)
      } else this.#take(place)
    }
  }

  #take(place: Place): void {
    this.#places.delete(place.address)
    this.#bytes -= place.size
    for (const key of place.page.keys) {
      const those = this.#byKey.get(key)
      those?.delete(place)
      if (those?.size === 0) this.#byKey.delete(key)
    }
  }
}
