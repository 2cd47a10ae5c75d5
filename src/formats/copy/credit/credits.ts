import type { Role } from '../../../story/credit.ts'
import type { Found } from '../lexicon/finder.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ReadCredit } from '../reading.ts'
import { fold } from '../text/fold.ts'
import { easternCreditsOf } from './eastern-credits.ts'
import type { FoundCredits } from './found-credits.ts'
import { areNames, peopleOf } from './people.ts'
import { type Stretch as Reach, reachesIn, withoutReaches } from './reach.ts'

/**
 * Credits of a sign-off, bracketed or not: roles lead (`Reporting by A; Editing by B`) or follow (`A contributed to this report`).
 * Null when the text does not hold a role with somebody in it.
 */
export function creditsOf(text: string, lexicon: Lexicon): FoundCredits | null {
  const reaches = reachesIn(text, lexicon)
  const found = creditsBeside(withoutReaches(text, reaches), lexicon)
  return found && withAsides(found, reaches, text)
}

/** Credits with how people are reached put among what is no credit; what touches a reach is one with it. */
export function withAsides(found: FoundCredits, reaches: readonly Reach[], text: string): FoundCredits {
  if (!reaches.length) return found
  const asides: FoundCredits['asides'] = []
  const all = [...found.asides, ...reaches.map((reach) => ({ ...reach, text: '', reach: true as const }))]
  for (const aside of all.toSorted((a, b) => a.start - b.start)) {
    const last = asides.at(-1)
    if (last && aside.start < last.end) {
      last.end = Math.max(last.end, aside.end)
      if (aside.reach) last.reach = true
    } else asides.push({ ...aside })
  }
  return { ...found, asides: asides.map((aside) => ({ ...aside, text: text.slice(aside.start, aside.end) })) }
}

/** The same for a text in which nobody is said to be reached. */
export function creditsBeside(text: string, lexicon: Lexicon): FoundCredits | null {
  if (lexicon.eastern) return easternCreditsOf(text, lexicon)
  const credits: ReadCredit[] = []
  const asides: FoundCredits['asides'] = []
  let names = true
  for (const sentence of sentences(text, lexicon)) {
    if (sentence.aside) {
      asides.push({ text: text.slice(sentence.start, sentence.end), ...sentence })
      continue
    }
    const found = led(text, sentence, lexicon) ?? followed(text, sentence, lexicon) ?? opening(text, sentence, lexicon)
    if (!found) {
      if (/[\p{L}\p{N}]/u.test(text.slice(sentence.start, sentence.end)))
        asides.push({ text: text.slice(sentence.start, sentence.end), ...sentence })
      continue
    }
    credits.push(...found)
    names &&= found.every(({ people }) => areNames(people, lexicon))
  }
  return credits.length ? { credits, asides, names } : null
}

type Stretch = { start: number; end: number; aside?: true }
type Lead = Stretch & { role: Role | null }

/** Stretches that hold one credit sentence or one bracket; contacts and notes become stretches of their own. */
function sentences(text: string, lexicon: Lexicon): Stretch[] {
  const found: Stretch[] = []
  let start = 0
  let aside = false
  const close = (end: number) => {
    if (end > start) found.push({ start, end, ...(aside ? { aside } : {}) })
    start = end
    aside = false
  }
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if ('(（['.includes(c)) depth++
    else if (')）]'.includes(c)) depth = Math.max(0, depth - 1)
    if (aside) {
      if (text.startsWith('(at)', i)) i += 3
      else if (')）('.includes(c)) close(c === '(' ? i : i + 1)
      else if (c === ';' && leadsAt(text, i + 1, lexicon)) close(i + 1)
      continue
    }
    if ((c === '(' || c === '（' || c === '[') && i > start && leadsAt(text, i + 1, lexicon)) close(i)
    else if (')）]'.includes(c) && (depth === 0 || /^[.\s]*[([（]/u.test(text.slice(i + 1)))) close(i + 1)
    else if (
      (c === ';' || c === ',' || (c === '.' && text[i + 1] === ' ') || c === '(' || c === ' ') &&
      asideAt(text, i + 1, lexicon)
    ) {
      close(c === '(' ? i : i + 1)
      aside = true
    } else if (
      c === '.' &&
      /\s/.test(text[i + 1] ?? '') &&
      /[\p{Ll}\d)]{2}$|\p{Lu}\p{Ll}+$/u.test(text.slice(Math.max(0, i - 4), i)) &&
      !abbreviation.test(text.slice(Math.max(0, i - 6), i + 1)) &&
      followsSoon(text, i + 1, lexicon)
    )
      close(i + 1)
  }
  close(text.length)
  return found
}

const abbreviation =
  /(?:^|[\s(])(?:St|Jr|Sr|Dr|Mr|Mrs|Ms|Calif|Fla|Mass|Ill|Mich|Penn|Ariz|Colo|Conn|Tenn|Wash|Wis|Minn|Okla|Ore|Va|Pa|Md|Ga|Ont|Que|N|S|W|E)\.$/u

/** After a full stop another credit begins: a role leads it, or follows with no other lead before. */
function followsSoon(text: string, at: number, lexicon: Lexicon): boolean {
  const rest = fold(text.slice(at))
  lexicon.follow.lastIndex = 0
  const lead = leadsIn(text.slice(at), lexicon)[0]?.start ?? Number.POSITIVE_INFINITY
  return (
    /^[\s(]*$/u.test(rest.slice(0, Math.min(lead, 40))) ||
    (lexicon.follow.exec(rest)?.index ?? Number.POSITIVE_INFINITY) < lead
  )
}

function leadsAt(text: string, at: number, lexicon: Lexicon): boolean {
  const rest = fold(text.slice(at, at + 48))
  lexicon.lead.lastIndex = 0
  const found = lexicon.lead.exec(rest)
  return found !== null && /^[\s(]*$/u.test(rest.slice(0, found.index))
}

/** A contact, or the exchange rate that wires add, begins here. */
function asideAt(text: string, at: number, lexicon: Lexicon): boolean {
  const rest = text.slice(at, at + 60)
  if (/^\s*\(?\s*[$€£¥]\s?\d*\s?[=.]/u.test(rest)) return true
  const folded = fold(rest).trimStart()
  const contact = lexicon.contacts.exec(folded)
  if (
    contact &&
    /^[^).;]{0,90}?[\w.+-]+@[\w-]+\.\w/u.test(
      text
        .slice(at, at + 160)
        .trimStart()
        .slice(contact[0].length),
    )
  )
    return true
  return contact !== null && /^\.?\s*[:+(@]|^\.?\s*\d|^\s*\S+@/u.test(folded.slice(contact[0].length))
    ? true
    : /^\s*[\w.+-]+(?:@|\(at\))[\w-]+\./u.test(rest)
}

/** `Reporting by A in X; Editing by B`. */
function led(text: string, { start, end }: Stretch, lexicon: Lexicon): ReadCredit[] | null {
  const stretch = text.slice(start, end)
  const leads = leadsIn(stretch, lexicon)
  if (!leads.length) return null
  const before = stretch.slice(0, leads[0]!.start)
  const credits: { role: Role | null; people: ReadCredit['people'] }[] = []
  if (!/^[\s(（[【*_,;·–—-]*(?:\S{1,24}: ?)?[\s(（[]*$/u.test(before)) {
    const first =
      followed(text, { start, end: start + before.replace(/[\s,;]+$/u, '').length }, lexicon) ?? signed(before, lexicon)
    if (
      !first &&
      !(/^\s*[(（[](?:\p{L}\p{Ll}* ){1,5}$/u.test(before) && /^.?\s*\p{Lu}?[^\p{Lu}]*$/u.test(before.trim()))
    )
      return null
    credits.push(...(first ?? []))
  }
  leads.forEach((lead, i) => {
    const led = stretch.slice(lead.end, leads[i + 1]?.start ?? stretch.length).replace(/^\s*[:：]/u, '')
    const people = placedFirst(stretch.slice(lead.start, lead.end), led, lexicon) ?? peopleOf(led, lexicon)
    const next = leads[i + 1]
    if (people.length) credits.push({ role: lead.role, people })
    else if (next && /^[\s,&/]*(?:\p{L}{1,3}\s)?\s*$/u.test(stretch.slice(lead.end, next.start)))
      credits.push({ role: lead.role, people: [] })
  })
  // "Reporting and writing by A": both did.
  for (let i = credits.length - 2; i >= 0; i--)
    if (!credits[i]!.people.length) credits[i]!.people = credits[i + 1]!.people.map((person) => ({ ...person }))
  // Work that is no role of ours, a photographer's for one, is left out.
  const named = credits.flatMap(({ role, people }) => (role && people.length ? [{ role, people }] : []))
  return named.length ? named : null
}

/** `in redazione a Roma Ada Neri`: a lead that ends with a word for "in" has the place first. */
function placedFirst(lead: string, rest: string, lexicon: Lexicon): ReadCredit['people'] | null {
  lexicon.placeLead.lastIndex = 0
  const space = lead.lastIndexOf(' ')
  if (!lexicon.leads.has(fold(lead.slice(0, space))) || !lexicon.placeLead.test(fold(lead.slice(space)))) return null
  const found = /^\s*(\p{Lu}[\p{L}'’-]+)\s+(\p{Lu}.*)$/su.exec(rest)
  const people = found ? peopleOf(found[2]!, lexicon) : []
  return found && areNames(people, lexicon) ? people.map((person) => ({ ...person, place: found[1]! })) : null
}

/** `(By Ana Ruiz. Editing by …)`, `(Ana Ruiz. Translated by …)`: names that open a bracket whose next sentence has a role. */
function opening(text: string, { start, end }: Stretch, lexicon: Lexicon): ReadCredit[] | null {
  if (start > 0 || !/^\s*[(（[]/u.test(text) || !leadsIn(text.slice(end), lexicon).length) return null
  return signed(text.slice(start, end), lexicon)
}

/** `(By Ana Ruiz; Editing by …)`, `(Ana Ruiz, editing by …)`. */
function signed(before: string, lexicon: Lexicon): ReadCredit[] | null {
  const opened = before.replace(/^[\s(（[]+/u, '')
  const lead = lexicon.bylineLead.exec(fold(opened))
  if (!lead && opened === before) return null
  const people = peopleOf(opened.slice(lead?.[0].length ?? 0).replace(/[·\s]+$/u, ''), lexicon)
  if (!areNames(people, lexicon) || (!lead && !people.every(({ name }) => name.includes(' ')))) return null
  return [{ role: lead ? 'byline' : 'reporting', people }]
}

function leadsIn(stretch: string, lexicon: Lexicon): Lead[] {
  const folded = fold(stretch)
  const leads: Lead[] = []
  lexicon.lead.lastIndex = 0
  for (let found = lexicon.lead.exec(folded); found; found = lexicon.lead.exec(folded)) {
    const [start, end] = [found.index, found.index + found[0].length]
    const phrase = found[0].replaceAll(/\s+/gu, ' ')
    const role = lexicon.leads.get(phrase) ?? lexicon.leads.get(phrase.replaceAll(' ', '')) ?? null
    const before = stretch.slice(0, start)
    const opens = /(?:^|[;·,.(（[/–—\n،؛|、，；。।-]|\band|\bund|\bet|\by|\be)\s*\(?$/u.test(before)
    const full = phrase.includes(' ') || /\p{Lo}/u.test(phrase)
    const raised = /\p{Lu}/u.test(stretch[start]!) && /\S\s+$/u.test(before)
    const named = /(?:^|\s)(?:the|la|el|le|il|der|die|das|den|a|o|της|του|l['’])\s*$/iu.test(before)
    if (!role && !(opens && /^\s*[:：]/u.test(stretch.slice(end)))) continue
    if ((opens || ((full || raised) && !named)) && beginsNames(stretch.slice(end), opens || full))
      leads.push({ role, start, end })
  }
  return leads
}

/** What comes after a lead: a name, a desk, a colon, or another lead after "and". */
function beginsNames(rest: string, sure: boolean): boolean {
  if (/^\s*[:：]/u.test(rest)) return true
  return sure ? /^[\s,&/;)<]*(?:$|[\p{L}\p{Lo}‘’'"(])/u.test(rest) : /^\s*\p{Lu}/u.test(rest)
}

/** `A in X and B in Y contributed to this report.` `A reported from X and B from Y.` */
function followed(text: string, { start, end }: Stretch, lexicon: Lexicon): ReadCredit[] | null {
  const stretch = text.slice(start, end)
  const folded = fold(stretch)
  lexicon.follow.lastIndex = 0
  let found = lexicon.follow.exec(folded)
  if (!found) return null
  const first = found
  for (let next: Found | null = found; next; next = lexicon.follow.exec(folded)) found = next
  const role = lexicon.follows.get(first[0].replaceAll(/\s+/gu, ' ')) ?? 'contributing'
  const before = stretch.slice(0, first.index)
  const rest = stretch.slice(first.index + first[0].length).trim()
  const from = /^(?:from|in|at|aus|depuis|desde)\s/iu.test(rest)
  if (rest.replace(/[\s.)\]）]+/gu, '') && !from) return null
  const people = peopleOf(`${before.replace(/^[\s(*_–—-]+/u, '')} ${from ? rest : ''}`, lexicon)
  return people.length && areNames(people, lexicon) ? [{ role, people }] : null
}
