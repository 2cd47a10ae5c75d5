/** One word of `dateline …`: what it is for, its help, and the act. `main.ts` lists them all. */
export type Command = {
  name: string
  /** One line for the list that `dateline --help` prints. */
  about: string
  /** The whole of `dateline NAME --help`: usage, flags, exit codes, an example. */
  help: string
  /** Does it; `args` are the words after the name. Answers the exit code (see `exit`). */
  run(args: readonly string[]): Promise<number>
}

/** Exit codes, the same for every command: scripts may rely on them. */
export const exit = {
  /** Done, all of it. */
  done: 0,
  /** Something was refused or could not be done; a sentence on standard error says what and how to mend it. */
  refused: 1,
  /** The call itself was wrong: an unknown flag, a missing argument, a setting that is not valid. */
  usage: 2,
  /** Done in part: what was left out is listed. */
  partly: 3,
} as const

/** A call that cannot be understood; `main.ts` prints the sentence and the usage and answers `exit.usage`. */
export class UsageError extends Error {}
