import { copyLines } from '../story/copy.ts'
import type { Draft } from '../story/story.ts'

/** A draft of another format in the shapes that `parse` prints for copy; what that format has no word for is empty. */
export function objectOfDraft(draft: Draft, format: string, lost: readonly string[]): Record<string, unknown> {
  const { dateline, printed } = draft
  return {
    format,
    language: draft.language,
    headline: draft.headline || null,
    standfirst: draft.standfirst ?? null,
    section: draft.sections[0] ?? null,
    published: printed?.published?.local ?? null,
    updated: printed?.updated?.local ?? null,
    dateline: dateline
      ? {
          places: dateline.places.map(({ name, region }) => (region ? { name, region } : { name })),
          ...(dateline.date ? { date: dateline.date } : {}),
          source: dateline.source ?? null,
          raw: dateline.raw ?? '',
        }
      : { places: [], source: null, raw: '' },
    byline: draft.byline,
    body: copyLines(draft.copy),
    captions: draft.pictures.map(({ caption }) => ({
      ...caption,
      credit: { agency: caption.credit?.agency ?? null, photographer: caption.credit?.photographer ?? null },
    })),
    credits: draft.credits.map(({ role, people }) => ({
      role,
      people: people.map(({ name, place, organisation, kind }) => ({
        name,
        ...(place ? { place } : {}),
        ...(organisation ? { org: organisation } : {}),
        ...(kind ? { kind } : {}),
      })),
    })),
    standards: draft.standards ?? null,
    subheads: draft.copy.flatMap((block) =>
      block.is === 'subhead' ? [block.text.map(({ text }) => text).join('')] : [],
    ),
    notes: draft.notes.desk,
    contact: draft.contact.length ? draft.contact.join('\n') : null,
    signal: null,
    source: draft.source?.provider ?? null,
    dropped: lost.map((text) => ({ text, why: 'no place in the story' })),
    unsure: [],
    story: draft,
  }
}
