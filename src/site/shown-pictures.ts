import { type PictureStanding } from '../store/views/picture.ts'
import { type Views } from '../store/views/views.ts'
import { storyKey } from '../web/keep.ts'

/** Whether the public may have a picture, by its hash. What is told (`drop`, `clear`) holds from the next request on. */
export type ShownPictures = {
  find(hash: string): Promise<PictureStanding>
  /** The stories of these surrogate keys show something else. */
  drop(keys: readonly string[]): void
  clear(): void
}

/** `isFresh` says whether this process hears of news: while it does not, nothing is answered from memory. */
export type Looking = { look: Views['pictureAt']; clock: () => number; isFresh: () => boolean }

const most = 10_000

/**
 * Remembers of each picture one public story that shows it, until news of that story comes. What nobody shows is asked for
 * each time: any news might bring it, and so might the clock.
 */
export function shownPictures({ look, clock, isFresh }: Looking): ShownPictures {
  const stories = new Map<string, string>()
  const hashes = new Map<string, string[]>()
  let news = 0
  const clear = () => {
    news++
    stories.clear()
    hashes.clear()
  }
  return {
    async find(hash) {
      const by = isFresh() ? stories.get(hash) : undefined
      if (by !== undefined) return { is: 'shown', by }
      const before = news
      const found = await look(hash, new Date(clock()).toISOString())
      // What was read while news came may be what stood before it.
      if (found.is === 'shown' && news === before && isFresh() && !stories.has(hash)) {
        if (stories.size >= most) clear()
        stories.set(hash, found.by)
        const key = storyKey(found.by)
        const others = hashes.get(key)
        if (others) others.push(hash)
        else hashes.set(key, [hash])
      }
      return found
    },
    drop(keys) {
      news++
      for (const key of keys) {
        for (const hash of hashes.get(key) ?? []) stories.delete(hash)
        hashes.delete(key)
      }
    },
    clear,
  }
}
