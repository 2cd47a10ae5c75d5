import { type Ground } from '../ground.ts'
import { type Front, arrange, arrangeSection } from '../site/arrange.ts'
import { tonguesOf } from '../site/tongues.ts'
import { type Teaser } from '../store/views/teaser.ts'
import { views } from '../store/views/views.ts'
import { type FrontName } from '../story/front.ts'

/** What readers see on a front now: each place with its story, and the sections that have a row, in their order. */
export type ReadersFront = { places: { place: string; story: string; headline: string }[]; rows: string[] }

/** Lays a front out as its page does. */
export async function readersFront(ground: Ground, { edition, section }: FrontName): Promise<ReadersFront> {
  const now = ground.clock()
  const house = ground.house()
  const tongues = tonguesOf(edition, house)
  const at = new Date(now).toISOString()
  const asked = views(ground.database)
  const byHand = await asked.arranged({ edition, section }, at)
  if (section) {
    const stories = await asked.newest({ now: at, tongues, section, limit: 22 })
    return { places: placesOf(arrangeSection(stories, now, byHand)), rows: [] }
  }
  const sections = house.sections.map(({ slug }) => slug)
  const { newest, bySection } = await asked.newestOfFront({ now: at, tongues, sections, limit: 60, each: 18 })
  const front = arrange(newest, bySection, now, byHand)
  return { places: placesOf(front), rows: [...front.rows, ...front.columns].map((one) => one.section) }
}

function placesOf({ bulletin, lead, with: beside, seconds }: Pick<Front, 'bulletin' | 'lead' | 'with' | 'seconds'>) {
  const line = (place: string) => (one: Teaser) => ({ place, story: one.id, headline: one.headline })
  return [
    ...(bulletin ? [bulletin].map(line('bulletin')) : []),
    ...(lead ? [lead].map(line('lead')) : []),
    ...beside.map(line('with')),
    ...seconds.map(line('second')),
  ]
}
