import { momentIn } from '../moment/moments.ts'
import { type Notebook, claim, note } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { wordsIn } from '../text/fold.ts'
import { cut } from '../text/piece.ts'
import { signalLine, signalOf } from './signal.ts'

/** Takes a line that is a signal and no more, or one with the note of what was changed. False when it is none. */
export function takeSignalLine(block: Block, notebook: Notebook): boolean {
  const before = signalOf(block.text, notebook.lexicon)
  const headline = before ? block.text.slice(before.end) : ''
  if (before?.signal.is === 'embargo' && wordsIn(headline, 3) >= 2 && !momentIn(headline, notebook.lexicon, false))
    return false
  const signal = signalLine(block.text, notebook.lexicon)
  if (!signal) return takeSignalledNote(block, notebook)
  notebook.reading.signal = signal
  if (signal.is === 'embargo') notebook.reading.embargo = block.text
  claim(notebook, block, 'signal')
  return true
}

/** `Berichtigung: (Im zweiten Absatz …)`: the signal and the note of what was changed in one line. */
function takeSignalledNote(block: Block, notebook: Notebook): boolean {
  const found = signalOf(block.text, notebook.lexicon)
  const rest = found ? cut(block, found.end) : null
  const lead = found ? cut(block, 0, found.end) : null
  if (!found || !rest || !lead || !/^[([（].*[)\]）]\.?$/u.test(rest.text)) return false
  notebook.reading.signal = found.signal
  notebook.reading.correctionNote ??= rest.text
  claim(notebook, lead, 'signal')
  note(notebook, rest)
  return true
}
