import { type Outcome } from '../newsroom/newsroom.ts'
import { type Problem } from '../story/problem.ts'
import { sentenceOf } from '../words/problems.ts'
import { exit } from './command.ts'

/** A line for a person on standard output; `--json` callers print with `JSON.stringify` instead. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Every problem as a sentence on standard error. Answers the exit code of a refusal. */
export function refused(problems: readonly Problem[]): number {
  for (const one of problems) process.stderr.write(`${sentenceOf(one)}\n`)
  return exit.refused
}

/** What became of a verb: one line that says what is true now, or why nothing changed. */
export function tell(
  outcome: Outcome,
  what: (done: { story: string; version: number; entry?: number }) => string,
): number {
  if ('refused' in outcome) return refused(outcome.refused)
  say(what(outcome.done))
  for (const objection of outcome.warnings ?? [])
    process.stderr.write(`The house objects: ${JSON.stringify(objection)}\n`)
  return exit.done
}
