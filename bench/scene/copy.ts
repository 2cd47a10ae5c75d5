import { readdir, readFile } from 'node:fs/promises'
import { type Ground } from '../../src/ground.ts'
import { file } from '../../src/newsroom/file.ts'
import { type Outcome } from '../../src/newsroom/newsroom.ts'
import { publish } from '../../src/newsroom/publish.ts'
import { update } from '../../src/newsroom/update.ts'
import { keepPicture } from '../../src/pictures/keep.ts'
import { momentAt } from '../../src/story/moment.ts'
import { type Draft, emptyDraft } from '../../src/story/story.ts'
import { day } from '../../test/browser/day.ts'
import { ostra, p } from '../../test/browser/ostra.ts'

const hour = 3_600_000

/** Fills an agency: a day's copy, and above it a story of 600 words with one picture and all its furniture, whose path is the answer. */
export async function fill(ground: Ground): Promise<string> {
  const folder = new URL('../../demo/pictures/', import.meta.url)
  const photograph = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).toSorted()[0] ?? ''
  const kept = await keepPicture(ground.pictures, await readFile(new URL(photograph, folder)))
  if ('refused' in kept) throw new Error(JSON.stringify(kept.refused))
  const images = [kept.image]
  const at = (hoursAgo: number) => ({
    ...ground.newsroom,
    clock: () => momentAt(Date.now() - hoursAgo * hour, ground.house().zone),
  })
  const out = async (draft: Draft, hoursAgo: number) => {
    const filed = await act(file(at(hoursAgo), { draft, by: 'ilse' }))
    return act(publish(at(hoursAgo), { ...filed, by: 'piet' }))
  }
  let valley = ''
  for (const { draft, hoursAgo } of day(images).toSorted((one, other) => other.hoursAgo - one.hoursAgo)) {
    const { story } = await out(draft, hoursAgo)
    valley ||= story
  }
  const today = momentAt(Date.now(), ground.house().zone).local.slice(0, 10)
  const whole = { ...ostra(today, images), related: [valley] }
  const first = await out(
    { ...whole, headline: 'Ostra lake falls but villages stay empty', copy: whole.copy.slice(0, 4) },
    0.6,
  )
  await act(update(at(0.5), { ...first, draft: whole, by: 'piet' }))
  return (await ground.pathOf(first.story)) ?? ''
}

/** A story such as goes out all day, told from others by its number. */
export function shortStory(number: number): Draft {
  return {
    ...emptyDraft('en', 'ltr'),
    slug: `harbour-report-${number}`,
    headline: `Harbour report ${number}: ferries leave Port Ellery on time`,
    dateline: { places: [{ name: 'Port Ellery' }], source: 'Halyard' },
    sections: ['economy'],
    urgency: 4,
    copy: [p('Ferries left Port Ellery on time on Tuesday, the harbour office said.'), p('It gave no reason.')],
  }
}

/** What an act became; throws when it was refused. */
export async function act(outcome: Promise<Outcome>): Promise<{ story: string; basedOn: number }> {
  const became = await outcome
  if ('refused' in became) throw new Error(JSON.stringify(became.refused))
  return { story: became.done.story, basedOn: became.done.version }
}
