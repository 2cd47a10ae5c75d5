import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readCopy } from '../src/formats/copy/read.ts'
import { sharedFolder } from '../test/accuracy/labelled.ts'

/**
 * How many stories the copy reader alone reads in a second of one core (processor time, since machines are shared), over the two
 * Reuters archives; the limit is 3,000.
 */
export async function run(): Promise<string[]> {
  const shared = sharedFolder()
  if (!shared) return ['copy reader: the Reuters archives are not here (DATELINE_SHARED or ../shared)']
  const unpack = (file: string) => gunzipSync(readFileSync(join(shared, 'corpora', file)))
  const com = ['2006', '2007', '2008'].flatMap((year) =>
    unpack(`reuters-com/reuters-${year}.jsonl.gz`)
      .toString()
      .trim()
      .split('\n')
      .filter((_, i) => i % 4 === 0)
      .map((line) => (JSON.parse(line) as { raw: string }).raw),
  )
  const wire = ['000', '007', '014', '021'].flatMap((part) =>
    unpack(`reuters-21578/reut2-${part}.sgm.gz`)
      .toString('latin1')
      .split(/(?=<REUTERS )/)
      .slice(1),
  )
  return [rate('reuters-com', com), rate('reuters-21578', wire)]
}

function rate(name: string, stories: readonly string[]): string {
  for (const story of stories.slice(0, 1000)) readCopy(story)
  const before = process.cpuUsage()
  const start = performance.now()
  for (const story of stories) readCopy(story)
  const { user, system } = process.cpuUsage(before)
  const perCore = Math.round(stories.length / ((user + system) / 1e6))
  const wall = Math.round(stories.length / ((performance.now() - start) / 1000))
  return `copy reader, ${name}: ${perCore} stories a second of one core (${wall} by the clock; ${stories.length} read; limit 3,000)`
}
