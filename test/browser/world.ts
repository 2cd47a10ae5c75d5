import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { serve } from '@hono/node-server'
import { archive } from '../../src/newsroom/archive.ts'
import { correct } from '../../src/newsroom/correct.ts'
import { file } from '../../src/newsroom/file.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { type Newsroom, type Outcome } from '../../src/newsroom/newsroom.ts'
import { publish } from '../../src/newsroom/publish.ts'
import { update } from '../../src/newsroom/update.ts'
import { keepPicture } from '../../src/pictures/keep.ts'
import { renditions } from '../../src/pictures/renditions.ts'
import { buildAssets } from '../../src/site/assets.ts'
import { previews } from '../../src/site/previews/previews.ts'
import { site } from '../../src/site/site.ts'
import { addPerson } from '../../src/store/people.ts'
import { transact } from '../../src/store/transact.ts'
import { views } from '../../src/store/views/views.ts'
import { type Draft } from '../../src/story/story.ts'
import { type Image } from '../../src/story/picture.ts'
import { momentAt } from '../../src/story/moment.ts'
import { testDatabase } from '../database.ts'
import { day } from './day.ts'
import { house } from './house.ts'
import { lakeBoat, ostra } from './ostra.ts'
import { ostraInArabic, wasen } from './tongues.ts'

/** The moment at which the clock of this world stands still. */
export const now = Date.parse('2026-11-24T13:40:00Z')
const hour = 3_600_000

/** Pages of this world, one of each kind. */
export type Pages = Readonly<
  Record<
    | 'front'
    | 'arabicFront'
    | 'section'
    | 'story'
    | 'arabic'
    | 'japanese'
    | 'slides'
    | 'bare'
    | 'gone'
    | 'day'
    | 'month'
    | 'year'
    | 'archive'
    | 'thisDay'
    | 'search'
    | 'arabicSearch'
    | 'arabicMonth'
    | 'arabicPerson'
    | 'arabicCorrections'
    | 'arabicMissing'
    | 'corrections'
    | 'standards'
    | 'arabicStandards'
    | 'person'
    | 'topic'
    | 'about'
    | 'arabicAbout'
    | 'place'
    | 'lite'
    | 'liteStory'
    | 'liteArabic'
    | 'missing',
    string
  >
>

/** What a page of this world answers: all but these are there. */
export function statusOf(name: string): number {
  return name === 'gone' ? 410 : /missing$/i.test(name) ? 404 : 200
}

export type World = AsyncDisposable & {
  base: string
  pages: Pages
  newsroom: Newsroom
  pictures: { folder: string }
  fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** Sets the clock of the house. */
  at: (instant: number) => void
  /** What an act became; throws when it was refused. */
  act: typeof act
}

let opened: Promise<World> | undefined
after(async () => (await opened)?.[Symbol.asyncDispose]())

/** The world that all tests of a process read and none changes. */
export function sharedWorld(): Promise<World> {
  return (opened ??= world())
}

/** An agency with a day's copy in a database of its own, its reader door on a port. Dispose of it when done. */
export async function world(): Promise<World> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'dateline-world-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const database = await testDatabase()
  // At the end of a process the server of the tests may be gone before us, and this database with it.
  opened.defer(async () => {
    await Promise.resolve(database[Symbol.asyncDispose]()).catch(() => {})
  })
  const pictures = { folder: join(folder, 'pictures') }
  let clock = now
  let ids = 0
  const newsroom: Newsroom = {
    transact: transact(database),
    clock: () => momentAt(clock, house.zone),
    newId: () => `story-${++ids}`,
    judge: () => [],
    house: () => house,
  }
  for (const [id, name, slug] of [
    ['ilse', 'Ilse Marrable', 'ilse-marrable'],
    ['tomas', 'Tomas Reyne', 'tomas-reyne'],
    ['piet', 'Piet Larkin', 'piet-larkin'],
  ] as const)
    await addPerson(database, { id, name, slug, roles: ['editor'] })
  const pages = await fill(newsroom, pictures, (at) => (clock = at))
  clock = now

  const assets = await buildAssets(house)
  const reading = views(database)
  const app = site({
    views: reading,
    house: () => house,
    assets: () => assets,
    base: 'https://halyard.example',
    authority: 'halyard.example,2026',
    pictures: {
      renditions: opened.use(renditions(pictures)),
      standing: (hash) => reading.pictureAt(hash, new Date(clock).toISOString()),
    },
    previews: opened.use(previews({ folder: join(folder, 'previews') })),
    clock: () => clock,
    version: '0.1.0',
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((done) => server.once('listening', done))
  opened.defer(() => new Promise((done) => void server.close(() => done())))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const all = opened.move()
  return {
    base,
    pages,
    newsroom,
    pictures,
    act,
    fetch: async (path, init) => app.fetch(new Request(base + path, init)),
    at: (instant) => (clock = instant),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}

async function fill(newsroom: Newsroom, pictures: { folder: string }, at: (instant: number) => void): Promise<Pages> {
  const images = await keepAll(pictures)
  let valley = ''
  for (const { draft, hoursAgo } of day(images).filter(({ hoursAgo }) => hoursAgo >= 1000))
    valley = await old(newsroom, draft, now - hoursAgo * hour)
  for (const { draft, hoursAgo } of day(images)
    .filter(({ hoursAgo }) => hoursAgo < 1000)
    .toSorted((one, other) => other.hoursAgo - one.hoursAgo)) {
    at(now - hoursAgo * hour)
    await out(newsroom, draft)
  }
  at(now - 22 * hour)
  const bank = await out(newsroom, {
    ...draft('bank-in-kessary', 'A bank in Kessary is said to be short of cash'),
    sections: ['economy'],
  })
  at(now - 21.4 * hour)
  await act(
    kill(newsroom, {
      ...bank,
      by: 'piet',
      notice: 'What it said about a bank in Kessary rested on one person who was not in a position to know.',
    }),
  )

  at(now - 5.5 * hour)
  const whole = linked(ostra('2026-11-24', images), valley)
  const first = await out(newsroom, {
    ...whole,
    headline: 'Ostra lake falls but villages stay empty',
    copy: whole.copy.slice(0, 4),
  })
  at(now - 1.6 * hour)
  const mended = await act(
    correct(newsroom, {
      ...first,
      by: 'piet',
      draft: { ...whole, headline: 'Ostra lake falls but villages stay empty' },
      corrections: [
        {
          wrong: '18 million cubic metres of water were let out on Monday',
          right: '1.8 million',
          where: 'second paragraph',
        },
      ],
    }),
  )
  at(now - hour / 6)
  await act(update(newsroom, { ...mended, by: 'piet', draft: whole }))
  at(now - 5 * hour)
  await out(newsroom, { ...ostraInArabic('2026-11-24', images[0]), translationOf: first.story })
  await out(newsroom, wasen('2026-11-24', images[7]))
  at(now - 3.3 * hour)
  await out(newsroom, slides(images))
  at(now - 9 * hour)
  await out(newsroom, draft('bare', 'A story that has nothing but a headline and a paragraph'))
  const today = '/2026/11/24'
  return {
    front: '/',
    arabicFront: '/ar',
    section: '/land-sea',
    story: `${today}/ostra-dam`,
    arabic: `${today}/ostra-dam-ar`,
    japanese: `${today}/wasen`,
    slides: `${today}/seed-bank`,
    bare: `${today}/bare`,
    gone: '/2026/11/23/bank-in-kessary',
    day: '/archive/2026/11/24',
    month: '/archive/2026/11',
    year: '/archive/2026',
    archive: '/archive',
    thisDay: '/archive/on/11-24',
    search: '/search?q=ostra+dam',
    arabicSearch: '/ar/search?q=ostra+dam',
    arabicMonth: '/ar/archive/2026/11',
    arabicPerson: '/ar/people/ilse-marrable',
    arabicCorrections: '/ar/corrections',
    arabicMissing: '/ar/nothing/here',
    corrections: '/corrections',
    standards: '/standards',
    arabicStandards: '/ar/standards',
    person: '/people/ilse-marrable',
    topic: '/topics/20000139-accident-and-emergency-incident',
    about: '/about',
    arabicAbout: '/ar/about',
    place: '/places/kessary',
    lite: '/lite',
    liteStory: `/lite${today}/ostra-dam`,
    liteArabic: `/lite${today}/ostra-dam-ar`,
    missing: '/nothing/here',
  }
}

/** Files and publishes a draft at the moment where the clock stands. */
export async function out(newsroom: Newsroom, story: Draft): Promise<{ story: string; basedOn: number }> {
  return await act(publish(newsroom, { ...(await act(file(newsroom, { draft: story, by: 'ilse' }))), by: 'piet' }))
}

async function old(newsroom: Newsroom, story: Draft, published: number): Promise<string> {
  const items = [{ draft: { ...story, printed: { published: momentAt(published, 'Europe/Vienna') } } }]
  const [outcome] = await archive(newsroom, { items, by: 'piet' })
  return (await act(outcome!)).story
}

async function act(outcome: Outcome | Promise<Outcome>): Promise<{ story: string; basedOn: number }> {
  const became = await outcome
  if ('refused' in became) throw new Error(JSON.stringify(became.refused))
  return { story: became.done.story, basedOn: became.done.version }
}

function linked(story: Draft, valley: string): Draft {
  return {
    ...story,
    related: [valley],
    copy: story.copy.map((block) => (block.is === 'slot' && block.story ? { ...block, story: valley } : block)),
  }
}

function draft(slug: string, headline: string): Draft {
  return {
    ...day([])[0]!.draft,
    slug,
    headline,
    dateline: { places: [] },
    sections: [],
    byline: [],
    urgency: 6,
    standfirst: '',
  }
}

function slides(images: readonly Image[]): Draft {
  const story = {
    ...draft('seed-bank', 'Mountain seed bank sends its first wheat home to the Marrow plain'),
    sections: ['science'],
    urgency: 4,
    dateline: { places: [{ name: 'Halvering' }], source: 'Halyard' },
  }
  const captions = [
    'Mountain onion, grown from seed put away in 1961, a week before it flowered.',
    'The ridge above the seed bank, after the first snow of the winter.',
    'The last house at Marrow Cross. Its fields will be sown in March.',
  ]
  return {
    ...story,
    pictures: [6, 4, 5].flatMap((at, n) =>
      images[at]
        ? [
            {
              ...lakeBoat(images[at]),
              alt: captions[n]!,
              caption: {
                text: captions[n]!,
                place: 'Halvering',
                date: '2026-06-02',
                credit: { agency: 'Halyard', photographer: 'Maren Holt' },
              },
            },
          ]
        : [],
    ),
  }
}

const names = [
  'black-canyon',
  'locomotion-cat',
  'black-canyon-boat',
  'march-pastoral',
  'alpine-landscape',
  'dust-bowl-home',
  'allium-ostrowskianum',
  'nagasaki-boats',
]

/** The pictures of this world, kept. */
export function images({ pictures }: Pick<World, 'pictures'>): Promise<Image[]> {
  return keepAll(pictures)
}

async function keepAll(at: { folder: string }): Promise<Image[]> {
  const folder = new URL('../../demo/pictures/', import.meta.url)
  const there = new Set(await readdir(folder))
  return Promise.all(
    names
      .filter((name) => there.has(`${name}.jpg`))
      .map(async (name) => {
        const kept = await keepPicture(at, await readFile(new URL(`${name}.jpg`, folder)))
        if ('refused' in kept) throw new Error(JSON.stringify(kept.refused))
        return kept.image
      }),
  )
}
