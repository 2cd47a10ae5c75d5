import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadCaption, ReadCredit, ReadDateline, Signal } from '../../src/formats/copy/reading.ts'

/** A piece of copy with what a person read in it, as the README of the shared set describes. */
export type Labelled = {
  id: string
  type: 'story' | 'credits' | 'caption' | 'dateline' | 'furniture'
  lang: string
  raw: string
  expected: Expected
  doubtful?: string
}

export type Expected = Partial<ReadCaption> & {
  headline?: string | null
  published?: string | null
  updated?: string | null
  dateline?: Partial<ReadDateline> | null
  body_paragraphs?: { count: number; first40: string; last40: string }
  captions?: ReadCaption[]
  credits?: ReadCredit[]
  furniture?: string[]
  byline?: string[] | string
  section?: string
  standards?: string
  subheads?: string[]
  notes?: string[]
  contact?: string
  signal?: Signal
  text_starts?: string
  keep?: string[]
  source?: string
}

const root = new URL('../../', import.meta.url).pathname

/** The folder of material that is not the project's own: it may be absent. */
export function sharedFolder(): string | null {
  const folder = process.env['DATELINE_SHARED'] ?? join(root, '../shared')
  return existsSync(folder) ? folder : null
}

export function labelledIn(file: string): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Labelled)
}

/** The invented pieces of the project, one file a language. */
export function inventedFiles(): string[] {
  const folder = join(root, 'test/copy')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => join(folder, name))
}
