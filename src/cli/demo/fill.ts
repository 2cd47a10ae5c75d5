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
import { completed } from '../../pictures/caption.ts'
import { storyById } from '../../store/lookup.ts'
import { newestStories, storiesMeant } from '../../store/views/reference.ts'
import { momentAt } from '../../story/moment.ts'
import { type Picture } from '../../story/picture.ts'
import { replaceWords } from '../../story/replace.ts'
import { type Draft, draftOf } from '../../story/story.ts'
import { keptPicture } from '../picture.ts'
import { revised } from '../take-in.ts'
import { demoFolder, type readDemo } from './content.ts'
import { begunIn, markBegun, markDone } from './mark.ts'
import { fill } from './placeholders.ts'
import { type Prepared, prepareDemo } from './prepare.ts'
import { duration } from './times.ts'
import { onceFor, together, wavesOf } from './together.ts'

/** A demonstration that can be filed: begun at `start`, which an earlier start that was interrupted may have set. */
export type Demo = { start: number; isHalfDone: boolean; acts: readonly Prepared[] }

/** Reads the demonstration’s copy for a house whose data lie in a folder, as of `now` (milliseconds); needs no database. */
export async function readyDemo(
  content: Awaited<ReturnType<typeof readDemo>>,
  house: House,
  dataFolder: string,
  now = Date.now(),
): Promise<Demo> {
  const begun = await begunIn(dataFolder)
  // A start that was cut off while it wrote the mark has filed nothing yet.
  const start = begun || now
  return { start, isHalfDone: begun !== undefined, acts: await prepareDemo(content, house, start) }
}

/**
 * Files the demonstration's copy as if it had come in over the last weeks: through the copy reader and the verbs, act by act in
 * the order of their moments. Begun once it may be finished later: what is there already is left alone. Answers how many
 * stories it filed.
 */
export async function finishDemo(ground: Ground, { start, acts }: Demo): Promise<number> {
  await markBegun(ground.config.dataFolder, start)
  const isNew = (await newestStories(ground.database, 1)).length === 0
  const picturesOf = picturesIn(ground)
  const pictures = new Map(acts.map((one) => [one.story.name, picturesOf(one)]))
  const known = new Map<string, Known>()
  const handIn = async (batch: readonly Prepared[]): Promise<void> => {
    const fresh = batch.filter(({ story }) => !known.has(story.head.slug))
    if (!isNew) for (const [slug, story] of await alreadyThere(ground, fresh)) known.set(slug, story)
    for (const wave of wavesOf(fresh.filter(({ story }) => !known.has(story.head.slug)))) {
      const filed = await together(ground, wave, async (newsroom, one) =>
        hand(newsroom, one, await pictures.get(one.story.name)!, known),
      )
      for (const [nth, { story }] of wave.entries()) known.set(story.head.slug, filed[nth]!)
    }
  }
  const batches = batchesOf(acts)
  let handing = handIn(batches[0] ?? [])
  for (const [n, batch] of batches.entries()) {
    await handing
    handing = handIn(batches[n + 1] ?? []) // beside the acts of this one
    handing.catch(() => {}) // told when its turn comes
    const open = batch.filter(({ story }) => !known.get(story.head.slug)!.isOld)
    const versions = await together(ground, open, (newsroom, one) =>
      perform({ ground, newsroom, start }, one, known.get(one.story.head.slug)!),
    )
    for (const [nth, { story }] of open.entries()) {
      const { slug } = story.head
      known.set(slug, { ...known.get(slug)!, version: versions[nth]! })
    }
  }
  await markDone(ground.config.dataFolder)
  return [...known.values()].filter(({ isOld }) => !isOld).length
}

type Known = { id: string; version: number; isOld?: boolean }
type Performing = { ground: Ground; newsroom: Newsroom; start: number }

const most = 16

/** Acts that may be done together: one that reads what an earlier act of its story has made begins anew. */
function batchesOf(acts: readonly Prepared[]): Prepared[][] {
  return acts.reduce<Prepared[][]>((batches, one) => {
    const last = batches.at(-1)
    const isTogether = last && last.length < most && !last.some(({ story }) => story === one.story)
    return isTogether ? [...batches.slice(0, -1), [...last, one]] : [...batches, [one]]
  }, [])
}

/** Stories that an earlier start has filed; one that was filed and no more still waits for its acts. */
async function alreadyThere({ database }: Ground, acts: readonly Prepared[]): Promise<[string, Known][]> {
  const found: [string, Known][] = []
  for (const { slug } of acts.map(({ story }) => story.head)) {
    const [story] = await storiesMeant(database, slug)
    if (!story) continue
    const waits = story.version === 1 && story.publication.is === 'never' && story.work.is === 'filed'
    found.push([slug, { id: story.id, version: story.version, isOld: !waits }])
  }
  return found
}

/** Hands the raw copy in. */
async function hand(
  newsroom: Newsroom,
  { story: { name, head }, raw, filed }: Prepared,
  pictures: readonly Picture[],
  known: ReadonlyMap<string, Known>,
): Promise<Known> {
  const by = head.acts.find(({ as }) => as)?.as ?? head.by?.[0] ?? 'dateline'
  const desk = head.desk ? { desk: head.desk } : {}
  const original = known.get(head.translationOf ?? '')
  const draft: Draft = {
    ...filed,
    pictures,
    related: (head.related ?? []).flatMap((slug) => known.get(slug)?.id ?? []),
    ...(original ? { translationOf: original.id } : {}),
  }
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

/** Keeps pictures, each file once and all side by side; answers those of a story, with its words for them. */
function picturesIn(ground: Ground): (one: Prepared) => Promise<Picture[]> {
  const keep = onceFor(async (name) => {
    const found = await keptPicture(ground, { file: `${demoFolder}pictures/${name}` }, 'en')
    if ('refused' in found) throw new Error(`demo picture ${name}: ${JSON.stringify(found.refused)}`)
    return found.picture
  })
  return ({ story: { head }, captions }) => {
    const kept = (head.pictures ?? []).map(async ({ file: name, alt, focus }, nth): Promise<Picture> => {
      const own = await keep(name)
      const caption = completed(captions[nth]!, own.caption)
      return { ...own, alt, caption, ...(focus && { focus: { x: focus[0], y: focus[1] } }) }
    })
    const all = Promise.all(kept)
    all.catch(() => {}) // told when its story is handed in
    return all
  }
}

function must(outcome: Outcome, name: string): { story: string; version: number } {
  if ('refused' in outcome) throw new Error(`demo story ${name} was refused: ${JSON.stringify(outcome.refused)}`)
  return outcome.done
}
