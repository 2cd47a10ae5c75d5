import { readCopy } from '../copy/read.ts'
import { type Reading } from '../copy/reading.ts'
import { toDraft } from '../copy/to-story.ts'
import { type Draft } from '../../story/story.ts'
import { hasClock } from '../../story/moment.ts'
import { plain } from '../../story/text.ts'
import { type Known } from '../format.ts'
import { printedMoment } from '../printed-moment.ts'
import { withoutEscapes } from './escapes.ts'

/**
 * Raw copy as a draft, by the copy reader. What it dropped and what it is unsure of stand in `lost`; what copy says of
 * itself (an update, a correction, an embargo that cannot be read) stands in the notes for the desk.
 */
export function understood(given: string, { language, expected, zone }: Known): { draft: Draft; lost: string[] } {
  const { text, lost: escapes } = withoutEscapes(given)
  const reading = readCopy(text, {
    ...(language && { language }),
    ...(expected && { expected }),
    ...(zone && { zone }),
  })
  const read = toDraft(reading, text)
  const headless = !read.copy.length && [read.standfirst ?? '', ...read.notes.desk].some((line) => line.trim())
  const draft = headless ? allCopy(read) : read
  const printed = reading.embargo ? printedMoment(reading.embargo, momentAbout(reading, draft, zone)) : undefined
  // A clock that is not understood must not let the copy out early: the whole day is kept.
  const until = printed && !hasClock(printed) ? { ...printed, local: `${printed.local}T23:59:59` } : printed
  const desk = [
    ...(reading.signal ? [`Came as: ${[reading.signal.is, reading.signal.number].filter(Boolean).join(' ')}`] : []),
    ...(reading.embargo && (!until || until !== printed) ? [`Embargo as printed: ${reading.embargo}`] : []),
  ]
  const corrects = reading.correctionNote ? [reading.correctionNote] : []
  return {
    draft: {
      ...draft,
      ...(until ? { embargo: { until } } : {}),
      notes: {
        public: join(draft.notes.public, corrects),
        desk: join(
          draft.notes.desk.filter((line) => !corrects.includes(line)),
          desk,
        ),
      },
    },
    lost: [
      ...escapes,
      ...reading.dropped.map((aside) => `dropped (${aside.why}): ${aside.text.slice(0, 200)}`),
      ...(headless ? ['unsure (no paragraph stood out as the first): all text under the head is copy'] : []),
      ...reading.unsure.map((aside) => `unsure (${aside.why}): ${aside.text.slice(0, 200)}`),
    ],
  }
}

/** Text that was taken for head and notes, with no copy after it, is the copy: nothing may be lost. */
function allCopy({ standfirst, ...draft }: Draft): Draft {
  const lines = [standfirst ?? '', ...draft.notes.desk].filter((line) => line.trim())
  return {
    ...draft,
    copy: lines.map((line) => ({ is: 'paragraph', text: plain(line) })),
    notes: { ...draft.notes, desk: [] },
  }
}

function momentAbout(reading: Reading, draft: Draft, zone: string | undefined): { language: string; zone?: string } {
  const clock = draft.dateline?.places.find((place) => place.zone)?.zone ?? zone
  return { language: reading.language, ...(clock ? { zone: clock } : {}) }
}

function join(there: readonly string[], more: readonly string[]): string[] {
  return [...there, ...more.filter((one) => !there.includes(one))]
}
