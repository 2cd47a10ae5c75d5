import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold, wordsIn } from '../text/fold.ts'
import { leadsElsewhere } from './page-links.ts'

/** Why a line that leads to other stories is dropped. */
export const elsewhere = 'leads to another story'

/** Why a line is furniture, what a page shows that is not the story; null when nothing says so. */
export function furnitureOf(text: string, lexicon: Lexicon): string | null {
  if (text.length > 400) return null
  if (isRule(text)) return 'rule'
  if (isRangeName(text)) return 'name of a layout'
  if (text.length <= 100 && /(?:(?<!«[^»]*)»|›|>>|→)\s*$/u.test(text) && !/[.!?؟。]/.test(text)) return 'link'
  if (leadsElsewhere(text)) return elsewhere
  if (/^#[\p{L}\p{M}\p{N}_]{2,40}$/u.test(text)) return 'tag'
  const bare = barely(text)
  if (!bare) return 'rule'
  const { lines, openings, shapes } = lexicon.furniture
  if (lines.has(bare)) return 'words of the page'
  if (text.length <= 120 && shapes.test(bare)) return 'words of the page'
  if (text.length <= 160 && endsAsPage.test(bare)) return 'words of the page'
  if (openings.test(fold(text).replace(/^[\s•|*>–—[-]+/u, '')) && !/["“«„]\s*$/u.test(text)) return 'words of the page'
  if (isGlued(text)) return 'glued links'
  if (/[|•·/»›]/u.test(text) && text.length < 300) {
    const parts = text
      .split(/\s*[|•·»›]\s*|\s+\/\s+/u)
      .map(barely)
      .filter(Boolean)
    const known = parts.filter((part) => lines.has(part) || lexicon.sections.has(part) || shapes.test(part)).length
    if (parts.length > 1 && known >= Math.max(1, parts.length * 0.6)) return 'row of links'
  }
  const path =
    text.length <= 80 && !text.includes('«') && /^[^<>]+(?: ?[>›»] ?[^<>]+){2,}$/u.test(text)
      ? text.split(/\s*[>›»]\s*/u)
      : []
  if (path.length > 2 && path.every((part) => wordsIn(part) <= 4 && !/[.!?。]/u.test(part))) return 'path of the page'
  const words = text.length <= 60 ? bare.split(/\s+/u) : []
  if (words.length > 1 && words.every((word) => lines.has(word))) return 'row of links'
  return null
}

/** Ends by which a short line is the page's, whatever it begins with. */
const endsAsPage =
  /(?:click to tweet|^(?:main |lead )?image credit: .{2,40}|\bsign up (?:for|to) (?:our|the) .{0,60}|(?:market update|brought to you|presented|sponsored) by)$/u

/** A line drawn from marks: ___, * * *, ------. */
export function isRule(text: string): boolean {
  return /^[\s_*=~#•·.…—–―|>+<^:;,!-]+$/u.test(text) && !/^\.{3}$|^…$/u.test(text)
}

/** A slide counter: "0 : 0", "1 / 5", "2 of 7". It is furniture only where nothing of the copy follows. */
export function isCounter(text: string): boolean {
  return text.length <= 12 && /^\(?\d{1,3}\s*(?:[:/|]|of|von|de|из)\s*\d{1,3}\)?$/u.test(text)
}

/** Names of ranges of a responsive layout: hyphened words, all about screens. */
export function isRangeName(text: string): boolean {
  if (text.length > 70) return false
  const bare = text.replace(/^[\s•·*–-]+/u, '')
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(bare)) return false
  const words = bare.split('-')
  return words.every((word) => layout.has(word)) && words.some((word) => devices.has(word))
}

const devices = new Set(
  'phone phones tablet tablets browser desktop mobile screen screens viewport portrait landscape handset laptop device devices'.split(
    ' ',
  ),
)
const layout = new Set([
  ...devices,
  ...'narrow medium wide large larger small smaller above below and or only up down to from extra xl lg md sm xs full huge tiny big'.split(
    ' ',
  ),
])

/** A text without its bullets and end marks, folded. */
function barely(text: string): string {
  return fold(text)
    .replace(/^[\s•|»›>*·+[\]()#–—-]+/u, '')
    .replace(/[\s|»›>:.!…*·[\]()–—+-]+$/u, '')
}

/** Links whose spaces were lost: `Government SolutionsLegalReuters News AgencyRisk`. */
function isGlued(text: string): boolean {
  if (text.length < 30 || /[.!?]\s/.test(text)) return false
  const seams = text.match(/\p{Ll}{2}\p{Lu}\p{Ll}{2}/gu)?.length ?? 0
  return seams >= 3 && seams >= wordsIn(text, 60) / 5
}
