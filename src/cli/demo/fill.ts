import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type House } from '../../config/house.ts'
import { type Ground } from '../../ground.ts'
import { claim } from '../../newsroom/claim.ts'
import { correct } from '../../newsroom/correct.ts'
import { file } from '../../newsroom/file.ts'
import { hold } from '../../newsroom/hold.ts'
import { kill } from '../../newsroom/kill.ts'
import { type Newsroom, type Outcome } from '../../newsroom/newsroom.ts'
import { publish } from '../../newsroom/publish.ts'
import { update } from '../../newsroom/update.ts'
import { storyById } from '../../store/lookup.ts'
import { newestStories, storiesMeant } from '../../store/views/reference.ts'
import { type Moment, momentAt } from '../../story/moment.ts'
import { type Picture } from '../../story/picture.ts'
import { replaceWords } from '../../story/replace.ts'
import { type Draft, draftOf } from '../../story/story.ts'
import { keptPicture } from '../picture.ts'
import { revised } from '../take-in.ts'
import { type DemoStory, demoFolder, type readDemo } from './content.ts'
import { fill } from './placeholders.ts'
import { type Prepared, prepareDemo } from './prepare.ts'
import { duration } from './times.ts'

/** A demonstration that can be filed: begun at `start`, which an earlier start that was interrupted may have set. */
export type Demo = { start: number; isHalfDone: boolean; acts: readonly Prepared[] }

/** Reads the demonstration's copy for a house whose data lie in a folder; needs no database. */
export async function readyDemo(
  content: Awaited<ReturnType<typeof readDemo>>,
  house: House,
  dataFolder: string,
): Promise<Demo> {
  const begun = await readFile(markIn(dataFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })
  // A start that was cut off while it wrote the mark has filed nothing yet.
  const start = Date.parse(begun ?? '') || Date.now()
  return { start, isHalfDone: begun !== undefined, acts: await prepareDemo(content, house, start) }
}

/**
 * Files the demonstration's copy as if it had come in over the last weeks: through the copy reader and the verbs, act by act in
 * the order of their moments. Begun once it may be finished later: what is there already is left alone. Answers how many
 * stories it filed.
 */
export async function finishDemo(ground: Ground, { start, acts }: Demo): Promise<number> {
  const mark = markIn(ground.config.dataFolder)
  await mkdir(ground.config.dataFolder, { recursive: true })
  await writeFile(mark, new Date(start).toISOString())
  const isEmpty = (await newestStories(ground.database, 1)).length === 0
  const pictures = new Map(acts.map(({ story, filed, at }) => [story.name, picturesOf(ground, story, filed, at)]))
  const stories = new Map<string, Promise<Known>>()
  /** The story of an act, handed in before its time: what is filed waits for its act, and a database likes company. */
  const handIn = (one: Prepared | undefined): void => {
    if (!one || stories.has(one.story.head.slug)) return
    const handing = handOver(one)
    handing.catch(() => {}) // told when its turn comes
    stories.set(one.story.head.slug, handing)
  }
  const handOver = async (one: Prepared): Promise<Known> => {
    const { head, name } = one.story
    const [there] = isEmpty ? [] : await storiesMeant(ground.database, head.slug)
    // One that was filed and no more had its first act cut off: it is done now.
    const waits = there?.version === 1 && there.publication.is === 'never' && there.work.is === 'filed'
    if (there) return { id: there.id, version: there.version, isOld: !waits }
    const known = async (slug: string) => (await stories.get(slug))?.id
    const related = await Promise.all((head.related ?? []).map(known))
    const translationOf = head.translationOf ? await known(head.translationOf) : undefined
    const draft: Draft = {
      ...one.filed,
      pictures: await pictures.get(name)!,
      related: related.filter((id) => id !== undefined),
      ...(translationOf ? { translationOf } : {}),
    }
    return await hand(soon(ground, one.at), one, draft)
  }

  for (const [n, one] of acts.entries()) {
    for (const next of acts.slice(n, n + ahead)) handIn(next)
    const { slug } = one.story.head
    const story = await stories.get(slug)!
    if (story.isOld) continue
    // The last act waits for the disk, for itself and for all before it.
    const newsroom = n === acts.length - 1 ? { ...ground.newsroom, clock: () => one.at } : soon(ground, one.at)
    const version = await perform({ ground, newsroom, start }, one, story)
    stories.set(slug, Promise.resolve({ ...story, version }))
  }
  await rm(mark, { force: true })
  return (await Promise.all(stories.values())).filter(({ isOld }) => !isOld).length
}

type Known = { id: string; version: number; isOld?: boolean }
type Performing = { ground: Ground; newsroom: Newsroom; start: number }

/** How many acts before its own a story is handed in. */
const ahead = 8

/** The newsroom at a moment, which does not wait for the disk. */
function soon({ newsroom }: Ground, at: Moment): Newsroom {
  return { ...newsroom, clock: () => at, transact: (act) => newsroom.transact(act, 'soon') }
}

/** Hands the raw copy in. */
async function hand(newsroom: Newsroom, { story: { name, head }, raw }: Prepared, draft: Draft): Promise<Known> {
  const by = head.acts.find(({ as }) => as)?.as ?? head.by?.[0] ?? 'dateline'
  const desk = head.desk ? { desk: head.desk } : {}
  const { story, version } = must(await file(newsroom, { draft, by, raw: Buffer.from(raw), ...desk }), name)
  return { id: story, version }
}

/** Does one act. Answers the version the story has then. */
async function perform(
  { ground, newsroom, start }: Performing,
  { story, act, newer, running }: Prepared,
  known: Known,
): Promise<number> {
  const { head, name } = story
  const by = act.as ?? head.by?.[0] ?? 'dateline'
  const base = { story: known.id, basedOn: known.version, by }
  const text = (said: string) => fill(said, newsroom.clock(), head.language)
  const words = async (): Promise<Draft> => {
    const found = await storyById(ground.database, known.id)
    if (!found) throw new Error(`demo story ${name} is not there`)
    return draftOf(found)
  }
  switch (act.do) {
    case 'embargo':
      return known.version // it was filed with the copy
    case 'publish':
      return must(await publish(newsroom, base), name).version
    case 'update':
      return must(await update(newsroom, { ...base, draft: revised(await words(), newer ?? (await words())) }), name)
        .version
    case 'entries': {
      // All of them in one act: a first start has no time for each.
      const closed = act.close && running ? { ...running, is: 'closed' as const, at: newsroom.clock() } : running
      const draft = { ...(await words()), ...(closed ? { running: closed } : {}) }
      return must(await update(newsroom, { ...base, draft }), name).version
    }
    case 'correct': {
      const draft = replaceWords(await words(), [[text(act.replace[0]), text(act.replace[1])]])
      const where = act.where ? { where: act.where } : {}
      const mending = {
        wrong: text(act.wrong),
        right: text(act.right),
        ...where,
        ...(act.grave ? { grave: true } : {}),
      }
      return must(await correct(newsroom, { ...base, draft, corrections: [mending] }), name).version
    }
    case 'kill':
      return must(await kill(newsroom, { ...base, notice: text(act.notice) }), name).version
    case 'hold': {
      must(await claim(newsroom, base), name)
      const until = momentAt(start + duration(act.in ?? '12h'), newsroom.house().zone)
      return must(await hold(newsroom, { ...base, until }), name).version
    }
    default:
      return act satisfies never
  }
}

/** The pictures of a story, kept; all stories' are decoded side by side. */
function picturesOf(ground: Ground, { head, name }: DemoStory, draft: Draft, at: Prepared['at']): Promise<Picture[]> {
  const kept = (head.pictures ?? []).map(async ({ file: picture, caption, alt, focus }): Promise<Picture> => {
    const given = {
      file: `${demoFolder}pictures/${picture}`,
      caption: fill(caption, at, head.language),
      alt,
      ...(focus ? { focus: { x: focus[0], y: focus[1] } } : {}),
    }
    const found = await keptPicture(ground, given, draft.language)
    if ('refused' in found) throw new Error(`demo picture ${picture} of ${name}: ${JSON.stringify(found.refused)}`)
    return found.picture
  })
  const all = Promise.all(kept)
  all.catch(() => {}) // told when its story is handed in
  return all
}

function must(outcome: Outcome, name: string): { story: string; version: number } {
  if ('refused' in outcome) throw new Error(`demo story ${name} was refused: ${JSON.stringify(outcome.refused)}`)
  return outcome.done
}

function markIn(dataFolder: string): string {
  return join(dataFolder, 'demonstration-begun')
}
