import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Ground } from '../../ground.ts'
import { readAny } from '../../formats/any.ts'
import { type Known, type Taken } from '../../formats/format.ts'
import { archive } from '../../newsroom/archive.ts'
import { file as fileVerb } from '../../newsroom/file.ts'
import { type Outcome } from '../../newsroom/newsroom.ts'
import { type Draft } from '../../story/story.ts'
import { sentenceOf } from '../../words/problems.ts'
import { progress } from '../progress.ts'
import { type Report, openReport } from './report.ts'

export type Importing = {
  by: string
  dryRun: boolean
  toQueue: boolean
  section?: string
  report?: string
  known: Known
}

/** How many stories go in one transaction: enough to be fast, few enough to be lost and read again without harm. */
const batchSize = 500

/** Reads every file there is and takes its stories in; each record becomes a story or a line of the report. */
export async function importFiles(ground: Ground, paths: readonly string[], how: Importing): Promise<Report> {
  const files = (await Promise.all(paths.map(walk))).flat()
  const report = await openReport(ground.config.dataFolder, how)
  const bar = progress(
    'records',
    files.reduce((sum, { size }) => sum + size, 0),
  )
  let bytesBefore = 0
  let batch: Record[] = []
  for (const { path, name, size } of files) {
    const stream = createReadStream(path, { highWaterMark: 1 << 18 })
    let nth = 0
    for await (const taken of readAny(stream, { ...how.known, file: name })) {
      nth++
      batch.push({ taken, where: `${name}${taken.path ? `#${taken.path}` : nth > 1 ? `#${nth}` : ''}` })
      if (batch.length >= batchSize) {
        await keep(batch)
        batch = []
      }
      bar.at(bytesBefore + stream.bytesRead, report.records + batch.length)
    }
    if (!nth) report.refusal(name, 'The file is empty: there is nothing to read in it.')
    bytesBefore += size
  }
  await keep(batch)
  if (!how.dryRun && !how.toQueue) await ground.findLater()
  bar.end()
  return report.end()

  async function keep(records: readonly Record[]): Promise<void> {
    const stories = records.flatMap(({ taken, where }) => {
      for (const lost of taken.lost) report.lost(where, lost)
      if (taken.draft) return [{ draft: prepared(taken.draft), raw: taken.raw, where }]
      report.refusal(where, taken.problem ? sentenceOf(taken.problem) : 'no story was found in it')
      return []
    })
    const outcomes = how.dryRun ? [] : await takeIn(stories)
    for (const [at, { draft, where }] of stories.entries()) report.story(where, draft, outcomes[at])
  }

  function prepared(draft: Draft): Draft {
    const section = how.section && !draft.sections.length ? { sections: [how.section] } : {}
    return { ...draft, ...section, ...dayOfDateline(draft) }
  }

  /** Where nothing else says when it was published, the whole date in its dateline is the day. */
  function dayOfDateline({ printed, dateline }: Draft): Pick<Draft, 'printed'> {
    const { date = '', places = [] } = dateline ?? {}
    if (printed?.published || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return {}
    const zone = places.find((place) => place.zone)?.zone
    return {
      printed: {
        ...printed,
        published: { local: date, zone: zone ?? how.known.zone ?? 'UTC', zoneFrom: zone ? 'dateline' : 'house' },
      },
    }
  }

  async function takeIn(stories: readonly { draft: Draft; raw: Uint8Array }[]): Promise<Outcome[]> {
    if (!how.toQueue) return archive(ground.newsroom, { items: stories, by: how.by, unfound: true })
    const outcomes: Outcome[] = []
    for (const { draft, raw } of stories) outcomes.push(await fileVerb(ground.newsroom, { draft, raw, by: how.by }))
    return outcomes
  }
}

type Record = { taken: Taken; where: string }

/** All files under a path in a steady order, with their sizes; names are relative to what was asked for. */
async function walk(root: string): Promise<{ path: string; name: string; size: number }[]> {
  const about = await stat(root)
  if (!about.isDirectory()) return [{ path: root, name: root.split(/[\\/]/).at(-1) ?? root, size: about.size }]
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return Promise.all(paths.map(async (path) => ({ path, name: relative(root, path), size: (await stat(path)).size })))
}
