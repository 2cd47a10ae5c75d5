import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { UsageError } from './command.ts'
import { type Ground } from '../ground.ts'
import { readAny } from '../formats/any.ts'
import { readCopy } from '../formats/copy/read.ts'
import { captionOf } from '../formats/copy/to-story.ts'
import { keepPicture } from '../pictures/keep.ts'
import { instant } from '../story/moment.ts'
import { type Picture } from '../story/picture.ts'
import { type Problem, problem } from '../story/problem.ts'
import { type Draft } from '../story/story.ts'
import { keepPicture as rememberPicture } from '../store/pictures.ts'

/** What came in by hand: the draft that was understood, its bytes, and what had no place. */
export type TakenIn = { draft: Draft; raw: Uint8Array; lost: readonly string[] }

/** The most bytes a file of copy may have before it is read: an archive goes through `import`. */
const limit = 20 * 1024 * 1024

/** Reads one story from a file, or from standard input for `-`. */
export async function takeIn(
  ground: Ground,
  file: string,
  known: { zone?: string; language?: string },
): Promise<TakenIn | { refused: readonly Problem[] }> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file)
  if (bytes.length > limit) return { refused: [problem('file.too-large', 'file', { file, limit: '20 MB' })] }
  const found: TakenIn[] = []
  const problems: Problem[] = []
  const about = { zone: ground.newsroom.house().zone, ...known, ...(file === '-' ? {} : { file }) }
  for await (const { draft, raw, lost, problem: why } of readAny([bytes], about)) {
    if (draft) found.push({ draft, raw, lost })
    else if (why) problems.push(why)
  }
  const [only, ...more] = found
  if (!only) return { refused: problems.length ? problems : [problem('file.no-story', 'file', { file })] }
  if (more.length) return { refused: [problem('file.several', 'file', { file, count: String(found.length) })] }
  return only
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

/**
 * The draft with a picture from a file: it takes the first caption that has no picture yet, or `caption`, in the manner of
 * the wire (`What it shows. Place, date. Agency/Photographer`).
 */
export async function withPicture(
  ground: Ground,
  draft: Draft,
  { file, caption, alt }: { file: string; caption?: string; alt?: string },
): Promise<{ draft: Draft } | { refused: readonly Problem[] }> {
  const kept = await keptPicture(ground, {
    file,
    language: draft.language,
    ...(caption === undefined ? {} : { caption }),
    ...(alt === undefined ? {} : { alt }),
  })
  if ('refused' in kept) return kept
  const waiting = caption ? -1 : draft.pictures.findIndex(({ image }) => !image)
  const said = draft.pictures[waiting]?.caption
  const pictures =
    waiting < 0 || !said
      ? [...draft.pictures, kept.picture]
      : draft.pictures.map((one, at) => (at === waiting ? { ...kept.picture, caption: said } : one))
  return { draft: { ...draft, pictures } }
}

/** A picture from a file, its bytes kept and known, with what its caption says. */
export async function keptPicture(
  ground: Ground,
  { file, caption, alt, language }: { file: string; caption?: string; alt?: string; language: string },
): Promise<{ picture: Picture } | { refused: readonly Problem[] }> {
  const bytes = await readFile(file)
  const kept = await keepPicture(ground.pictures, bytes)
  if ('refused' in kept) return { refused: [{ ...kept.refused, values: { ...kept.refused.values, file } }] }
  const at = instant(ground.newsroom.clock())
  await rememberPicture(ground.database, { ...kept.image, size: bytes.length, metadata: {} }, at)
  return {
    picture: {
      image: kept.image,
      alt: alt ?? '',
      caption: caption === undefined ? { text: '' } : captionIn(caption, language),
    },
  }
}

function captionIn(text: string, language: string): Picture['caption'] {
  const [caption] = readCopy(text, { as: 'caption', language }).captions
  return caption ? captionOf(caption) : { text }
}

/** What `--replace OLD=>NEW` says. */
export function pairOf(typed: string): readonly [string, string] {
  const at = typed.indexOf('=>')
  if (at < 1) throw new UsageError(`--replace is OLD=>NEW, not “${typed}”.`)
  return [typed.slice(0, at), typed.slice(at + 2)]
}
