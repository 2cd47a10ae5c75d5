import { type Block, type Copy, type Row } from '../story/copy.ts'
import { type Picture, creditLine } from '../story/picture.ts'
import { webAddress } from '../story/rendition.ts'
import { type Run, isSafeLink } from '../story/text.ts'
import { sound } from './text.ts'

/** How copy is written as HTML: where pictures are served, and what opens the first paragraph. */
export type HtmlAbout = {
  base: string
  /** The dateline with what stands between it and the copy, `OSTRA (Name) – `; it runs into the first paragraph. */
  dateline?: string
  /** Whether the caption of a picture whose bytes we do not have is shown: the wire does, public doors do not. */
  captionsAlone?: boolean
}

/**
 * Copy as HTML for feeds and wire: one element a block, everything escaped, no class, style or id, nothing that loads
 * from elsewhere. What it prints is also well-formed XML. Slots are left out: they are the page's own.
 */
export function htmlOf(copy: Copy, about: HtmlAbout): string {
  const opening = escapeHtml(about.dateline ?? '')
  const first = opening ? copy.findIndex((block) => block.is === 'paragraph') : -1
  const blocks = copy.map((block, at) => blockHtml(block, about, at === first ? opening : ''))
  return (opening && first < 0 ? `<p>${opening.trim()}</p>` : '') + blocks.join('')
}

/** Runs as HTML, with their marks. A link that may not stand in copy is printed as its words. */
export function runsHtml(runs: readonly Run[]): string {
  return runs.map((run) => (run.marks ?? []).reduceRight(markHtml, escapeHtml(run.text))).join('')
}

/** Characters that cannot be mistaken for markup, neither in text nor in an attribute. */
export function escapeHtml(text: string): string {
  const whole = sound(text)
  return special.test(whole) ? whole.replace(everySpecial, (found) => escapes[found] ?? '') : whole
}

/** A picture as a figure with its caption and credit; without bytes only the caption, when that is asked for. */
export function figureHtml(picture: Picture, { base, captionsAlone }: HtmlAbout): string {
  const { image, alt, caption } = picture
  const credit = caption.credit ? creditLine(caption.credit) : ''
  const words = [caption.text, credit].filter(Boolean).map(escapeHtml).join(' ')
  if (!image) return captionsAlone && words ? `<figure><figcaption>${words}</figcaption></figure>` : ''
  const { address, width, height } = webAddress(base, image)
  const img = `<img src="${escapeHtml(address)}" width="${width}" height="${height}" alt="${escapeHtml(alt)}"/>`
  return `<figure>${img}${words ? `<figcaption>${words}</figcaption>` : ''}</figure>`
}

function blockHtml(block: Block, about: HtmlAbout, opening: string): string {
  const lang = block.language ? ` lang="${escapeHtml(block.language)}"` : ''
  switch (block.is) {
    case 'paragraph':
      return `<p${lang}>${opening}${runsHtml(block.text)}</p>`
    case 'subhead':
      return `<h${block.level}${lang}>${runsHtml(block.text)}</h${block.level}>`
    case 'quotation':
      return `<blockquote${lang}>${[...block.paragraphs, ...(block.speaker ? [block.speaker] : [])].map((one) => `<p>${runsHtml(one)}</p>`).join('')}</blockquote>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}${lang}>${block.items.map((item) => `<li>${runsHtml(item)}</li>`).join('')}</${tag}>`
    }
    case 'table':
      return `<table${lang}>${block.caption ? `<caption>${runsHtml(block.caption)}</caption>` : ''}${rowsHtml('thead', 'th', block.head)}${rowsHtml('tbody', 'td', block.rows)}${rowsHtml('tfoot', 'td', block.foot)}</table>`
    case 'preformatted':
      return `<pre${lang}>${escapeHtml(block.text)}</pre>`
    case 'picture':
      return figureHtml(block.picture, about)
    case 'embed': {
      const words = [{ text: block.title || block.fallback, marks: [{ is: 'link', href: block.address }] }] as const
      return `<p${lang}>${runsHtml(words)}</p>`
    }
    case 'slot':
      return ''
    default:
      return block satisfies never
  }
}

function rowsHtml(part: 'thead' | 'tbody' | 'tfoot', cell: 'th' | 'td', rows: readonly Row[]): string {
  if (!rows.length) return ''
  const inside = rows.map((row) => `<tr>${row.map((one) => `<${cell}>${runsHtml(one)}</${cell}>`).join('')}</tr>`)
  return `<${part}>${inside.join('')}</${part}>`
}

function markHtml(inside: string, mark: NonNullable<Run['marks']>[number]): string {
  switch (mark.is) {
    case 'strong':
      return `<strong>${inside}</strong>`
    case 'emphasis':
      return `<em>${inside}</em>`
    case 'superscript':
      return `<sup>${inside}</sup>`
    case 'subscript':
      return `<sub>${inside}</sub>`
    case 'language':
      return `<bdi lang="${escapeHtml(mark.language)}">${inside}</bdi>`
    case 'link':
      return isSafeLink(mark.href) ? `<a href="${escapeHtml(mark.href)}">${inside}</a>` : inside
    default:
      return mark satisfies never
  }
}

const special = /[&<>"']/
const everySpecial = /[&<>"']/g
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
