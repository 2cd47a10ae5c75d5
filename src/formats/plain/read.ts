import { problem } from '../../story/problem.ts'
import { collected, decoded } from '../bytes.ts'
import { type Reader } from '../format.ts'
import { understood } from './understood.ts'

/** One piece of raw copy, or the text of a saved page, in any language: a file is one story. */
export const plainCopy: Reader = {
  name: 'copy',
  detect: (head) => decoded(head) !== undefined,
  async *read(input, known = {}) {
    const raw = await collected(input)
    const text = decoded(raw)
    if (!text)
      return yield {
        raw,
        lost: [],
        problem: problem('file.unreadable', known.file, { why: 'these bytes are no text' }),
      }
    const { draft, lost } = understood(text.text, known)
    if (!draft.copy.length)
      return yield { raw, lost, problem: problem('file.no-story', known.file, { file: known.file ?? '' }) }
    const source = {
      ...draft.source,
      provider: draft.source?.provider || known.provider || '',
      format: 'copy',
      ...(known.file ? { path: known.file } : {}),
      ...(lost.length ? { lost } : {}),
    }
    yield { draft: { ...draft, source }, raw, lost }
  },
}
