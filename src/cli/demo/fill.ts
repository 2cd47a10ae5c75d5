import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCopy } from '../../formats/copy/read.ts'
import { toDraft } from '../../formats/copy/to-story.ts'
import { type Ground } from '../../ground.ts'
import { correct } from '../../newsroom/correct.ts'
import { claim } from '../../newsroom/claim.ts'
import { file } from '../../newsroom/file.ts'
import { hold } from '../../newsroom/hold.ts'
import { kill } from '../../newsroom/kill.ts'
import { type Newsroom, type Outcome } from '../../newsroom/newsroom.ts'
import { publish } from '../../newsroom/publish.ts'
import { update } from '../../newsroom/update.ts'
import { storyById, storyCalled } from '../../store/lookup.ts'
import { epoch, momentAt } from '../../story/moment.ts'
import { replaceWords } from '../../story/replace.ts'
import { type Draft, draftOf } from '../../story/story.ts'
import { revised, withPicture } from '../take-in.ts'
import { type Act, type DemoStory, demoFolder, duration, type readDemo, when } from './content.ts'
import { fill } from './placeholders.ts'

type Demo = Awaited<ReturnType<typeof readDemo>>

/** Whether a first start was interrupted while it filled the agency. */
export async function isHalfDone(ground: Ground): Promise<boolean> {
  return (await startOf(ground)) !== undefined
}

/**
 * Files the demonstration's copy as if it had come in over the last days: through the copy reader and the verbs, act by act in
 * the order of their moments. Begun once it may be finished later: what is there already is left alone.
 */
export async function finishDemo(ground: Ground, { stories, open }: Demo): Promise<number> {
  const start = (await startOf(ground)) ?? epoch(ground.newsroom.clock())
  await writeFile(mark(ground), new Date(start).toISOString())
  const acts = stories
    .flatMap((story) => story.head.acts.map((act, nth) => ({ story, act, nth, at: when(act, start) })))
    .toSorted((a, b) => a.at - b.at || a.nth - b.nth)
  const handed = new Map<string, boolean>()
  for (const { story, act, at } of acts) {
    const newsroom: Newsroom = { ...ground.newsroom, clock: () => momentAt(at, ground.house().zone) }
    if (!handed.has(story.name)) handed.set(story.name, await hand(ground, newsroom, story))
    if (handed.get(story.name)) await perform({ ground, newsroom, story, open, start }, act)
  }
  await rm(mark(ground), { force: true })
  return [...handed.values()].filter(Boolean).length
}

type Performing = { ground: Ground; newsroom: Newsroom; story: DemoStory; open: Demo['open']; start: number }

/** Hands the raw copy in. Nothing when it was in already, from a start that was interrupted. */
async function hand(ground: Ground, newsroom: Newsroom, story: DemoStory): Promise<boolean> {
  const { head } = story
  const by = head.acts.find(({ as }) => as)?.as ?? head.by?.[0] ?? 'dateline'
  if (await storyCalled(ground.database, head.slug)) return false
  const raw = fill(story.raw, newsroom.clock(), head.language)
  let draft = understood(raw, story, newsroom)
  const embargo = head.acts.find((act) => act.do === 'embargo')
  if (embargo?.in) {
    const until = momentAt(epoch(ground.newsroom.clock()) + duration(embargo.in), ground.house().zone)
    draft = { ...draft, embargo: { until, ...(embargo.reason ? { reason: embargo.reason } : {}) } }
  }
  for (const { file: name, caption, alt, focus } of head.pictures ?? []) {
    const said = fill(caption, newsroom.clock(), head.language)
    const pictured = await withPicture(ground, draft, { file: `${demoFolder}pictures/${name}`, caption: said, alt })
    if ('refused' in pictured) throw new Error(`demo picture ${name}: ${JSON.stringify(pictured.refused)}`)
    const focused = pictured.draft.pictures.map((one, at, all) =>
      focus && at === all.length - 1 ? { ...one, focus: { x: focus[0], y: focus[1] } } : one,
    )
    draft = { ...pictured.draft, pictures: focused }
  }
  const related = await Promise.all((head.related ?? []).map((slug) => storyCalled(ground.database, slug)))
  const original = head.translationOf ? await storyCalled(ground.database, head.translationOf) : undefined
  draft = {
    ...draft,
    related: related.filter((id) => id !== undefined),
    ...(original ? { translationOf: original } : {}),
  }
  must(
    await file(newsroom, { draft, by, raw: Buffer.from(raw), ...(head.desk ? { desk: head.desk } : {}) }),
    story.name,
  )
  return true
}

/** What the copy reader makes of raw copy, with what stands above it in the file. */
function understood(raw: string, { head }: DemoStory, newsroom: Newsroom): Draft {
  const draft = toDraft(readCopy(raw, { language: head.language, zone: newsroom.house().zone }), raw)
  const { source: _, ...own } = draft // it is the agency's own copy
  return {
    ...own,
    slug: head.slug,
    sections: [head.section],
    language: head.language,
    ...(head.urgency ? { urgency: head.urgency } : {}),
    keywords: head.keywords ?? draft.keywords,
    subjects: (head.subjects ?? []).map((code) => ({ code })),
    ...(head.standfirst ? { standfirst: fill(head.standfirst, newsroom.clock(), head.language) } : {}),
  }
}

async function perform({ ground, newsroom, story, open, start }: Performing, act: Act): Promise<void> {
  const { head, name } = story
  const id = await storyCalled(ground.database, head.slug)
  const known = id && (await storyById(ground.database, id))
  if (!known) throw new Error(`demo story ${name} is not there`)
  const by = act.as ?? head.by?.[0] ?? 'dateline'
  const base = { story: known.id, basedOn: known.version, by }
  const text = (said: string) => fill(said, newsroom.clock(), head.language)
  switch (act.do) {
    case 'embargo':
      return // it was filed with the copy
    case 'publish':
      return must(await publish(newsroom, base), name)
    case 'update': {
      const raw = text(await open(act.raw))
      const newer = {
        ...understood(raw, story, newsroom),
        ...(act.standfirst ? { standfirst: text(act.standfirst) } : {}),
      }
      return must(await update(newsroom, { ...base, draft: revised(draftOf(known), newer) }), name)
    }
    case 'correct': {
      const draft = replaceWords(draftOf(known), [[text(act.replace[0]), text(act.replace[1])]])
      const mending = {
        wrong: text(act.wrong),
        right: text(act.right),
        ...(act.where ? { where: act.where } : {}),
        ...(act.grave ? { grave: true } : {}),
      }
      return must(await correct(newsroom, { ...base, draft, corrections: [mending] }), name)
    }
    case 'kill':
      return must(await kill(newsroom, { ...base, notice: text(act.notice) }), name)
    case 'hold': {
      must(await claim(newsroom, base), name)
      return must(
        await hold(newsroom, { ...base, until: momentAt(start + duration(act.in ?? '12h'), newsroom.house().zone) }),
        name,
      )
    }
    default:
      act satisfies never
  }
}

function must(outcome: Outcome, name: string): void {
  if ('refused' in outcome) throw new Error(`demo story ${name} was refused: ${JSON.stringify(outcome.refused)}`)
}

function mark(ground: Ground): string {
  return join(ground.config.dataFolder, 'demonstration-begun')
}

async function startOf(ground: Ground): Promise<number | undefined> {
  const text = await readFile(mark(ground), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Date.parse(text)
}
