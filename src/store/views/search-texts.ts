import { type Copy, copyLines } from '../../story/copy.ts'
import { type Running, newestFirst } from '../../story/running.ts'

/** What is told in sentences, the newest entries of a running story first: a piece of a table means nothing by itself. */
export function told(standfirst: string | null, copy: Copy, running: Running | null): string {
  const entries = newestFirst(running ? { running } : {})
  const lines = [
    ...(standfirst ? [standfirst] : []),
    ...sentences(copy, !entries.length),
    ...entries.flatMap((entry) => [...(entry.headline ? [entry.headline] : []), ...sentences(entry.copy, true)]),
  ]
  return lines.join(' ')
}

function sentences(copy: Copy, all: boolean): string[] {
  const prose = copy.filter(({ is }) => is === 'paragraph' || is === 'quotation' || is === 'list')
  return copyLines(all && !prose.length ? copy : prose)
}

/** Signs in which words are looked for to mark them, all results of a page together. */
const looked = 200_000

/** Texts as they are while they are short together; else the longest are cut to an even share, so that no page takes long to make. */
export function evenly(texts: readonly string[], room = looked): string[] {
  const shares = new Map<number, number>()
  const byLength = texts.map(({ length }, at) => ({ length, at })).toSorted((one, other) => one.length - other.length)
  let left = room
  for (const [place, { length, at }] of byLength.entries()) {
    const share = Math.min(length, Math.floor(left / (texts.length - place)))
    shares.set(at, share)
    left -= share
  }
  return texts.map((text, at) => text.slice(0, shares.get(at)))
}
