import { problem } from '../../story/problem.ts'
import { type Outgoing, type Publisher, type Writer } from '../format.ts'
import { itemOf } from './item.ts'
import { olderOf } from './older.ts'

/** ninjs 3.1: one story is one item, several are a list of items. */
export const ninjs31: Writer = writerOf('ninjs-3.1', itemOf)

/** ninjs 2.2, for systems that do not read 3.1 yet. */
export const ninjs22: Writer = writerOf('ninjs-2.2', (outgoing, about) => olderOf(itemOf(outgoing, about)))

function writerOf(name: string, make: (outgoing: Outgoing, about: Publisher) => object): Writer {
  return {
    name,
    type: 'application/json',
    write(stories, about) {
      const unpublished = stories.filter(({ story }) => story.publication.is === 'never')
      if (unpublished.length)
        return unpublished.map(({ story }) => problem('story.not-published', undefined, { story: story.id }))
      const items = stories.map((outgoing) => make(outgoing, about))
      return {
        bytes: new TextEncoder().encode(JSON.stringify(items.length === 1 ? items[0] : items)),
        lost: stories.some(({ story }) => story.copy.some((block) => block.is === 'slot')) ? ['slots of the copy'] : [],
      }
    },
  }
}
