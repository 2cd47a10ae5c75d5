import { type DatelinePlace } from './dateline.ts'
import { type Moment, dayOf } from './moment.ts'
import { type Image } from './picture.ts'

/**
 * Addresses that several doors print: made here, so that page, feed and wire can never disagree. `base` is the public
 * address without a slash at its end; with `''` the answer is the path alone.
 */
export function storyAddress(base: string, story: { firstPublished: Moment; slug: string }, houseZone: string): string {
  return `${base}/${dayOf(story.firstPublished, houseZone).replaceAll('-', '/')}/${story.slug}`
}

export function sectionAddress(base: string, section: string): string {
  return `${base}/${section}`
}

export function personAddress(base: string, slug: string): string {
  return `${base}/people/${slug}`
}

/** The page of a place, by the slug of its name. */
export function placeAddress(base: string, place: string): string {
  return `${base}/places/${place}`
}

/** The slug of a place as a dateline prints it: `paris-texas` is not `paris`. */
export function placeSlug({ name, region }: DatelinePlace): string {
  return slugOf(region ? `${name} ${region}` : name)
}

/** A day of the archive: `2026-11-24` stands at `/archive/2026/11/24`; a month or a year likewise. */
export function archiveAddress(base: string, day: string): string {
  return `${base}/archive/${day.replaceAll('-', '/')}`
}

/** A picture in its own size, its pixels as they came, without whereabouts. Sizes and crops of it: `story/rendition.ts`. */
export function pictureAddress(base: string, { hash, type }: Pick<Image, 'hash' | 'type'>): string {
  return `${base}/pictures/${hash}.${endings[type]}`
}

/** How the name of a picture ends, by its type. */
export const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const

/** The permanent id of a story in feeds and on the wire: a tag URI (RFC 4151) that outlives every host. */
export function storyTag(authority: string, story: string): string {
  return `tag:${authority}:story/${story}`
}

/**
 * A slug from any words: lower case, letters and figures of every script, hyphens between, at most 60 characters. Accents are
 * dropped, and letters written out as `language` (BCP 47) writes them where it has no others: `faehre` for a German *Fähre*.
 */
export function slugOf(words: string, language = ''): string {
  if (/^[a-z0-9]{1,60}$/i.test(words)) return words.toLowerCase()
  const slug = writtenOut(words.normalize('NFC').toLowerCase(), language)
    .normalize('NFKD')
    .replace(/(?<=[a-z])\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(/['’‘ʼ]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
  if (slug.length <= 60) return slug
  const cut = slug.slice(0, 61)
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : [...slug].slice(0, 60).join('')
}

/** Latin letters that are no letter with an accent, and those that a language writes with two. */
function writtenOut(words: string, language: string): string {
  const own = /^de\b/i.test(language) ? german : /^(da|nb|nn|no)\b/i.test(language) ? nordic : undefined
  return words.replace(/[äöüßæœøåłđðþı]/g, (letter) => own?.[letter] ?? latin[letter] ?? letter)
}

const latin: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }
const nordic: Readonly<Record<string, string>> = { ø: 'oe', å: 'aa' }

/**
 * An address as every door prints it to machines: in the letters of RFC 3986, those of other scripts percent-encoded. What is
 * encoded already stays as it is.
 */
export function uriOf(address: string): string {
  if (/^[\w.~:/?#@!$&'()*+,;=-]*$/.test(address)) return address
  return encodeURI(address).replace(/%25([\da-f]{2})/gi, '%$1')
}
