import { type Notebook, note } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { fold } from '../text/fold.ts'

/** `(Corrects … in paragraph 3)`, `(Adds comment)`. */
export function isChangeNote(text: string, { lexicon }: Notebook): boolean {
  if (text.length > 500 || /^[[【［(（][^\]】］)）]{1,12}[\]】］)）]\s*[^\s\]】］)）.]/u.test(text)) return false
  const inner = /^[([（【*]+\s*(.*?)[\s)\]）】*]*$/u.exec(text)
  if (inner === null || text === inner[1]) return false
  const told = fold(inner[1]!)
  if (lexicon.changes.test(told)) return true
  // Languages with the verb last say what was changed anywhere in the bracket.
  if (!lexicon.verbLast || !/[)\]）】]\s*$/u.test(text) || text.length > 160) return false
  return told.split(/\s+/u).some((_, i, words) => lexicon.changes.test(words.slice(i).join(' ')))
}

/** `Corrects state in ninth paragraph to Montana`: the same without a bracket, under a headline. */
export function isPlainChange(text: string, { lexicon }: Notebook): boolean {
  const words = fold(text).replace(/^[\s(*]+/u, '')
  return (
    (lexicon.changes.test(words) || /\bcorrect(?:s|ed|ing)\b/u.test(words)) &&
    text.length < 300 &&
    /paragraph|\bpara\b|headline|absatz|párrafo|paragraphe|parágrafo|paragrafo|абзац|παράγραφ/iu.test(text)
  )
}

/** `Correction: An earlier version said …`, `This story has been corrected to show …`: what a page owns up to under a story. */
export function isCorrectionNote(text: string, { lexicon }: Notebook): boolean {
  if (text.length > 600) return false
  const folded = fold(text).replace(/^[\s*_•–—-]+/u, '')
  const said = lexicon.changes.exec(folded)
  if (said && said[0].split(' ').length >= 3) return true
  for (const word of lexicon.signals.correction)
    if (word.length > 4 && folded.startsWith(word) && /^\s*[:：]/u.test(folded.slice(word.length))) return true
  const noted = lexicon.advisories.exec(folded)
  return noted !== null && /^\.?\s*[:：]/u.test(folded.slice(noted[0].length))
}

/** Keeps what was changed in this take as it says itself, and tells the desk. */
export function takeChangeNote(block: Block, notebook: Notebook): void {
  notebook.reading.correctionNote ??= block.text
  note(notebook, block)
}
