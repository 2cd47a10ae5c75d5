import { readBody } from './body/body.ts'
import { paragraph } from './body/paragraph.ts'
import { headedLine } from './caption/headed.ts'
import { creditsOf } from './credit/credits.ts'
import { bareByline } from './credit/take-byline.ts'
import { type Excerpt, readExcerpt } from './excerpt.ts'
import { closingLine } from './furniture/closing.ts'
import { anchorOf, repeatedBlocks } from './head/anchor.ts'
import { envelopeBlocks } from './head/envelope.ts'
import { readHead } from './head/head.ts'
import { detectLanguage } from './lexicon/detect.ts'
import { lexicon } from './lexicon/lexicon.ts'
import { momentIn } from './moment/moments.ts'
import { type Notebook, claim, drop, openNotebook } from './notebook.ts'
import type { Reading } from './reading.ts'
import { type Block, blocksOf } from './text/blocks.ts'
import { fold } from './text/fold.ts'
import { carved, hiddenIn } from './text/hidden.ts'
import { type Line, linesOf } from './text/lines.ts'
import { cut } from './text/piece.ts'
import { tile } from './text/spans.ts'

export type { Reading } from './reading.ts'

/**
 * What is known of an input before it is read: what an excerpt is of, its language, or the one to take where its words do not
 * show it, and the zone of moments printed without one.
 */
export type Hint = { as?: 'story' | Excerpt; language?: string; expected?: string; zone?: string }

/**
 * Reads raw agency copy, or the text of a saved page, into its parts, and says what was dropped and what is unsure. It never fails:
 * what is not understood stays in the copy. Linear in the length of the input.
 */
export function readCopy(raw: string, hint: Hint = {}): Reading {
  const words = lexicon(hint.language?.split('-')[0] ?? detectLanguage(raw, hint.expected?.split('-')[0]))
  const notebook = openNotebook(words)
  if (hint.as && hint.as !== 'story' && raw.length <= longestExcerpt) readExcerpt(raw, hint.as, notebook)
  else readStory(raw, notebook)
  const { reading, claims } = notebook
  if (hint.zone) reading.zone = hint.zone
  if (hint.language) reading.language = hint.language
  const hidden = hiddenIn(raw)
  for (const { start, end } of hidden) reading.dropped.push({ text: raw.slice(start, end), why: 'markup' })
  reading.spans = tile(raw, carved(claims, hidden), (from, to) => linesOf(raw.slice(from, to)).length > 0)
  if (reading.published === undefined && reading.updated !== undefined) {
    reading.published = reading.updated
    delete reading.updated
  }
  return reading
}

function readStory(raw: string, notebook: Notebook): void {
  const enveloped = envelopeBlocks(raw, notebook)
  if (enveloped) return readBlocks(enveloped, notebook)
  const lines = linesOf(raw)
  const exported =
    lines[0]?.text.startsWith('-- ') === true && lines.slice(1, 4).some(({ text }) => text.startsWith('--'))
  const pictured = (text: string) => headedLine(text, notebook.lexicon) !== null
  readBlocks(exported ? blocksOf(withoutDashes(lines, notebook), true) : blocksOf(lines, false, pictured), notebook)
}

function readBlocks(blocks: readonly Block[], notebook: Notebook): void {
  const repeated = repeatedBlocks(blocks)
  const { at, dateline } = anchorOf(blocks, repeated, notebook.lexicon)
  if (at < 0) return readHeadless(blocks, repeated, notebook)
  const first = blocks[at]!
  readHead(blocks.slice(0, at), repeated, first.text, notebook)
  readBody(withDateline(blocks.slice(at), dateline, notebook), notebook)
}

/** What is longer is no excerpt, whatever it is said to be. */
const longestExcerpt = 100_000

/** No page has more lines above its copy: what comes after them is copy, whatever it looks like. */
const longestHead = 1000

/** An input without prose: a headline and bits of a page. */
function readHeadless(blocks: readonly Block[], repeated: ReadonlySet<number>, notebook: Notebook): void {
  readHead(blocks.slice(0, longestHead), repeated, '', notebook, (block) => {
    if (closingLine(block.text, notebook.lexicon)) drop(notebook, block, 'end of the take')
    else paragraph(block, notebook)
  })
  for (const block of blocks.slice(longestHead)) paragraph(block, notebook)
}

/** Takes dateline, and a headline glued before it, off the first paragraph. */
function withDateline(
  blocks: readonly Block[],
  known: ReturnType<typeof anchorOf>['dateline'],
  notebook: Notebook,
): readonly Block[] {
  const { reading, lexicon: words } = notebook
  let [first, ...rest] = blocks as [Block, ...Block[]]
  let dateline = known
  const { headline } = reading
  if (
    headline &&
    !dateline &&
    first.text.length > headline.length + 20 &&
    fold(first.text).startsWith(fold(headline))
  ) {
    drop(notebook, cut(first, 0, headline.length), 'headline again')
    const kept = cut(first, headline.length)
    if (kept) first = { ...first, ...kept }
    dateline = anchorOf([first], new Set(), words).dateline
  }
  if (!dateline) return [first, ...rest]
  reading.dateline = dateline.dateline
  const moment = reading.published === undefined ? momentIn(dateline.dateline.raw, words) : null
  if (moment?.clock) reading.published = moment.iso
  if (dateline.byline) {
    const bare = (text: string) => text.replaceAll(/\s/gu, '')
    const byline = bareByline(dateline.byline, notebook)
    if (!reading.byline.some((line) => bare(line) === bare(byline))) reading.byline.push(byline)
    // A role in the dateline, as in 「（记者张立）」, is a credit as well.
    if (words.eastern) reading.credits.push(...(creditsOf(dateline.byline, words)?.credits ?? []))
  }
  if (dateline.note) reading.notes.push(dateline.note)
  const head = cut(first, 0, dateline.end)
  if (head) claim(notebook, head, 'dateline')
  const kept = cut(first, dateline.end)
  return kept ? [{ ...first, ...kept }, ...rest] : rest
}

/** The header of an export: every line begins with two dashes. */
function withoutDashes(lines: readonly Line[], notebook: Notebook): Line[] {
  let header = true
  return lines.flatMap((line) => {
    header &&= line.text.startsWith('--')
    if (!header) return [line]
    const dashes = /^--\s*/u.exec(line.text)![0].length
    const kept = cut(line, dashes)
    if (!kept) {
      claim(notebook, line, 'dropped')
      return []
    }
    return [{ ...line, ...kept, gap: 1 }]
  })
}
