import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAgency } from '../../src/agency.ts'
import { readDemo } from '../../src/cli/demo/content.ts'
import { finishDemo, readyDemo } from '../../src/cli/demo/fill.ts'
import { toHouse } from '../../src/config/house-file.ts'
import { type House } from '../../src/config/house.ts'
import { addStaff } from '../../src/ground.ts'
import { correct } from '../../src/newsroom/correct.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { keepPicture } from '../../src/pictures/keep.ts'
import { newestStories } from '../../src/store/views/reference.ts'
import { type Story } from '../../src/story/story.ts'
import { type TestAgency, done, start, testAgency } from '../agency.ts'
import { hostile, hostileHouse } from '../browser/hostile.ts'
import { story } from '../build.ts'

/** An agency on a port, and the pages to look at by their kind: `base` has no slash at its end. */
export type Shown = AsyncDisposable & { base: string; kinds: Readonly<Record<string, string>> }

/** The demonstration agency in its own languages, and the same one with Arabic for its own. */
export async function demonstration(): Promise<Shown & { mirrored: Shown }> {
  await using open = new AsyncDisposableStack()
  const demo = await readDemo()
  const { house, staff } = toHouse(demo.house)
  const agency = open.use(await testAgency({ house }))
  await addStaff(agency.database, staff)
  // Begun at the moment where the clock of the tests stands, so that pictures differ only where pages do.
  await mkdir(agency.config.dataFolder, { recursive: true })
  await writeFile(join(agency.config.dataFolder, 'demonstration-begun'), new Date(start).toISOString())
  await finishDemo(agency, await readyDemo(demo, house, agency.config.dataFolder, agency.clock()))
  await agency.findLater()

  const turned: House = { ...house, languages: ['ar', ...house.languages.filter((one) => one !== 'ar')] }
  const other = open.use(await createAgency({ ...agency, house: () => turned }))
  const all = await everything(agency)
  const base = `http://127.0.0.1:${await agency.listen()}`
  const mirroredBase = `http://127.0.0.1:${await other.listen()}`
  const kinds = await kindsOf(base, all, house, 'en')
  const mirrored = { base: mirroredBase, kinds: await kindsOf(mirroredBase, all, turned, 'ar') }
  const ends = open.move()
  const end = () => ends.disposeAsync()
  return { base, kinds, [Symbol.asyncDispose]: end, mirrored: { ...mirrored, [Symbol.asyncDispose]: end } }
}

/** An agency whose copy breaks pages, mended and killed in words that break them too. */
export async function hostileAgency(): Promise<Shown> {
  await using open = new AsyncDisposableStack()
  const agency = open.use(await testAgency({ house: hostileHouse }))
  const kinds: Record<string, string> = {}
  const images = await picturesFor(agency)
  const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(4)
  for (const draft of hostile(images)) {
    const out = await agency.published(draft)
    agency.later(60)
    kinds[draft.slug] = `/2026/11/25/${draft.slug}`
    if (draft.slug === 'huge-table') {
      const mended = { ...draft, copy: draft.copy.slice(0, -1) }
      const corrections = [{ wrong: long, right: `${long} `.repeat(8).trim(), where: long, grave: true }]
      done(
        await correct(agency.newsroom, { story: out.id, basedOn: out.version, by: 'ana', draft: mended, corrections }),
      )
    }
  }
  const wrong = await agency.published(story('withdrawn').headed(long).saying('It was wrong.'))
  const notice = `${long} ${'It was wrong from its first word to its last. '.repeat(12)}`.trim()
  done(await kill(agency.newsroom, { story: wrong.id, basedOn: wrong.version, by: 'ana', notice }))
  const base = `http://127.0.0.1:${await agency.listen()}`
  const lists = {
    front: '/',
    'front-ar': '/ar',
    section: '/long',
    'section-ar': '/ar/long',
    'section-word': '/word',
    day: '/archive/2026/11/25',
    month: '/archive/2026/11',
    search: '/search?q=bridge',
    'search-long': `/search?q=${long.repeat(3)}`,
    corrections: '/corrections',
    gone: '/2026/11/25/withdrawn',
  }
  const ends = open.move()
  return { base, kinds: { ...lists, ...kinds }, [Symbol.asyncDispose]: () => ends.disposeAsync() }
}

/** An agency on its first morning, one with a single story, and one with three. */
export async function young(stories: 0 | 1 | 3): Promise<Shown> {
  await using open = new AsyncDisposableStack()
  const { house } = toHouse((await readDemo()).house)
  const agency = open.use(await testAgency({ house }))
  const [image] = stories > 1 ? await picturesFor(agency) : []
  const headlines = [
    'An agency opens its doors at Kessary',
    'Ferry crews take the offer and end a strike of nine days',
    'A bell under the ice tells skaters when to go home',
  ].slice(0, stories)
  for (const [at, headline] of headlines.entries()) {
    const told = story(['first', 'second', 'third'][at]!).headed(headline).from('Kessary').in('world')
    const pictures = at === 0 && image ? [{ image, alt: '', caption: { text: 'The place, as it was found.' } }] : []
    await agency.published(told.saying('Nobody had expected it so soon.').with({ pictures }))
  }
  const base = `http://127.0.0.1:${await agency.listen()}`
  const lists = {
    front: '/',
    'front-ar': '/ar',
    section: '/world',
    archive: '/archive',
    search: '/search',
    corrections: '/corrections',
  }
  const kinds = stories ? { ...lists, day: '/archive/2026/11/25', story: '/2026/11/25/first' } : lists
  const ends = open.move()
  return { base, kinds, [Symbol.asyncDispose]: () => ends.disposeAsync() }
}

type Public = Story & { path: string }

async function everything(agency: TestAgency): Promise<Public[]> {
  const all = await newestStories(agency.database, 1000)
  return Promise.all(
    all
      .flatMap(({ id, path, publication }) => (path && publication.is !== 'never' ? [{ id, path }] : []))
      .map(async ({ id, path }) => ({
        ...(await agency.now({ id })),
        path,
      })),
  )
}

/** One page of each kind, in a language; kinds that this house has nothing for are left out. */
async function kindsOf(
  base: string,
  all: readonly Public[],
  house: House,
  language: string,
): Promise<Record<string, string>> {
  const own = all.filter((one) => one.language === language && one.publication.is === 'published' && !one.embargo)
  const first = (is: (one: Public) => boolean) => own.find(is)?.path
  const rich = own.toSorted((one, other) => weight(other) - weight(one))[0]?.path
  const day = '2026/11/24'
  const wanted: Record<string, string | undefined> = {
    front: '/',
    section: `/${house.sections[3]?.slug ?? house.sections[0]?.slug ?? ''}`,
    story: rich,
    slides: first(({ pictures }) => pictures.length > 1),
    running: first(({ running }) => running !== undefined),
    plain: first(({ pictures, standfirst }) => pictures.length === 0 && !standfirst),
    table: first(({ copy }) => copy.some(({ is }) => is === 'table')),
    person: await linkOn(base, rich, /href="(\/people\/[^"/]+)"/),
    topic: await linkOn(base, rich, /href="((?:\/\w+)?\/topics\/[^"]+)"/),
    place: await linkOn(base, rich, /href="((?:\/\w+)?\/places\/[^"]+)"/),
    about: await linkOn(base, '/', /href="((?:\/\w+)?\/about)"/),
    lite: await linkOn(base, '/', /href="((?:\/\w+)?\/lite)"/),
    'lite-story': rich && `/lite${rich}`,
    years: '/archive',
    year: '/archive/2026',
    month: '/archive/2026/11',
    day: `/archive/${day}`,
    'this-day': await linkOn(base, `/archive/${day}`, /href="(\/archive\/on\/[^"]*)"/),
    'search-empty': '/search',
    search: `/search?q=${encodeURIComponent(language === 'ar' ? 'أوسترا' : 'dam')}`,
    'search-none': '/search?q=quokka',
    corrections: '/corrections',
    standards: '/standards',
    missing: '/nothing/here',
    gone: all.find(({ publication }) => publication.is === 'killed')?.path,
    ...Object.fromEntries(
      house.languages
        .filter((one) => one !== 'en' && one !== 'ar' && language === 'en')
        .flatMap((one) => [
          [`front-${one}`, `/${one}`],
          [`standards-${one}`, `/${one}/standards`],
          [`about-${one}`, `/${one}/about`],
          [`story-${one}`, all.find((story) => story.language === one && story.publication.is === 'published')?.path],
        ]),
    ),
  }
  return Object.fromEntries(Object.entries(wanted).flatMap(([name, path]) => (path ? [[name, path]] : [])))
}

/** How much a story has for a page to show. */
function weight({ copy, pictures, corrections, credits, related, subjects, running }: Story): number {
  const kinds = new Set(copy.map(({ is }) => is)).size
  return (
    kinds * 4 +
    Math.min(pictures.length, 1) * 8 +
    corrections.length * 6 +
    credits.length +
    related.length * 3 +
    subjects.length * 3 -
    (running ? 40 : 0)
  )
}

async function linkOn(base: string, path: string | undefined, link: RegExp): Promise<string | undefined> {
  if (!path) return undefined
  const found = link.exec(await (await fetch(base + path)).text())?.[1]
  const moved = found && (await fetch(base + found, { redirect: 'manual' })).headers.get('location')
  return moved ? new URL(moved).pathname : found
}

async function picturesFor({ pictures }: TestAgency) {
  const folder = new URL('../../demo/pictures/', import.meta.url)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).slice(0, 6)
  return Promise.all(
    names.map(async (name) => {
      const kept = await keepPicture(pictures, await readFile(new URL(name, folder)))
      if ('refused' in kept) throw new Error(JSON.stringify(kept.refused))
      return kept.image
    }),
  )
}
