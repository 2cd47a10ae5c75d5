import { type Notebook, claim, drop } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { cut } from '../text/piece.ts'
import { timestampOf } from './timestamp.ts'

/** Takes a line that says when: the moment of publication, that of the last change, an age. False when it is none. */
export function takeTimestamp(block: Block, notebook: Notebook): boolean {
  const { reading, lexicon } = notebook
  const stamp = timestampOf(block.text, lexicon)
  if (!stamp) return false
  if (!stamp.published && !stamp.updated) {
    drop(notebook, block, 'age')
    return true
  }
  if (stamp.published) {
    if (
      reading.published === undefined ||
      (stamp.published.length > reading.published.length && stamp.published.startsWith(reading.published))
    )
      reading.published = stamp.published
  }
  if (stamp.updated) reading.updated ??= stamp.updated
  const { age } = stamp
  if (!age) {
    claim(notebook, block, 'published')
    return true
  }
  const before = cut(block, 0, age.start)
  const after = cut(block, age.end)
  if (before) claim(notebook, before, 'published')
  drop(notebook, cut(block, age.start, age.end), 'age')
  if (after) claim(notebook, after, 'published')
  return true
}
