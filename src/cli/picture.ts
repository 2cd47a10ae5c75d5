import { readFile } from 'node:fs/promises'
import { type Ground } from '../ground.ts'
import { captionFrom, captionIn, completed, rightsFrom } from '../pictures/caption.ts'
import { keepPicture } from '../pictures/keep.ts'
import { readMetadata } from '../pictures/metadata.ts'
import { keepPicture as rememberPicture } from '../store/pictures.ts'
import { instant } from '../story/moment.ts'
import { type Focus, type Picture, type PictureCredit } from '../story/picture.ts'
import { type Problem, problem } from '../story/problem.ts'
import { type Draft } from '../story/story.ts'
import { UsageError } from './command.ts'

/** A picture in a file, with what somebody says of it on the command line. */
export type GivenPicture = { file: string; caption?: string; alt?: string; credit?: PictureCredit; focus?: Focus }

/**
 * The draft with a picture from a file: it takes the first caption that has no picture yet, or `caption`, in the manner of
 * the wire (`What it shows. Place, date. Agency/Photographer`). What these leave out comes from the words in the file.
 */
export async function withPicture(
  ground: Ground,
  draft: Draft,
  given: GivenPicture,
): Promise<{ draft: Draft } | { refused: readonly Problem[] }> {
  const kept = await keptPicture(ground, given, draft.language)
  if ('refused' in kept) return kept
  const waiting = given.caption ? -1 : draft.pictures.findIndex(({ image }) => !image)
  const said = draft.pictures[waiting]?.caption
  const pictures = said
    ? draft.pictures.map((one, at) =>
        at === waiting ? { ...kept.picture, caption: completed(said, kept.picture.caption) } : one,
      )
    : [...draft.pictures, kept.picture]
  return { draft: { ...draft, pictures } }
}

/** A picture from a file: its bytes and the words in it are kept and known. */
export async function keptPicture(
  ground: Ground,
  { file, caption, alt, credit, focus }: GivenPicture,
  language: string,
): Promise<{ picture: Picture } | { refused: readonly Problem[] }> {
  const bytes = await readFile(file)
  const kept = await keepPicture(ground.pictures, bytes)
  if ('refused' in kept) return { refused: [{ ...kept.refused, values: { ...kept.refused.values, file } }] }
  const metadata = await readMetadata(bytes, kept.image.type)
  const at = instant(ground.newsroom.clock())
  await rememberPicture(ground.database, { ...kept.image, size: bytes.length, metadata }, at)
  const own = captionFrom(metadata, language)
  const rights = rightsFrom(metadata)
  return {
    picture: {
      image: kept.image,
      alt: alt ?? metadata.alt ?? '',
      caption: {
        ...(caption === undefined ? own : completed(captionIn(caption, language), own)),
        ...(credit && { credit }),
      },
      ...(focus && { focus }),
      ...(rights && { rights }),
    },
  }
}

/** Pictures that have no words for those who cannot see them: somebody has to write them, nobody invents them. Numbers are those of `--of-picture`. */
export function withoutAlt(pictures: readonly Picture[]): { number: number; problem: Problem }[] {
  return pictures.flatMap(({ image, alt }, at) =>
    image && !alt ? [{ number: at + 1, problem: problem('story.picture.alt', `pictures[${at}].alt`) }] : [],
  )
}

/** `0.5,0.3`: the point that every crop keeps, in parts of width and height from the top left. */
export function focusOf(typed: string): Focus {
  const [x, y, ...more] = typed.split(',').map(Number)
  const within = (part: number | undefined) => part !== undefined && part >= 0 && part <= 1
  if (!within(x) || !within(y) || more.length)
    throw new UsageError(`--focus is X,Y from 0 to 1, from the top left, such as 0.5,0.3, not “${typed}”.`)
  return { x: x!, y: y! }
}
