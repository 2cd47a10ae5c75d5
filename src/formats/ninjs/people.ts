import { type Story } from '../../story/story.ts'
import { oneLine } from '../text.ts'
import { type Item } from './shape.ts'

/**
 * Who made the story, where it was written and whence it is: people by role, desks and the source of the dateline as
 * parties, places by their relation. Place and organisation of each person stand in the extension.
 */
export function peopleAndPlaces(
  story: Story,
  house: string,
): Pick<Item, 'people' | 'infoSources' | 'places' | 'located' | 'by'> {
  const credited = story.credits.flatMap(({ role, people }) => people.map((one) => ({ ...one, role })))
  const people = credited.filter(({ kind, name }) => !kind && name.trim())
  const desks = credited.filter(({ kind, name }) => kind && name.trim())
  const places = (story.dateline?.places ?? []).filter(({ name }) => oneLine(name))
  const by = story.byline.map(oneLine).filter(Boolean).join(', ')
  return {
    people: people.map(({ name, role }) => ({ name: oneLine(name), rel: role })),
    infoSources: [
      { name: oneLine(house), role: 'publisher' },
      ...(story.dateline?.source ? [{ name: oneLine(story.dateline.source), role: 'source' }] : []),
      ...desks.map(({ name, role }) => ({ name: oneLine(name), role })),
    ],
    places: places.map(({ name }) => ({ name: oneLine(name), rel: 'dateline' })),
    ...(places.length ? { located: places.map(({ name }) => oneLine(name)).join('/') } : {}),
    ...(by ? { by } : {}),
  }
}
