import { log } from '../log.ts'
import { problem } from '../story/problem.ts'
import { Unreadable } from './bytes.ts'
import { type Taken } from './format.ts'

/**
 * One record, as `understand` understands it. When that throws, the fault is ours: it is logged, the record is a problem that
 * says why, and its reader goes on to the next.
 */
export function oneRecord(
  { raw, path, file }: { raw: Uint8Array; path?: string; file?: string | undefined },
  understand: () => Pick<Taken, 'draft' | 'lost' | 'problem'>,
): Taken {
  const stood = { raw, ...(path !== undefined && { path }) }
  try {
    return { ...understand(), ...stood }
  } catch (error) {
    if (error instanceof Unreadable) return { ...stood, lost: [], problem: error.problem }
    log.error('A record could not be understood, which is a fault of the program; the next ones are read.', {
      ...(file !== undefined && { file }),
      ...(path !== undefined && { record: path }),
      error,
    })
    const why = `a fault of the program: ${error instanceof Error ? error.message : String(error)}`
    return { ...stood, lost: [], problem: problem('file.unreadable', path ?? file, { why }) }
  }
}
