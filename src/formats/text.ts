import { type Copy, linesOf } from '../story/copy.ts'

/**
 * Copy as plain text, opened by the dateline: blocks parted by an empty line, items of a list marked, cells parted by tabs. Captions and slots
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
  return sound([(dateline + first).trim(), ...rest].join('\n\n'))
}

/** Text that every format can carry: without control characters, broken surrogates and the two that are no characters. */
export function sound(text: string): string {
  return text.isWellFormed() && !unsound.test(text) ? text : text.toWellFormed().replaceAll(unsoundAll, '')
}

/** One line: every gap is one space. Titles and captions in feeds need it. */
export function oneLine(text: string): string {
  const whole = sound(text)
  return odd.test(whole) ? whole.replace(/\s+/gu, ' ').trim() : whole
}

/** A gap that is no single space between two words. */
const odd = /[^\S ]| {2}|^ | $/u

// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
const unsound = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const unsoundAll = new RegExp(unsound, 'g')
