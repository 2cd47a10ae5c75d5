import { type ParseArgsConfig } from 'node:util'
import { type Ground } from '../ground.ts'
import { captionIn, completed } from '../pictures/caption.ts'
import { type Picture, type PictureCredit } from '../story/picture.ts'
import { type Problem } from '../story/problem.ts'
import { type Draft } from '../story/story.ts'
import { UsageError } from './command.ts'
import { focusOf, withPicture } from './picture.ts'

/** A flag or a word of the call, in the order in which they were typed, as `parseArgs` has them. */
export type Token = { kind: string; name?: string; value?: string | boolean | undefined }

/** Flags that add pictures, for `parseArgs`. */
export const addingPictures = {
  picture: { type: 'string', multiple: true },
  caption: { type: 'string', multiple: true },
  alt: { type: 'string', multiple: true },
  credit: { type: 'string', multiple: true },
  focus: { type: 'string', multiple: true },
} as const satisfies ParseArgsConfig['options']

/** The same, and those that change the pictures of a story. */
export const changingPictures = {
  ...addingPictures,
  'of-picture': { type: 'string', multiple: true },
  'drop-picture': { type: 'string', multiple: true },
} as const satisfies ParseArgsConfig['options']

/** What these flags mean, for help. */
export const addingPicturesHelp = `
  --picture FILE     a JPEG, PNG or WebP; takes the first caption in the copy that has no picture. May be given more than
                     once: several are a slide show in this order. The words of a picture follow it:
    --caption TEXT   in the wire's manner: "What it shows. Ostra, November 23, 2026. Agency/Name";
                     what it leaves out comes from the words in the file (IPTC, XMP, EXIF)
    --alt TEXT       what somebody who cannot see it should be told
    --credit TEXT    Agency/Name, Agency or /Name, when caption and file do not say it
    --focus X,Y      the point that every crop keeps, from 0,0 (top left) to 1,1`.slice(1)

/** The same for commands on a story. */
export const changingPicturesHelp = `${addingPicturesHelp}
  --of-picture N     the picture with this number, 1 the lead, to change: the same words follow it (--of-picture 2 --alt TEXT)
  --drop-picture N   takes the picture with this number away; may be given more than once`

type Words = Partial<Record<'caption' | 'alt' | 'credit' | 'focus', string>>
type Asked = { flag: 'picture' | 'of-picture'; value: string; words: Words }

/**
 * The draft with the pictures that flags add, change and take away; numbers are those that pictures have before. Words belong to
 * the picture they follow; with one picture alone they may stand before it.
 */
export async function withPictureFlags(
  ground: Ground,
  draft: Draft,
  tokens: readonly Token[],
): Promise<{ draft: Draft } | { refused: readonly Problem[] }> {
  const asked = picturesAsked(tokens)
  const dropped = tokens.filter(({ name }) => name === 'drop-picture').map(({ value }) => numberOf(value, draft))
  const changes = asked.filter(({ flag }) => flag === 'of-picture')
  const changed = new Map(changes.map(({ value, words }) => [numberOf(value, draft), words]))
  const twice = [...changed.keys()].find((number) => dropped.includes(number))
  if (twice !== undefined)
    throw new UsageError(`Picture ${twice} is to be changed and to be taken away: say one of both.`)
  let now: Draft = {
    ...draft,
    pictures: draft.pictures
      .map((picture, at) => saidOf(picture, changed.get(at + 1) ?? {}, draft.language))
      .filter((_, at) => !dropped.includes(at + 1)),
  }
  for (const { flag, value: file, words } of asked) {
    if (flag !== 'picture') continue
    const { caption, alt, credit, focus } = words
    const pictured = await withPicture(ground, now, {
      file,
      ...(caption !== undefined && { caption }),
      ...(alt !== undefined && { alt }),
      ...(credit !== undefined && { credit: creditIn(credit) }),
      ...(focus !== undefined && { focus: focusOf(focus) }),
    })
    if ('refused' in pictured) return pictured
    now = pictured.draft
  }
  return { draft: now }
}

/** Each picture of the call with the words that are its own. */
export function picturesAsked(tokens: readonly Token[]): Asked[] {
  const asked: Asked[] = []
  const early: [keyof Words, string][] = []
  for (const { kind, name, value } of tokens) {
    if (kind !== 'option' || typeof value !== 'string') continue
    if (name === 'picture' || name === 'of-picture') asked.push({ flag: name, value, words: {} })
    else if (name === 'caption' || name === 'alt' || name === 'credit' || name === 'focus') {
      const last = asked.at(-1)
      if (last) give(last, name, value)
      else early.push([name, value])
    }
  }
  const [only, ...more] = asked
  for (const [name, value] of early) {
    if (!only || more.length)
      throw new UsageError(
        `--${name} “${value}” belongs to no picture: put it after the one that it is about, as in --picture FILE --${name} TEXT.`,
      )
    give(only, name, value)
  }
  for (const { flag, value, words } of asked) {
    if (words.focus !== undefined) focusOf(words.focus)
    if (flag === 'of-picture' && !Object.keys(words).length)
      throw new UsageError(`--of-picture ${value} says nothing new: --caption, --alt, --credit or --focus follow it.`)
  }
  return asked
}

function give({ flag, value, words }: Asked, name: keyof Words, text: string): void {
  if (words[name] !== undefined)
    throw new UsageError(`--${flag} ${value} has two --${name}, “${words[name]}” and “${text}”: one is enough.`)
  words[name] = text
}

function numberOf(typed: Token['value'], { pictures }: Draft): number {
  const number = Number(typed)
  if (Number.isInteger(number) && number >= 1 && number <= pictures.length) return number
  const each = pictures.map(({ caption }, at) => `${at + 1} “${caption.text.slice(0, 60)}”`).join(', ')
  throw new UsageError(`There is no picture ${String(typed)}; the story has ${each || 'none'}.`)
}

function saidOf(picture: Picture, { caption, alt, credit, focus }: Words, language: string): Picture {
  const said = caption === undefined ? picture.caption : completed(captionIn(caption, language), picture.caption)
  return {
    ...picture,
    ...(alt !== undefined && { alt }),
    ...(focus !== undefined && { focus: focusOf(focus) }),
    caption: credit === undefined ? said : { ...said, credit: creditIn(credit) },
  }
}

function creditIn(typed: string): PictureCredit {
  const [agency = '', ...rest] = typed.split('/').map((part) => part.trim())
  const photographer = rest.join('/')
  return { ...(agency && { agency }), ...(photographer && { photographer }) }
}
