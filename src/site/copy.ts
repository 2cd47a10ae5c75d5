import { placeAddress, placeSlug } from '../story/address.ts'
import { type Block, type Row, type Table } from '../story/copy.ts'
import { type Dateline, type DatelinePlace } from '../story/dateline.ts'
import { type Language, type Mark, type Run, directionOf, isSafeLink, textOf } from '../story/text.ts'
import { type Named } from '../store/views/story.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { type Words, fill } from '../words/words.ts'
import { datelineDate } from './dates.ts'
import { pictureInCopy } from './figure.ts'
import { lang } from './language.ts'

/** What copy needs from outside itself: its language, its dateline, in which edition places stand (`editionRoot`), and the stories that its slots name. */
export type Round = {
  words: Words
  language: Language
  dateline?: Dateline
  root?: string
  slots: Readonly<Record<string, Named>>
}

/** The copy as a page shows it, the dateline at the head of its first paragraph. */
export function copyOf(copy: readonly Block[], round: Round): Html {
  const first = copy.findIndex((block) => block.is === 'paragraph')
  const opened =
    first < 0 && round.dateline?.places.length
      ? html`<p>${datelineOf(round.dateline, round.words, { root: round.root ?? '' })}</p>\n`
      : ''
  return html`${opened}${copy.map((block, at) => blockOf(block, round, at === first ? round.dateline : undefined))}`
}

/** `KESSARY, Nov 24 (Agency) –`, the places in small capitals, with a `root` as links; composed as the language does it. */
export function datelineOf({ places, date, source }: Dateline, words: Words, how: { root?: string } = {}): Html {
  if (!places.length && !date && !source) return nothing
  const { start, between, beforeDate, beforeSource, afterSource, end } = words.dateline
  const where = places.map((place, at) => html`${at ? between : ''}${placeOf(place, how.root)}`)
  const when = date ? html`${places.length ? beforeDate : ''}${datelineDate(date, words)}` : ''
  const whose = source
    ? html`${places.length || date ? beforeSource : beforeSource.trimStart()}${source}${afterSource}`
    : ''
  return html`<span class="dateline">${start}${where}${when}${whose}${end.trimEnd()}</span>${end.endsWith(' ') ? ' ' : ''}`
}

function placeOf(place: DatelinePlace, root: string | undefined): Html {
  const name = place.region ? `${place.name}, ${place.region}` : place.name
  const slug = root === undefined ? '' : placeSlug(place)
  return slug
    ? html`<a class="place" href="${placeAddress(root ?? '', slug)}">${name}</a>`
    : html`<span class="place">${name}</span>`
}

function blockOf(block: Block, round: Round, dateline: Dateline | undefined): Html {
  const tongue = lang(block, round.language)
  switch (block.is) {
    case 'paragraph':
      return html`<p${tongue}>${dateline ? datelineOf(dateline, round.words, { root: round.root ?? '' }) : ''}${runs(block.text, round)}</p>\n`
    case 'subhead':
      return subhead(block.level, html`${runs(block.text, round)}`, tongue)
    case 'quotation':
      return html`<blockquote${tongue}>\n${block.paragraphs.map((text) => html`<p>${runs(text, round)}</p>\n`)}${block.speaker ? html`<footer>${runs(block.speaker, round)}</footer>\n` : ''}</blockquote>\n`
    case 'list': {
      const items = block.items.map((text) => html`<li>${runs(text, round)}</li>\n`)
      return block.ordered ? html`<ol${tongue}>\n${items}</ol>\n` : html`<ul${tongue}>\n${items}</ul>\n`
    }
    case 'table':
      return tableOf(block, round, tongue)
    case 'preformatted':
      return html`<pre tabindex="0"${named(block.text)}${tongue}>${block.text}</pre>\n`
    case 'picture':
      return pictureInCopy(block.picture, round.words)
    case 'embed':
      return isSafeLink(block.address)
        ? html`<p class="slot"${tongue}><span class="label">${fill(round.words.story.embed, { provider: block.provider })}</span> <a href="${block.address}">${block.title || block.fallback || block.address}</a></p>\n`
        : nothing
    case 'slot':
      return slotOf(block.story ? round.slots[block.story] : undefined, block.label, round)
    default:
      return block satisfies never
  }
}

function subhead(level: 2 | 3 | 4, text: Html, tongue: Html): Html {
  if (level === 2) return html`<h2${tongue}>${text}</h2>\n`
  return level === 3 ? html`<h3${tongue}>${text}</h3>\n` : html`<h4${tongue}>${text}</h4>\n`
}

function slotOf(story: Named | undefined, label: string | undefined, { words, language }: Round): Html {
  if (!story) return nothing
  return html`<p class="slot"><span class="label">${label ?? words.story.related}</span> <a href="${story.path}"${lang(story, language)}>${story.headline}</a></p>\n`
}

function tableOf(table: Table, round: Round, tongue: Html): Html {
  const width = Math.max(...[...table.head, ...table.rows, ...table.foot].map((row) => row.length), 0)
  const figures = Array.from({ length: width }, (_, at) => at > 0 && isFigures(table.rows.map((row) => row[at])))
  const row = (cells: Row, head: boolean) =>
    html`<tr>${cells.map((cell, at) => cellOf(cell, round, figures[at] ?? false, head ? 'col' : at === 0 && width > 1 ? 'row' : undefined))}</tr>\n`
  const caption = table.caption ? html`<caption>${runs(table.caption, round)}</caption>\n` : ''
  const whole = html`<table${tongue}>
${caption}${table.head.length ? html`<thead>\n${table.head.map((cells) => row(cells, true))}</thead>\n` : ''}<tbody>
${table.rows.map((cells) => row(cells, false))}</tbody>
${table.foot.length ? html`<tfoot>\n${table.foot.map((cells) => row(cells, false))}</tfoot>\n` : ''}</table>
`
  if (width < 4) return whole
  const heads = [table.head, table.rows]
    .flatMap((rows) => rows[0] ?? [])
    .map(textOf)
    .slice(0, width)
  const name = named(table.caption ? textOf(table.caption) : heads.filter(Boolean).join(', '))
  return html`<div class="reel" tabindex="0"${name}>\n${whole}</div>\n`
}

/** What scrolls by itself is a stop for the keyboard, so it is called something: by its caption, or by how it begins. */
function named(words: string): Html {
  const [line = ''] = words.trim().split('\n')
  return line ? html` role="group" aria-label="${[...line].slice(0, 100).join('')}"` : nothing
}

function cellOf(cell: readonly Run[], round: Round, figure: boolean, scope: 'col' | 'row' | undefined): Html {
  const right = figure ? html` class="number"` : ''
  const text = textOf(cell)
  const signed =
    directionOf(round.language) === 'rtl' && /^[+\-−–±]/.test(text)
      ? html`<bdi dir="ltr">${text}</bdi>`
      : runs(cell, round)
  return scope && text ? html`<th scope="${scope}"${right}>${signed}</th>` : html`<td${right}>${signed}</td>`
}

/** A column of figures: every cell that says something is a number, a sign before it and a short unit behind it. */
function isFigures(cells: readonly (readonly Run[] | undefined)[]): boolean {
  const said = cells.map((cell) => (cell ? textOf(cell).trim() : '')).filter((text) => text && !/^[-–—]$/.test(text))
  return (
    said.length > 0 &&
    said.every((text) => /^[+\-−–±<>~]?\s*\p{Sc}?\s*\p{Nd}[\p{Nd}.,:'’\s]*(%|‰|°|\p{Sc}|\p{L}{1,3}\.?)?$/u.test(text))
  )
}

function runs(text: readonly Run[], round: Round): Html[] {
  return text.map((run) =>
    (run.marks ?? []).reduceRight((inner, mark) => marked(inner, mark, round), html`${run.text}`),
  )
}

function marked(inner: Html, mark: Mark, { language }: Round): Html {
  switch (mark.is) {
    case 'strong':
      return html`<strong>${inner}</strong>`
    case 'emphasis':
      return html`<em>${inner}</em>`
    case 'superscript':
      return html`<sup>${inner}</sup>`
    case 'subscript':
      return html`<sub>${inner}</sub>`
    case 'link':
      return isSafeLink(mark.href) ? html`<a href="${mark.href}">${inner}</a>` : inner
    case 'language':
      return html`<span${lang(mark, language)}>${inner}</span>`
    default:
      return mark satisfies never
  }
}
