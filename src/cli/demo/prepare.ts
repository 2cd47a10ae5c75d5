import { readCopy } from '../../formats/copy/read.ts'
import { toDraft } from '../../formats/copy/to-story.ts'
import { type House } from '../../config/house.ts'
import { type Moment, momentAt } from '../../story/moment.ts'
import { type Draft } from '../../story/story.ts'
import { type Act, type DemoStory, duration, type readDemo, when } from './content.ts'
import { fill } from './placeholders.ts'

/** An act with its moment, and what the copy reader made of the copy that comes in with it. */
export type Prepared = { story: DemoStory; act: Act; at: Moment; raw: string; filed: Draft; newer?: Draft }

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
  for (const story of stories) {
    const acts = story.head.acts
      .map((act, nth) => ({ act, nth, ms: when(act, start) }))
      .toSorted((a, b) => a.ms - b.ms || a.nth - b.nth)
    const first = momentAt(acts[0]?.ms ?? start, zone)
    const raw = fill(story.raw, first, story.head.language)
    const filed = under(understood(raw, story, first), story, start, zone)
    for (const { act, nth, ms } of acts) {
      const at = momentAt(ms, zone)
      const newer =
        act.do === 'update'
          ? { newer: understood(fill(await open(act.raw), at, story.head.language), story, at, act.standfirst) }
          : {}
      all.push({ story, act, at, raw, filed, ms, nth, ...newer })
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
    slug: head.slug,
    sections: [head.section],
    language: head.language,
    ...(head.urgency ? { urgency: head.urgency } : {}),
    keywords: head.keywords ?? draft.keywords,
    subjects: (head.subjects ?? []).map((code) => ({ code })),
    ...(standfirst ? { standfirst: fill(standfirst, at, head.language) } : {}),
  }
}

function under(draft: Draft, { head }: DemoStory, start: number, zone: string): Draft {
  const embargo = head.acts.find((act) => act.do === 'embargo')
  if (!embargo?.in) return draft
  const until = momentAt(start + duration(embargo.in), zone)
  return { ...draft, embargo: { until, ...(embargo.reason ? { reason: embargo.reason } : {}) } }
}
