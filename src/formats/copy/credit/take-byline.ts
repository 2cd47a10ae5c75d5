import { type Notebook, claim, contact } from '../notebook.ts'
import { type Piece, cut } from '../text/piece.ts'
import { besides, reachesIn } from './reach.ts'

/** Takes a line for the byline. How its writer is reached goes to the desk and is not printed with the name. */
export function takeByline(piece: Piece, notebook: Notebook): void {
  const { reading, lexicon } = notebook
  const { text } = piece
  const reaches = reachesIn(text, lexicon)
  for (const { start, end } of reaches) {
    const reach = cut(piece, start, end)
    if (reach) contact(notebook, reach)
  }
  const kept = besides(text.length, reaches).flatMap(({ start, end }) => cut(piece, start, end) ?? [])
  for (const part of kept) claim(notebook, part, 'byline')
  const line = bare(kept.map((part) => part.text).join(' '), reaches.length > 0)
  if (/[\p{L}\p{N}]/u.test(line)) reading.byline.push(line)
}

/** The byline a dateline holds, without how its writer is reached. */
export function bareByline(line: string, { lexicon }: Notebook): string {
  const reaches = reachesIn(line, lexicon)
  const kept = besides(line.length, reaches).map(({ start, end }) => line.slice(start, end).trim())
  return bare(kept.join(' ').trim(), reaches.length > 0)
}

function bare(line: string, cutOut: boolean): string {
  return cutOut ? line.replaceAll(/\s+(?=[,;)）\]])/gu, '').replace(/[\s,;|·(–—-]+$/u, '') : line
}
