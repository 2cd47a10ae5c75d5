import { basename, join } from 'node:path'
import { inventedFiles, labelledIn, sharedFolder } from './labelled.ts'
import { type Score, scoreOf } from './score.ts'

/**
 * Scores the copy reader against labelled copy, per field, strict and lenient (lenient leaves out pieces whose label is doubtful), and
 * lists what it got wrong. `--quiet` leaves the list out; words after it choose files by name, and a path to a file of pieces outside the
 * project scores that file alone.
 */
const [...args] = process.argv.slice(2)
const quiet = args.includes('--quiet')
const words = args.filter((arg) => !arg.startsWith('--'))
const own = words.filter((word) => word.includes('/'))
const only = words.filter((word) => !word.includes('/'))
const shared = sharedFolder()
if (!shared)
  process.stdout.write(
    'The shared labelled copy is not here (DATELINE_SHARED or ../shared): only the invented pieces are scored.\n',
  )
const known = [...(shared ? [join(shared, 'corpora/copy-labelled/labelled.jsonl')] : []), ...inventedFiles()]
const sets = own.length
  ? own
  : known.filter((file) => !only.length || only.some((word) => basename(file).startsWith(word)))
for (const file of sets) report(basename(file), labelledIn(file).map(scoreOf))

function report(name: string, scores: readonly Score[]): void {
  const lenient = scores.filter(({ piece }) => !piece.doubtful)
  const fields = [...new Set(scores.flatMap(({ verdicts }) => verdicts.map(({ field }) => field)))]
  process.stdout.write(`\n${name}: ${scores.length} pieces, ${lenient.length} without a doubt\n`)
  for (const field of fields)
    process.stdout.write(
      `  ${field.padEnd(16)}${counted(scores, field).padStart(12)} strict${counted(lenient, field).padStart(12)} lenient\n`,
    )
  process.stdout.write(
    `  ${'credits F1'.padEnd(16)}${f1(scores).padStart(12)} strict${f1(lenient).padStart(12)} lenient\n`,
  )
  if (quiet) return
  for (const { piece, verdicts } of scores)
    for (const { field, right, read, wanted } of verdicts)
      if (!right)
        process.stdout.write(
          `  ${piece.doubtful ? '?' : '!'} ${piece.id} ${field}: read ${short(read)}\n${' '.repeat(8)}wanted ${short(wanted)}\n`,
        )
}

function counted(scores: readonly Score[], field: string): string {
  const all = scores.flatMap(({ verdicts }) => verdicts.filter((verdict) => verdict.field === field))
  return `${all.filter(({ right }) => right).length}/${all.length}`
}

function f1(scores: readonly Score[]): string {
  const sum = (pick: (score: Score) => number) => scores.reduce((total, score) => total + pick(score), 0)
  const [right, read, wanted] = [sum((s) => s.credits.right), sum((s) => s.credits.read), sum((s) => s.credits.wanted)]
  return wanted + read ? ((2 * right) / (read + wanted)).toFixed(3) : '-'
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
