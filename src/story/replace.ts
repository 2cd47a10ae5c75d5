import { type Block } from './copy.ts'
import { type Picture } from './picture.ts'
import { type Draft } from './story.ts'
import { type Run } from './text.ts'

/**
 * The same draft with words replaced in headline, standfirst, copy, entries and captions, as a correction does it: every `old`
 * becomes `new`. Words on both sides of the edge of a mark are left as they are.
 */
export function replaceWords(draft: Draft, pairs: readonly (readonly [old: string, fresh: string])[]): Draft {
  const words = (text: string): string =>
    pairs.reduce((all, [old, fresh]) => (old ? all.replaceAll(old, () => fresh) : all), text)
  const runs = (all: readonly Run[]): Run[] => all.map((run) => ({ ...run, text: words(run.text) }))
  const picture = (one: Picture): Picture => ({
    ...one,
    alt: words(one.alt),
    caption: { ...one.caption, text: words(one.caption.text) },
  })
  const rows = (all: readonly (readonly (readonly Run[])[])[]) => all.map((row) => row.map(runs))
  const block = (one: Block): Block => {
    switch (one.is) {
      case 'paragraph':
      case 'subhead':
        return { ...one, text: runs(one.text) }
      case 'quotation':
        return { ...one, paragraphs: one.paragraphs.map(runs), ...(one.speaker ? { speaker: runs(one.speaker) } : {}) }
      case 'list':
        return { ...one, items: one.items.map(runs) }
      case 'table':
        return {
          ...one,
          ...(one.caption ? { caption: runs(one.caption) } : {}),
          head: rows(one.head),
          rows: rows(one.rows),
          foot: rows(one.foot),
        }
      case 'preformatted':
        return { ...one, text: words(one.text) }
      case 'picture':
        return { ...one, picture: picture(one.picture) }
      case 'embed':
        return { ...one, title: words(one.title), fallback: words(one.fallback) }
      case 'slot':
        return one
      default:
        return one satisfies never
    }
  }
  return {
    ...draft,
    headline: words(draft.headline),
    ...(draft.standfirst ? { standfirst: words(draft.standfirst) } : {}),
    copy: draft.copy.map(block),
    ...(draft.running
      ? {
          running: {
            ...draft.running,
            entries: draft.running.entries.map((entry) => ({
              ...entry,
              ...(entry.headline ? { headline: words(entry.headline) } : {}),
              copy: entry.copy.map(block),
            })),
          },
        }
      : {}),
    pictures: draft.pictures.map(picture),
  }
}
