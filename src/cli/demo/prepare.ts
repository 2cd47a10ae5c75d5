import { setImmediate as breath } from 'node:timers/promises'
import { readCopy } from '../../formats/copy/read.ts'
import { toDraft } from '../../formats/copy/to-story.ts'
import { type House } from '../../config/house.ts'
import { captionIn } from '../../pictures/caption.ts'
import { type Caption } from '../../story/picture.ts'
import { type Moment, momentAt } from '../../story/moment.ts'
import { type Running, withEntry } from '../../story/running.ts'
import { type Draft } from '../../story/story.ts'
import { type Act, type DemoStory, type readDemo } from './content.ts'
import { marked } from './marks.ts'
import { fill } from './placeholders.ts'
import { duration, timesOf } from './times.ts'

/** An act with its moment, and what the copy reader made of the copy that comes in with it. */
export type Prepared = {
  story: DemoStory
  act: Act
  at: Moment
  raw: string
  filed: Draft
  /** Of its pictures, in their order. */
  captions: readonly Caption[]
  newer?: Draft
  running?: Running
}

/**
 * All acts of the demonstration in the order of their moments, for a first start at `start` (milliseconds). Everything that
 * needs no database is done here, while the database starts.
 */
export async function prepareDemo(
  { stories, open }: Awaited<ReturnType<typeof readDemo>>,
  { zone }: House,
  start: number,
): Promise<Prepared[]> {
  const all: (Prepared & { ms: number; nth: number })[] = []
  const when = timesOf(stories, start, zone)
  for (const story of stories) {
    await breath() // PostgreSQL is being started meanwhile, step by step
    const acts = story.head.acts
      .map((act, nth) => ({ act, nth, ms: when(story, act) }))
      .toSorted((a, b) => a.ms - b.ms || a.nth - b.nth)
    const first = momentAt(acts[0]?.ms ?? start, zone)
    const raw = fill(story.raw, first, story.head.language)
    const filed = under(understood(raw, story, first), story, start, zone)
    const captions = (story.head.pictures ?? []).map(({ caption }) =>
      captionIn(fill(caption, first, story.head.language), story.head.language),
    )
    for (const { act, nth, ms } of acts) {
      const at = momentAt(ms, zone)
      const newer =
        act.do === 'update'
          ? { newer: understood(fill(await open(act.raw), at, story.head.language), story, at, act.standfirst) }
          : {}
      const running = act.do === 'entries' ? { running: entriesIn(await open(act.raw), story, start, zone) } : {}
      all.push({ story, act, at, raw, filed, captions, ms, nth, ...newer, ...running })
    }
  }
  return all.toSorted((a, b) => a.ms - b.ms || a.nth - b.nth)
}

/** What the copy reader makes of raw copy, with what stands above it in the file. */
function understood(raw: string, { head }: DemoStory, at: Moment, standfirst = head.standfirst): Draft {
  const draft = toDraft(readCopy(raw, { language: head.language, zone: at.zone }), raw)
  const { source: _, ...own } = draft // it is the agency's own copy
  return {
    ...own,
    ...(head.marks ? { copy: marked(own.copy, head.marks) } : {}),
    slug: head.slug,
    sections: [head.section],
    language: head.language,
    ...(head.urgency ? { urgency: head.urgency } : {}),
    keywords: head.keywords ?? draft.keywords,
    subjects: (head.subjects ?? []).map((code) => ({ code })),
    ...(head.note
      ? { notes: { ...draft.notes, public: [...draft.notes.public, fill(head.note, at, head.language)] } }
      : {}),
    ...(standfirst ? { standfirst: fill(standfirst, at, head.language) } : {}),
  }
}

/** The entries of a running story: each opened by `== AGO | HEADLINE`, with `| key` behind it for a key event. */
function entriesIn(text: string, { name, head: { language } }: DemoStory, start: number, zone: string): Running {
  const running = text
    .split(/^== /m)
    .filter((part) => part.trim())
    .reduce<Running | undefined>((sofar, part) => {
      const [, ago = '', headline = '', key, copy = ''] = /^([\ddhm ]+) \| (.+?)( \| key)?\n([\s\S]*)$/.exec(part) ?? []
      if (!ago) throw new Error(`demo story ${name}: an entry has no moment: ${part.slice(0, 40)}`)
      const at = momentAt(start - duration(ago), zone)
      const raw = fill(copy, at, language).trim()
      const blocks = toDraft(readCopy(raw, { as: 'dateline', language, zone }), raw).copy
      return withEntry(sofar, {
        at,
        headline: fill(headline, at, language),
        copy: blocks,
        ...(key ? { key: true } : {}),
      })
    }, undefined)
  if (!running) throw new Error(`demo story ${name} has no entries`)
  return running
}

function under(draft: Draft, { head }: DemoStory, start: number, zone: string): Draft {
  const embargo = head.acts.find((act) => act.do === 'embargo')
  if (!embargo?.in) return draft
  const until = momentAt(start + duration(embargo.in), zone)
  return { ...draft, embargo: { until, ...(embargo.reason ? { reason: embargo.reason } : {}) } }
}
