import { type Copy, linesOf } from '../story/copy.ts'
import { type Dateline } from '../story/dateline.ts'

/**
 * Copy as plain text: blocks parted by an empty line, items of a list marked, cells parted by tabs. Captions and slots
 * are left out: a caption belongs to its picture.
 */
export function plainText(copy: Copy, dateline = ''): string {
  const blocks = copy
    .filter((block) => block.is !== 'picture' && block.is !== 'slot')
    .map((block) => {
      const lines = linesOf(block)
      if (block.is === 'list') return lines.map((line, at) => (block.ordered ? `${at + 1}. ` : '- ') + line).join('\n')
      return lines.join(block.is === 'quotation' ? '\n\n' : '\n')
    })
    .filter((text) => text.trim())
  const [first = '', ...rest] = blocks
  return sound([dateline ? `${dateline} ${first}`.trim() : first, ...rest].join('\n\n'))
}

/** The dateline as it opens a first paragraph, dash and all: as it came, else made from its parts. */
export function datelineText(dateline: Dateline | undefined): string {
  if (!dateline) return ''
  const raw = dateline.raw?.trim().replace(/\s*[-–—]+$/u, '')
  if (raw) return `${raw} -`
  const places = dateline.places.map(({ name, region }) => [name, region].filter(Boolean).join(', ')).join('/')
  const source = dateline.source ? `(${dateline.source})` : ''
  const words = [places, source].filter(Boolean).join(' ')
  return words && `${words} -`
}

/** Text that every format can carry: without control characters, broken surrogates and the two that are no characters. */
export function sound(text: string): string {
  return text.isWellFormed() && !unsound.test(text) ? text : text.toWellFormed().replaceAll(unsoundAll, '')
}

/** One line: every gap is one space. Titles and captions in feeds need it. */
export function oneLine(text: string): string {
  return sound(text).replace(/\s+/gu, ' ').trim()
}

// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
const unsound = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const unsoundAll = new RegExp(unsound, 'g')
