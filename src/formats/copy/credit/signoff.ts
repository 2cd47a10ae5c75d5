import { isCurrencyNote } from '../furniture/asides.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { type Notebook, claim, contact, drop, note } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { fold } from '../text/fold.ts'
import { type Piece, cut } from '../text/piece.ts'
import { isContactLine } from './contact.ts'
import { creditsBeside, withAsides } from './credits.ts'
import type { FoundCredits } from './found-credits.ts'
import { areNames, peopleOf } from './people.ts'
import { type Stretch, reachesIn, withoutNumbers, withoutReaches } from './reach.ts'

/** A sign-off in a block: from where, and the credits in it. */
export type SignOff = { start: number; found: FoundCredits }

/**
 * The sign-off that a block is or ends with. In brackets it may stand behind the last sentence; without them it must be the whole block
 * (`near` says that the copy is over), and everybody in it must read like a name, so that a quotation that says "Reporting by" stays copy.
 */
export function signOffAt(text: string, lexicon: Lexicon, near = true): SignOff | null {
  if (recent?.text === text && recent.lexicon === lexicon && recent.near === near) return recent.found
  const found = lookForSignOff(text, lexicon, near)
  recent = { text, lexicon, near, found }
  return found
}

/** The last block of a take is asked for twice: whether prose follows it, and what it is. */
let recent: { text: string; lexicon: Lexicon; near: boolean; found: SignOff | null } | undefined

/** Looks with blanks where somebody is reached, and takes a bracket that says how and stands right before along. */
function lookForSignOff(text: string, lexicon: Lexicon, near: boolean): SignOff | null {
  // In the middle of the copy a line without a bracket is a sign-off only when it reads like one as it stands.
  const last = Math.max(0, text.length - 1500)
  const bracket = nextBracket(text, last)
  if (bracket < 0 && (text.length > 700 || (!near && !lookBeside(text, lexicon, near)))) return null
  const from = text.length > 700 || (!near && bracket > 0) ? bracket : 0
  const reaches = reachesIn(text.slice(from), lexicon).map(({ start, end }) => ({
    start: start + from,
    end: end + from,
  }))
  if (!reaches.length) return lookBeside(text, lexicon, near)
  const plain = withoutReaches(text, reaches)
  const signed = lookBeside(plain, lexicon, near)
  if (!signed) return near ? reachAlone(text, plain, reaches, lexicon) : null
  let { start } = signed
  for (const reach of reaches.toReversed())
    if (reach.end <= start && /^\s*[(（[]/u.test(text.slice(reach.start)) && !plain.slice(reach.end, start).trim())
      start = reach.start
  const moved = signed.start - start
  const asides = signed.found.asides.map((aside) => ({ ...aside, start: aside.start + moved, end: aside.end + moved }))
  const inside = reaches.flatMap((reach) =>
    reach.end > start ? [{ start: Math.max(0, reach.start - start), end: reach.end - start }] : [],
  )
  return { start, found: withAsides({ ...signed.found, asides }, inside, text.slice(start)) }
}

/** `(Ana Ruiz; 646-223-6000)`: names and how they are reached, without their work, behind the last sentence. */
function reachAlone(text: string, plain: string, reaches: readonly Stretch[], lexicon: Lexicon): SignOff | null {
  const start = Math.max(plain.lastIndexOf('('), plain.lastIndexOf('['))
  const inner = /^[([]([^()[\]]{3,160})[)\]]\.?\s*$/u.exec(plain.slice(Math.max(0, start)))?.[1]?.trim()
  if (!inner || start < 0 || !reaches.some((reach) => reach.start > start)) return null
  if (start > 0 && !/[.!?…"”»)]\s*$/u.test(plain.slice(0, start))) return null
  const people = peopleOf(inner.replaceAll(/[\s,;]+$/gu, ''), lexicon)
  if (!areNames(people, lexicon) || !people.some(({ name }) => name.includes(' '))) return null
  const aside = { text: text.slice(start), start: 0, end: text.length - start, reach: true as const }
  return { start, found: { credits: [], asides: [aside], names: true } }
}

function lookBeside(text: string, lexicon: Lexicon, near: boolean): SignOff | null {
  if (text.length < 40 && lexicon.furniture.lines.has(fold(text))) return null
  // A bracket may begin like a sign-off and be none ("Reporters and editors involved …"): the next one is asked, a few times.
  let from = Math.max(0, text.length - 3000)
  for (let turn = 0; turn < 6; turn++) {
    const opening = bracketWithRole(text, from, lexicon)
    if (opening === null) break
    const found = creditsBeside(text.slice(opening), lexicon)
    if (found && (found.names || opening === 0 || text.length - opening < 300)) return { start: opening, found }
    from = opening + 1
  }
  const folded = fold(text.slice(0, 90))
  lexicon.lead.lastIndex = 0
  const lead = lexicon.lead.exec(folded)
  const leads = lead !== null && /^[\s*_–—-]*(?:\S{1,24}: )?\s*$/u.test(folded.slice(0, lead.index))
  const glued = near && !leads && !lexicon.eastern ? gluedBehind(text, lexicon) : null
  if (glued) return glued
  if (text.length > 700 || /^["“«„]/u.test(text)) return null
  lexicon.follow.lastIndex = 0
  const follows = !leads && lexicon.follow.test(fold(text))
  if (!leads && !follows) return null
  if (lexicon.eastern && (/[。！？]|다\.|요\./u.test(text) || (!/[:：=＝]/u.test(text) && text.length > 40)))
    return null
  if (leads && isPlainSentence(text, folded.slice(lead.index + lead[0].length))) return null
  const found = creditsBeside(text, lexicon)
  if (!found?.names) return null
  const unsaid = found.asides.filter(({ text }) => /\p{L}{2}/u.test(text) && !isAside(text, lexicon))
  if (unsaid.length && (follows || unsaid.some(({ text }) => text.length > 60))) return null
  if (leads && !near && !/(?:^|\s)(?:by|von|par|por|da|di|od|από|от)\s/iu.test(text) && !text.includes(':')) return null
  return { start: 0, found }
}

/** `… the union said. Reporting by A; Editing by B`: behind a sentence, without a bracket, and nothing but two roles and their people. */
function gluedBehind(text: string, lexicon: Lexicon): SignOff | null {
  const from = Math.max(0, text.length - 400)
  const folded = fold(text.slice(from))
  lexicon.lead.lastIndex = 0
  for (let found = lexicon.lead.exec(folded); found; found = lexicon.lead.exec(folded)) {
    const start = from + found.index
    if (
      start < 30 ||
      !/\p{Lu}/u.test(text[start]!) ||
      !/[.!?…]["”»]?\s+$/u.test(text.slice(Math.max(0, start - 4), start))
    )
      continue
    const beside = creditsBeside(text.slice(start), lexicon)
    if (!beside?.names || beside.credits.length < 2) return null
    return beside.asides.some((aside) => !aside.reach && /\p{L}{2}/u.test(aside.text)) ? null : { start, found: beside }
  }
  return null
}

/** A bracket and nothing behind it but the number of the day or an address. */
function closesAtEnd(text: string): boolean {
  return /^[（(【[［][^（()）【】[\]。]{2,150}[）)】\]］][\s\d]*$/u.test(text)
}

/** In a script without capitals a sentence can begin with the word for a role: it has no colon after that and ends with a full stop. */
function isPlainSentence(text: string, rest: string): boolean {
  return (
    !/[\p{Lu}\p{Ll}]{2}/u.test(text) &&
    !/^\s*[:：=＝/・·]/u.test(rest) &&
    /[.。।؟!！?？]\s*$/u.test(text) &&
    text.length > 18
  )
}

/** Claims the credits and what stands between them; gives back prose that was glued behind. */
export function takeSignOff(block: Block | Piece, { start, found }: SignOff, notebook: Notebook): Piece | null {
  const { reading } = notebook
  for (const { role, people } of found.credits) {
    const named = withoutNumbers(people)
    if (named.length) reading.credits.push({ role, people: named })
  }
  const kept: [number, number][] = []
  let at = start
  let prose: Piece | null = null
  for (const aside of found.asides) {
    const [from, to] = [start + aside.start, start + aside.end]
    const piece = cut(block, from, to)
    if (!piece || !/[\p{L}\p{N}]/u.test(piece.text)) continue
    if (from > at) kept.push([at, from])
    at = to
    if (aside.reach) contact(notebook, piece)
    else if (isCurrencyNote(piece.text)) note(notebook, piece)
    else if (/all rights reserved|^\W*(?:copyright\b|©|\(c\))/iu.test(piece.text))
      drop(notebook, piece, 'rights of the page')
    else if (isReach(piece.text, notebook.lexicon)) contact(notebook, piece)
    else if (notebook.lexicon.changes.test(fold(piece.text).replace(/^[\s([（]+/u, ''))) {
      reading.correctionNote ??= piece.text
      note(notebook, piece)
    } else if (/^[\s(]*(?:source|quelle|fuente|fonte|источник)\s*:/iu.test(piece.text) && piece.text.length < 60) {
      reading.source = piece.text.replace(/^[^:]*:\s*/u, '')
      claim(notebook, piece, 'source')
    } else if (!/^[([（]/u.test(piece.text) && piece.text.split(' ').length > 12 && !prose) prose = piece
    else drop(notebook, piece, 'after the credits')
  }
  const end = block.text.length
  if (at < end) kept.push([at, end])
  const raws: string[] = []
  for (const [from, to] of kept) {
    const piece = cut(block, from, to)
    if (!piece) continue
    raws.push(piece.text)
    claim(notebook, piece, 'credits')
  }
  const raw = raws.join(' ').replaceAll(/ (?=[;,)）\]])/gu, '')
  if (raw) reading.creditsRaw = reading.creditsRaw ? `${reading.creditsRaw} ${raw}` : raw
  return prose
}

function isAside(text: string, lexicon: Lexicon): boolean {
  return isCurrencyNote(text) || isReach(text, lexicon)
}

function isReach(text: string, lexicon: Lexicon): boolean {
  return /@[\w-]+\.|\(at\)|rm:\/\//u.test(text) || isContactLine(text, lexicon) || /\+?\d[\d\s()-]{7,}/u.test(text)
}

/** Where a bracket opens that a role leads; the last such run of brackets counts from its first. */
function bracketWithRole(text: string, start: number, lexicon: Lexicon): number | null {
  let from = start
  for (let at = nextBracket(text, from); at >= 0; at = nextBracket(text, from)) {
    const rest = fold(text.slice(at, at + 90))
    lexicon.lead.lastIndex = 0
    const lead = isQuoted(text, at) ? null : lexicon.lead.exec(rest.slice(0, 60))
    if (lexicon.eastern && closesAtEnd(text.slice(at)) && creditsBeside(text.slice(at), lexicon)?.names) return at
    if (lead && opensWithNames(text, at, lexicon)) return at
    if (lead && /^[([（【\s*–—-]+$/u.test(rest.slice(0, lead.index))) return at
    const byline = lexicon.bylineLead.exec(rest.replace(/^[([（【\s]+/u, ''))
    if (byline && lead && text.length - at < 200 && /[;.·]/u.test(rest)) return at
    if (followsInside(text, at, lexicon)) return at
    from = at + 1
  }
  return null
}

/** Inside a quotation: a mark was opened before it and not closed, and one that closes it follows. */
function isQuoted(text: string, at: number): boolean {
  // Sign-offs stand in paragraphs; what is longer is no quotation that matters.
  if (text.length > 4000) return false
  const marks = text.slice(at).match(/["”»“]/gu)?.length ?? 0
  if (marks % 2 === 0) return false
  const before = text.slice(0, at)
  const count = (mark: string) => before.split(mark).length - 1
  return (
    count('"') % 2 === 1 ||
    count('«') > count('»') ||
    (count('“') > count('”') && !before.includes('„')) ||
    count('„') > count('“') + count('”')
  )
}

/** `(Ana Ruiz and Ben Ott, edited by …)`, `(This story was written by …`: names or a few plain words before the first role. */
function opensWithNames(text: string, at: number, lexicon: Lexicon): boolean {
  if (at > 0 && !/[.!?…"”»“)]\s*$/u.test(text.slice(0, at))) return false
  const inner = text.slice(at + 1, at + 90)
  lexicon.lead.lastIndex = 0
  const lead = lexicon.lead.exec(fold(inner))
  const names = lead ? inner.slice(0, lead.index) : ''
  if (/^(?:\p{L}\p{Ll}* ){1,4}$/u.test(names) && !/\s\p{Lu}/u.test(names)) return at === 0 && lead![0].includes(' ')
  if (!/[,.;·]\s*$/u.test(names)) return false
  const people = peopleOf(names.replace(/[\s,.;·]+$/u, ''), lexicon)
  return areNames(people, lexicon) && people.every(({ name }) => name.includes(' '))
}

function followsInside(text: string, at: number, lexicon: Lexicon): boolean {
  const close = text.indexOf(')', at)
  if (close < 0 || close - at > 400 || text.length - close > 300) return false
  lexicon.follow.lastIndex = 0
  return lexicon.follow.test(fold(text.slice(at, close)))
}

function nextBracket(text: string, from: number): number {
  const round = text.indexOf('(', from)
  const wide = text.indexOf('（', from)
  const square = text.indexOf('[', from)
  const thick = text.indexOf('【', from)
  return [round, wide, square, thick].filter((at) => at >= 0).reduce((a, b) => (a < 0 || b < a ? b : a), -1)
}
