import { locate } from '../places/locate.ts'
import { type Draft } from '../story/story.ts'
import { type Named } from '../store/people.ts'
import { type Newsroom } from './newsroom.ts'

/**
 * What the house knows of a draft and the door that read it could not: which places are its own (so that a dateline has its
 * clock), and which people in the credits are its own (so that their names lead to their pages).
 */
export function recognise({ house }: Pick<Newsroom, 'house'>, draft: Draft, staff: readonly Named[]): Draft {
  const ids = new Map(staff.flatMap(({ id, names }) => names.map((name) => [folded(name), id] as const)))
  return {
    ...draft,
    ...(draft.dateline ? { dateline: locate(draft.dateline, house().bureaux) } : {}),
    credits: draft.credits.map((credit) => ({
      ...credit,
      people: credit.people.map((one) => {
        const person = one.person ?? (one.kind === 'desk' ? undefined : ids.get(folded(one.name)))
        return person === undefined ? one : { ...one, person }
      }),
    })),
  }
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
