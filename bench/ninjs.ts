import { type Publisher } from '../src/formats/format.ts'
import { newsItems } from '../src/formats/ninjs/write.ts'
import { momentAt } from '../src/story/moment.ts'
import { type Story, emptyDraft } from '../src/story/story.ts'

/**
 * How many items a second the wire can make of stories of about 600 words, beside the limit of the machine: JSON.stringify
 * of the same items, already made.
 */
export async function run(): Promise<string[]> {
  const story = longStory()
  const entry = { number: 42, what: 'published', at: momentAt('2026-11-24T13:31:00Z', 'UTC') } as const
  const made = newsItems['ninjs-3.1']({ story, entry }, publisher)
  const bytes = JSON.stringify(made).length
  const limit = perSecond(() => JSON.stringify(made))
  return [
    `ninjs: an item of ${bytes} characters; JSON.stringify alone ${limit} items/s`,
    ...Object.entries(newsItems).map(([format, make]) => {
      const rate = perSecond(() => JSON.stringify(make({ story, entry }, publisher)))
      return `ninjs: ${format} ${rate} items/s, ${(limit / rate).toFixed(1)} times the limit's time`
    }),
  ]
}

const publisher: Publisher = {
  name: 'Kessary',
  base: 'https://kessary.example',
  authority: 'kessary.example,2026',
  zone: 'UTC',
  language: 'en',
}

function longStory(): Story {
  const words = 'The bridge at Ostra reopened on Tuesday after days & nights of work, its keeper said. '
  const at = momentAt('2026-11-24T13:31:00Z', 'UTC')
  return {
    ...emptyDraft('en', 'ltr'),
    id: '0193f1c2',
    slug: 'harbour-bridge-reopens',
    headline: 'Harbour bridge reopens after eleven days & nights',
    dateline: { places: [{ name: 'OSTRA', country: 'PT', zone: 'Europe/Lisbon' }], source: 'Kessary' },
    byline: ['By Ana Ruiz'],
    copy: Array.from({ length: 20 }, () => ({ is: 'paragraph', text: [{ text: words.repeat(2) }] })),
    credits: [{ role: 'byline', people: [{ name: 'Ana Ruiz', place: 'Ostra' }] }],
    version: 3,
    work: { is: 'none' },
    publication: { is: 'published', version: 3, at, by: 'ana' },
    firstPublished: at,
    corrections: [],
  }
}

function perSecond(work: () => unknown): number {
  const rounds = (ms: number) => {
    const until = performance.now() + ms
    let count = 0
    while (performance.now() < until) for (let at = 0; at < 50; at++, count++) work()
    return count
  }
  rounds(200)
  return Math.round(rounds(1000))
}

if (import.meta.main) console.log((await run()).join('\n'))
