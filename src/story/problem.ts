import { type ProblemCode } from './codes.ts'

/**
 * Something that a person can put right: refused copy, an outdated base, a field that is missing.
 * `code` is stable and others may rely on it; `path` says where it hurts (`copy[3].href`); `values` fill the
 * sentence that `words/` makes of it in the reader's language. Faults that nobody at a desk can mend are thrown instead.
 */
export type Problem = { code: ProblemCode; path?: string; values?: Readonly<Record<string, string>> }

/** Makes a problem; leaves out what is not given. */
export function problem(code: ProblemCode, path?: string, values?: Readonly<Record<string, string>>): Problem {
  return { code, ...(path ? { path } : {}), ...(values ? { values } : {}) }
}
