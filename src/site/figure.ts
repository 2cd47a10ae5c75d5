import { type Caption, type Picture, creditLine } from '../story/picture.ts'
import { type RenditionType, fits, renditionAddress, renditionOf, renditionTypes, sizesOf } from '../story/rendition.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { type Words } from '../words/words.ts'
import { plainDate } from './dates.ts'
import { type Slot, sizesFor, slots } from './sizes.ts'

/** Pictures at the head of a story: none, one figure, or a strip that scrolls and snaps. Captions without bytes are not shown. */
export function leadPictures(pictures: readonly Picture[], words: Words): Html {
  const shown = pictures.filter(({ image }) => image)
  if (shown.length === 0) return nothing
  if (shown.length === 1) return html`<figure class="figure">\n${inFigure(shown[0]!, words, 'figure', true)}</figure>\n`
  return html`<section class="figure" aria-label="${words.story.pictures}">
<ul class="strip" tabindex="0" aria-label="${words.story.pictures}" data-back="${words.story.back}" data-on="${words.story.on}">
${shown.map((one, at) => html`<li><figure>\n${inFigure(one, words, 'strip', at === 0)}</figure></li>\n`)}</ul>
</section>
`
}

export function isSlideShow(pictures: readonly Picture[]): boolean {
  return pictures.filter(({ image }) => image).length > 1
}

/** A picture that stands in the copy. */
export function pictureInCopy(one: Picture, words: Words): Html {
  return one.image ? html`<figure>\n${inFigure(one, words, 'copy', false)}</figure>\n` : nothing
}

/**
 * The element alone, in a slot of the page: three types and the widths of the slot to choose from, and always its size, so
 * that nothing moves when it arrives. What a type cannot hold in every width is not offered in it.
 */
export function picture({ image, alt, focus }: Picture, slot: Slot, how: { alt?: string; first?: boolean } = {}): Html {
  if (!image) return nothing
  const { crop, least, most } = slots[slot]
  const offered = sizesOf(image, { crop }, most)
  const wide = offered.filter(({ step }) => step >= least)
  const all = wide.length ? wide : offered.slice(-1)
  const address = (type: RenditionType, step: number) =>
    renditionAddress('', renditionOf(image, { crop, focus }, step, type))
  const set = (type: RenditionType) => all.map(({ step, width }) => `${address(type, step)} ${width}w`).join(',')
  const source = (type: RenditionType) =>
    all.every((size) => fits(type, size))
      ? html`<source type="${renditionTypes[type]}" srcset="${set(type)}" sizes="${sizesFor(slot)}">`
      : ''
  const { width, height } = all.at(-1)!
  const plain = all[Math.floor((all.length - 1) / 2)]!
  const loading = how.first ? html` fetchpriority="high"` : html` loading="lazy"`
  return html`<picture>${source('avif')}${source('webp')}<img src="${address('jpg', plain.step)}" srcset="${set('jpg')}" sizes="${sizesFor(slot)}" width="${width}" height="${height}" alt="${how.alt ?? alt}"${loading}></picture>\n`
}

function inFigure(one: Picture, words: Words, slot: Slot, first: boolean): Html {
  const says = captionOf(one.caption, words)
  return html`${picture(one, slot, { first })}${says ? html`<figcaption>${says}</figcaption>\n` : ''}`
}

/** `A workboat … reservoir. OSTRA, 23 November 2026. Agency/Photographer`; parts that are not known leave nothing. */
function captionOf({ text, place, date, credit, flags, via }: Caption, words: Words): Html | undefined {
  const flag = flags?.map((one) => flagWords[one]).find(Boolean)
  const label = flag ? html`${words.story[flag]}: ` : ''
  const says = text ? html`<span class="says">${label}${text}</span>` : ''
  const where = place && !text.includes(place) ? html`<span class="place">${place}</span>` : ''
  const known = /^(\d{4}(-\d\d){0,2}|--\d\d-\d\d)$/.test(date ?? '')
  const when =
    date && !saysDay(text, date) ? (known ? html`<time datetime="${date}">${plainDate(date, words)}</time>` : date) : ''
  const whereAndWhen = where && when ? html`${where}${words.dateline.beforeDate || ' '}${when}` : where || when
  const who = [credit ? creditLine(credit) : '', via ?? ''].filter(Boolean).join(', ')
  const parts = [says, whereAndWhen ? html`${whereAndWhen}.` : '', who].filter(Boolean)
  return parts.length ? html`${parts.map((part, at) => (at ? html` ${part}` : part))}` : undefined
}

/** Whether the sentence says the day itself, as the captions of most agencies do: nobody wants to read it twice. */
function saysDay(text: string, date: string): boolean {
  const numbers = [...text.matchAll(/\p{Nd}+/gu)].map(([digits]) => digits.replace(/\p{Nd}/gu, figure))
  const [, year, day] = /^(\d{4}|-)(?:-\d\d(?:-(\d\d))?)?$/.exec(date) ?? [] // the month is a word
  return [year, day].every((part) => !part || part === '-' || numbers.includes(String(Number(part))))
}

/** The ASCII figure of a decimal digit of any script: each script has its ten in a row. */
function figure(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  for (let zero = code; zero > code - 10; zero--)
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero)
  return digit
}

const flagWords: Readonly<Record<string, 'filePhoto' | 'handout' | 'illustration'>> = {
  file_photo: 'filePhoto',
  handout: 'handout',
  illustration: 'illustration',
}
