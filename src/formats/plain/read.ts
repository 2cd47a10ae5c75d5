import { problem } from '../../story/problem.ts'
import { collected } from '../bytes.ts'
import { type Decoded, decoded } from '../decoded.ts'
import { type Known, type Reader, type Taken } from '../format.ts'
import { oneRecord } from '../one-record.ts'
import { understood } from './understood.ts'

/** One piece of raw copy, or the text of a saved page, in any language: a file is one story. */
export const plainCopy: Reader = {
  name: 'copy',
  detect: (head) => decoded(head) !== undefined,
  async *read(input, known = {}) {
    const raw = await collected(input)
    const text = decoded(raw)
    if (text) yield oneRecord({ raw, file: known.file }, () => takenOf(text, known))
    else yield { raw, lost: [], problem: problem('file.unreadable', known.file, { why: 'these bytes are no text' }) }
  },
}

function takenOf({ text, lost: mended }: Decoded, known: Known): Pick<Taken, 'draft' | 'lost' | 'problem'> {
  const { draft, lost: left } = understood(text, known)
  const lost = [...mended, ...left]
  if (!draft.copy.length) return { lost, problem: problem('file.no-story', known.file) }
  const source = {
    ...draft.source,
    provider: draft.source?.provider || known.provider || '',
    format: 'copy',
    ...(known.file ? { path: known.file } : {}),
    ...(lost.length ? { lost } : {}),
  }
  return { draft: { ...draft, source }, lost }
}
