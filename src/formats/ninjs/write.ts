import { problem } from '../../story/problem.ts'
import { everyBlock } from '../../story/running.ts'
import { type Outgoing, type Publisher, type Writer } from '../format.ts'
import { itemOf } from './item.ts'
import { olderOf } from './older.ts'

/** The wire's formats by the name that a subscriber asks for: what makes an item of a story. */
export const newsItems = {
  'ninjs-3.1': itemOf as (outgoing: Outgoing, about: Publisher) => object,
  'ninjs-2.2': (outgoing: Outgoing, about: Publisher): object => olderOf(itemOf(outgoing, about)),
}

/** ninjs 3.1: one story is one item, several are a list of items. */
export const ninjs31: Writer = writerOf('ninjs-3.1')

/** ninjs 2.2, for systems that do not read 3.1 yet. */
export const ninjs22: Writer = writerOf('ninjs-2.2')

function writerOf(name: keyof typeof newsItems): Writer {
  return {
    name,
    type: 'application/json',
    write(stories, about) {
      const unpublished = stories.filter(({ story }) => story.publication.is === 'never')
      if (unpublished.length)
        return unpublished.map(({ story }) => problem('story.not-published', undefined, { story: story.id }))
      const items = stories.map((outgoing) => newsItems[name](outgoing, about))
      return {
        bytes: new TextEncoder().encode(JSON.stringify(items.length === 1 ? items[0] : items)),
        lost: stories.some(({ story }) => everyBlock(story).some((block) => block.is === 'slot'))
          ? ['slots of the copy']
          : [],
      }
    },
  }
}
