import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Outcome } from '../../newsroom/newsroom.ts'
import { type Draft } from '../../story/story.ts'
import { sentenceOf } from '../../words/problems.ts'
import { count } from '../count.ts'

/** What became of every record: counts for the terminal, and a file with a line for each that is no story, and why. */
export type Report = { lines: readonly string[]; refused: number }

export type Reporting = {
  /** Records accounted for so far. */
  readonly records: number
  story(where: string, draft: Draft, outcome: Outcome | undefined): void
  refusal(where: string, why: string): void
  lost(where: string, what: string): void
  end(): Promise<Report>
}

export async function openReport(
  dataFolder: string,
  { dryRun, toQueue, report }: { dryRun: boolean; toQueue: boolean; report?: string },
): Promise<Reporting> {
  const path =
    report ??
    join(
      dataFolder,
      'imports',
      `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}${dryRun ? '-dry-run' : ''}.txt`,
    )
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'w')
  const out = lineWriter(file)
  const counts = { stories: 0, had: 0, refused: 0, lost: 0 }
  const reasons = new Map<string, number>()
  const span: { from?: string; to?: string } = {}

  const reporting: Reporting = {
    get records() {
      return counts.stories + counts.had + counts.refused
    },
    story(where, draft, outcome) {
      if (outcome && 'refused' in outcome) {
        const [first] = outcome.refused
        if (first?.code !== 'story.duplicate')
          return reporting.refusal(where, outcome.refused.map(sentenceOf).join(' '))
        counts.had++
        out.write(`here already\t${where}\n`)
        return
      }
      if (!outcome && !toQueue && !draft.printed?.published)
        return reporting.refusal(where, sentenceOf({ code: 'archive.moment-missing' }))
      counts.stories++
      if (!outcome)
        out.write(
          `a story\t${where}\t${draft.printed?.published?.local ?? 'no date'}\t${draft.headline.replaceAll(/\s+/g, ' ')}\n`,
        )
      const day = draft.printed?.published?.local.slice(0, 10)
      if (day && (!span.from || day < span.from)) span.from = day
      if (day && (!span.to || day > span.to)) span.to = day
    },
    refusal(where, why) {
      counts.refused++
      reasons.set(why, (reasons.get(why) ?? 0) + 1)
      out.write(`no story\t${where}\t${why.replaceAll(/\s+/g, ' ')}\n`)
    },
    lost(where, what) {
      counts.lost++
      out.write(`left out\t${where}\t${what.replaceAll(/\s+/g, ' ')}\n`)
    },
    async end() {
      await out.end()
      const n = (count: number) => count.toLocaleString('en')
      const lines = [
        dryRun
          ? `${count(reporting.records, 'record')}: ${n(counts.stories)} would be ${counts.stories === 1 ? 'a story, unless it is' : 'stories, unless they are'} here already; ${n(counts.refused)} no story`
          : `${count(reporting.records, 'record')}: ${count(counts.stories, 'story', 'stories')}, ${n(counts.had)} here already, ${n(counts.refused)} no story`,
        ...(span.from ? [`from ${span.from} to ${span.to}`] : []),
        ...[...reasons]
          .toSorted((a, b) => b[1] - a[1])
          .slice(0, 12)
          .map(([why, count]) => `${n(count).padStart(8)}  ${why}`),
        ...(counts.lost
          ? [`${count(counts.lost, 'field')} had no place and ${counts.lost === 1 ? 'is' : 'are'} in the report`]
          : []),
        `${dryRun ? 'Every record' : 'Every record that is no story'} has its line in ${path}`,
      ]
      return { lines, refused: counts.refused }
    },
  }
  return reporting
}

/** Writes lines in order and in large pieces. */
function lineWriter(file: FileHandle): { write(line: string): void; end(): Promise<void> } {
  let waiting = ''
  let writing = Promise.resolve()
  const flush = (): void => {
    const text = waiting
    waiting = ''
    if (text) writing = writing.then(() => file.appendFile(text))
  }
  return {
    write(line) {
      waiting += line
      if (waiting.length > 1 << 16) flush()
    },
    async end() {
      flush()
      try {
        await writing
      } finally {
        await file.close()
      }
    },
  }
}
