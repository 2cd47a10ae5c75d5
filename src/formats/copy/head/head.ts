import { readCaptionAt } from '../caption/captions.ts'
import { isByline, isJobLine, isNameLine } from '../credit/byline.ts'
import { isContactLine } from '../credit/contact.ts'
import { takeByline } from '../credit/take-byline.ts'
import { furnitureOf } from '../furniture/furniture.ts'
import { momentIn } from '../moment/moments.ts'
import { takeTimestamp } from '../moment/take-timestamp.ts'
import { type Notebook, claim, contact, doubt, drop, note } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { fold, wordsIn } from '../text/fold.ts'
import { cut } from '../text/piece.ts'
import { isHeading, isProse } from '../text/prose.ts'
import { likeness } from './likeness.ts'
import { signalAtEnd, signalLine, signalOf } from './signal.ts'
import { takeSignedMoment } from './signed-moment.ts'

/**
 * Reads what stands above the copy: headline, moments, bylines, section, standfirst, pictures and the furniture between them.
 * `blocks` end before the copy; `after` is its first words, in which a headline may be glued. An input without prose is all head: `copy` then gets
 * what stands under the headline.
 */
export function readHead(
  blocks: readonly Block[],
  repeated: ReadonlySet<number>,
  after: string,
  notebook: Notebook,
  copy?: (block: Block) => void,
): void {
  const { reading, lexicon } = notebook
  const candidates: Block[] = []
  let byline = -2
  let above = -1
  let signed = false
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const { text } = block
    if (above < 0 && (reading.byline.length || reading.published || reading.updated)) {
      above = candidates.length
      signed = reading.byline.length > 0
    }
    if (isHeading(block)) candidates.push(block)
    else if (
      repeated.has(i) &&
      (text.length > 160 || isCutOff(text) || (isProse(text) && (candidates.length > 0 || above >= 0)))
    )
      drop(notebook, block, 'repeated below')
    else if (/^https?:\/\/\S+$/u.test(text)) takeAddress(block, notebook)
    else if (takeSignalLine(block, notebook)) continue
    else if (takeSignedMoment(block, notebook) || takeTimestamp(block, notebook)) continue
    else if (isChangeNote(text, notebook) || (candidates.length && isPlainChange(text, notebook)))
      takeChangeNote(block, notebook)
    else if (
      isByline(text, lexicon) ||
      (i === byline + 1 && isJobLine(text, lexicon) && text !== blocks[i + 1]?.text)
    ) {
      takeByline(block, notebook)
      byline = i
    } else if (i + 1 < blocks.length || !candidates.length || block.bullet) {
      const why = furnitureOf(text, lexicon)
      if (
        why &&
        !(why === 'words of the page' && lexicon.sections.has(fold(text)) && !candidates.length && !reading.section)
      )
        drop(notebook, block, why)
      else if (readCaptionAt(blocks, i, notebook, true))
        i += notebook.reading.captions.at(-1) && consumedNext(blocks, i, notebook) ? 1 : 0
      else if (isWireSlug(text) || (block.bullet === '* ' && !copy)) note(notebook, block)
      else if (isContactLine(text, lexicon)) contact(notebook, block)
      else if (
        lexicon.advisories.test(fold(text).replace(/^[\s([*^]+/u, '')) &&
        wordsIn(text) > 2 &&
        /[:([]|--/u.test(text.slice(0, 40))
      )
        note(notebook, block)
      else candidates.push(block)
    } else {
      const why = furnitureOf(text, lexicon)
      if (why) drop(notebook, block, why)
      else if (!readCaptionAt(blocks, i, notebook, true)) candidates.push(block)
    }
  }
  settle(candidates, { above, signed }, after, notebook, copy)
}

/** A teaser ends in dots where the copy goes on. */
function isCutOff(text: string): boolean {
  return /(?:\.{2,}|…)\s*$/u.test(text)
}

/** Whether the caption just read took the next block too, as its credit line. */
function consumedNext(blocks: readonly Block[], i: number, { claims }: Notebook): boolean {
  const next = blocks[i + 1]
  return next !== undefined && claims.at(-1)?.start === next.start && claims.at(-1)?.field === 'captions'
}

/** How many lines stand over the first byline or moment, and whether that was a byline. */
type Lead = { above: number; signed: boolean }

/** Chooses the headline among what is left, and finds a place for the rest. */
function settle(
  candidates: readonly Block[],
  lead: Lead,
  after: string,
  notebook: Notebook,
  copy: ((block: Block) => void) | undefined,
): void {
  const { reading, lexicon } = notebook
  const at =
    copy && !candidates.some(({ tag }) => tag)
      ? Math.min(0, candidates.length - 1)
      : headlineAt(candidates, lead, after, notebook)
  const headline = candidates[at]
  if (headline) takeHeadline(headline, notebook)
  const plain = headline ? keyOf(headline.text) : ''
  let named = -1
  candidates.forEach((block, i) => {
    if (i === at) return
    const { text } = block
    const key = keyOf(text)
    if (
      plain &&
      !copy &&
      (key === plain ||
        (key.length > plain.length && key.endsWith(plain)) ||
        (key.length > 24 && plain.startsWith(key)))
    )
      return drop(notebook, block, 'headline again')
    const label = wordsIn(text, 6) <= 4 && !/[.!?]$/u.test(text)
    if (i < at || at < 0) {
      if (label && !reading.section && (lexicon.sections.has(fold(text)) || i === 0)) {
        reading.section = text
        return claim(notebook, block, 'section')
      }
      doubt(notebook, text, 'stands above the headline and is neither section nor moment')
      return drop(notebook, block, 'above the headline')
    }
    if (
      (isNameLine(text, lexicon) && !reading.byline.length) ||
      (named === i - 1 && i > 0 && isJobLine(text, lexicon))
    ) {
      named = i
      return takeByline(block, notebook)
    }
    if (copy) return copy(block)
    if (lexicon.sections.has(fold(text)) && !reading.section) {
      reading.section = text
      return claim(notebook, block, 'section')
    }
    if (label && !reading.standfirst && !/\p{Lu}/u.test(text[0]!) && /\p{L}/u.test(text[0]!) && /\p{Ll}/u.test(text))
      return drop(notebook, block, 'label')
    if (reading.standfirst === undefined) {
      reading.standfirst = text
      claim(notebook, block, 'standfirst')
      if (label) doubt(notebook, text, 'a short line between headline and copy, taken for the standfirst')
      return
    }
    doubt(notebook, text, 'a second line between headline and copy, put among the notes')
    note(notebook, block)
  })
}

function headlineAt(
  candidates: readonly Block[],
  { above, signed }: Lead,
  after: string,
  { lexicon }: Notebook,
): number {
  if (!candidates.length) return -1
  const tagged = candidates.findIndex(({ tag }) => tag === 'h1' || tag === 'title')
  if (tagged >= 0)
    return candidates.findIndex(({ tag }) => tag === 'h1') >= 0
      ? candidates.findIndex(({ tag }) => tag === 'h1')
      : tagged
  // Byline and moment stand under the headline: what comes after them is the page's, when something stands before.
  const under = candidates.slice(0, Math.max(0, above)).some(({ text }) => wordsIn(text, 6) > 3)
  const among = under ? candidates.slice(0, above) : candidates
  const keys = candidates.map(({ text }) => keyOf(text))
  const glued = keyOf(after.slice(0, 240))
  const again = keys.findIndex(
    (key, i) =>
      key.length > 12 &&
      ((glued.startsWith(key) && among.includes(candidates[i]!)) ||
        (keys.some((other, j) => j !== i && Math.min(i, j) < among.length && other.endsWith(key)) &&
          isAbout(candidates[i]!, after))),
  )
  if (again >= 0) return again
  const first = candidates.findIndex(({ text }) => signalOf(text, lexicon))
  if (first >= 0) return first
  const long = candidates.findIndex(({ text }) => wordsIn(text, 6) > 2 && !lexicon.sections.has(fold(text)))
  // A moment may stand over the headline too, which then is the next line.
  const next = under && !signed ? candidates[above] : undefined
  const alike = among.length > (under ? 1 : 5) ? likestAt(among, after, long) : -1
  if (next && !next.text.endsWith('.') && wordsIn(next.text, 4) > 3) {
    const best = among[alike >= 0 ? alike : long]
    if (likeness(next.text, after) > (best ? likeness(best.text, after) : 0) + 1) return above
  }
  if (alike >= 0) return alike
  return long >= 0 ? long : candidates.length > 1 && lexicon.sections.has(fold(candidates[0]!.text)) ? 1 : 0
}

/** Buttons come again as well as headlines: only these say what the copy says, and none is as long as a caption. */
function isAbout({ text }: Block, after: string): boolean {
  return !after || (text.length < 200 && likeness(text, after) > 0)
}

/** Among the many lines of a page the headline is the one that says most of what the copy begins with. */
function likestAt(candidates: readonly Block[], after: string, chosen: number): number {
  const scores = candidates.map(({ text }) => (text.length < 200 && !text.endsWith('.') ? likeness(text, after) : 0))
  const most = Math.max(...scores)
  return most > 1 && most > (scores[chosen] ?? 0) + 1 ? scores.lastIndexOf(most) : -1
}

/** Words of urgency before a headline, in capitals in every language's wires. */
const urgent =
  /^\s*(?:URGENT[EI]?|EIL(?:MELDUNG)?|FLASH|BREAKING(?: NEWS)?|ALERT[EA]?|BULLETIN|SNAP|ULTIM['’]ORA|[ÚU]LTIMA HORA|СРОЧНО|МОЛНИЯ|[ΕÉ]ΚΤΑΚΤΟ|ΕΠΕΙΓΟΝ|ACİL|SON DAKİKA)\s*[-–—:|/]+\s*(?=\S)/u

/** Takes the signal off a headline. */
function takeHeadline(whole: Block, notebook: Notebook): void {
  const { reading, lexicon } = notebook
  const rushed = urgent.exec(whole.text)
  const calm = rushed ? cut(whole, rushed[0].length) : null
  if (calm) drop(notebook, cut(whole, 0, rushed![0].length), 'mark of urgency')
  const block = { ...whole, ...calm }
  const found = signalOf(block.text, lexicon)
  const rest = found ? cut(block, found.end) : null
  if (found && rest) {
    if (!reading.signal || reading.signal.is === 'update' || found.signal.is === 'kill') reading.signal = found.signal
    // `CORRECTED-(OFFICIAL)-Bank lifts rates`: who corrects stands between.
    const who = /^\(\p{Lu}[\p{Lu} ]+\)\s*[-–—:]\s*(?=\S)/u.exec(rest.text)?.[0].length ?? 0
    const lead = cut(block, 0, found.end + who)
    if (lead) claim(notebook, lead, 'signal')
    reading.headline = rest.text.slice(who)
    claim(notebook, rest, 'headline')
    return
  }
  const last = signalAtEnd(block.text, lexicon)
  const before = last ? cut(block, 0, last.start) : null
  if (last && before) {
    reading.signal ??= last.signal
    const mark = cut(block, last.start)
    if (mark) claim(notebook, mark, 'signal')
    reading.headline = before.text
    return claim(notebook, before, 'headline')
  }
  reading.headline = block.text.replace(/^(?:>{2,}|\+{2,}|\*{2,})\s*|\s*(?:\+{2,}|\*{2,})$/gu, '')
  claim(notebook, block, 'headline')
}

function takeAddress(block: Block, notebook: Notebook): void {
  if (notebook.reading.url) return drop(notebook, block, 'address')
  notebook.reading.url = block.text
  claim(notebook, block, 'url')
}

function takeSignalLine(block: Block, notebook: Notebook): boolean {
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
function isPlainChange(text: string, { lexicon }: Notebook): boolean {
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

export function takeChangeNote(block: Block, notebook: Notebook): void {
  notebook.reading.correctionNote ??= block.text
  note(notebook, block)
}

/** `BC-XX--Ostra-Harbour-Strike, 2nd Ld-Writethru`: the key words wires are filed under. */
function isWireSlug(line: string): boolean {
  const text = line.replace(/^\^|<$/gu, '')
  return (
    text.length < 90 &&
    (/^[A-Z]{1,4}-[\p{L}\d]{2,4}--?[\p{L}\d-]+/u.test(text) ||
      (line !== text && /^[A-Z]{2}-/u.test(text)) ||
      /^[A-Z]{2,}(?:-[A-Z\d]{2,}){1,5}(?:\s*[/(][\p{L}\d ,.)-]*)?$/u.test(text)) &&
    !isShoutedTitle(text)
  )
}

function isShoutedTitle(text: string): boolean {
  return text.split(' ').length > 6
}

function keyOf(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
