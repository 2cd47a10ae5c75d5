import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { UsageError } from './command.ts'
import { type Ground } from '../ground.ts'
import { readAny } from '../formats/any.ts'
import { type Problem, problem } from '../story/problem.ts'
import { type Draft } from '../story/story.ts'

/** What came in by hand: the draft that was understood, its bytes, and what had no place. */
export type TakenIn = { draft: Draft; raw: Uint8Array; lost: readonly string[] }

/** The most bytes a file of copy may have before it is read: an archive goes through `import`. */
const limit = 20 * 1024 * 1024

/**
 * Reads one story from a file, or from standard input for `-`. Where the words do not show their language it is the expected one,
 * the main one of the house when nothing else is said.
 */
export async function takeIn(
  ground: Ground,
  file: string,
  known: { zone?: string; language?: string; expected?: string },
): Promise<TakenIn | { refused: readonly Problem[] }> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file)
  if (bytes.length > limit) return { refused: [problem('file.too-large', 'file', { file, limit: '20 MB' })] }
  const found: TakenIn[] = []
  const problems: Problem[] = []
  const { zone, languages } = ground.newsroom.house()
  const about = {
    zone,
    ...(languages[0] ? { expected: languages[0] } : {}),
    ...known,
    ...(file === '-' ? {} : { file }),
  }
  for await (const { draft, raw, lost, problem: why } of readAny([bytes], about)) {
    if (draft) found.push({ draft, raw, lost })
    else if (why) problems.push(file === '-' ? why : { ...why, values: { ...why.values, file } })
  }
  const [only, ...more] = found
  if (!only) return { refused: problems.length ? problems : [problem('file.no-story', 'file', { file })] }
  if (more.length) return { refused: [problem('file.several', 'file', { file, count: String(found.length) })] }
  return only
}

/** In which language newer copy of a story is read: as `--language` says, else the story's where the words do not show another. */
export function readAs(story: Pick<Draft, 'language'>, typed: unknown): { language: string } | { expected: string } {
  return typeof typed === 'string' ? { language: typed } : { expected: story.language }
}

/** The newer words over what the story has: what the newer copy does not say stays as it was. */
export function revised(story: Draft, newer: Draft): Draft {
  const said = Object.fromEntries(
    Object.entries(newer).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as Partial<Draft>
  return {
    ...story,
    ...said,
    slug: story.slug,
    language: story.language,
    direction: story.direction,
    urgency: story.urgency,
    pictures: newer.pictures.some(({ image }) => image) ? newer.pictures : story.pictures,
    notes: {
      public: newer.notes.public.length ? newer.notes.public : story.notes.public,
      desk: newer.notes.desk.length ? newer.notes.desk : story.notes.desk,
    },
  }
}

/** What `--replace OLD=>NEW` says. */
export function pairOf(typed: string): readonly [string, string] {
  const at = typed.indexOf('=>')
  if (at < 1) throw new UsageError(`--replace is OLD=>NEW, not “${typed}”.`)
  return [typed.slice(0, at), typed.slice(at + 2)]
}
