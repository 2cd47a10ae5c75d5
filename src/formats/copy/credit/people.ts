import { isAgency } from '../lexicon/agency-name.ts'
import { isCity } from '../lexicon/cities.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { isRegion } from '../lexicon/regions.ts'
import type { ReadPerson } from '../reading.ts'
import { fold, isIdeograph } from '../text/fold.ts'
import { joinedCuts, placedName } from './word-order.ts'

/**
 * The people of one role: `A and B in X, C, D and E in Y, Country; F`. A place goes to every name before it back to the last
 * place; a semicolon or ", with" begins a new group. Names, desks and affiliations stand as printed.
 */
export function peopleOf(text: string, lexicon: Lexicon): ReadPerson[] {
  const people: ReadPerson[] = []
  let org: string | undefined
  for (const group of groupsOf(placeClosed(text), lexicon)) {
    const found = grouped(group, lexicon, org)
    people.push(...found)
    // "Associated Press writers A in X and B in Y": the plural means all of them.
    if (plural.test(group.names.trim())) org = found[0]?.org
  }
  return people
}

/** `Mehmet Öz-Ali Can/VAN, (DHA)`: Turkish agencies close with place and house; read as names and a bracketed place. */
function placeClosed(text: string): string {
  const found = /^(.+?)\s*\/\s*(\p{Lu}{2,}(?: \p{Lu}{2,})?),?\s*\(\p{Lu}{2,5}\)[\s.-]*$/u.exec(text)
  return found ? `${found[1]!.replaceAll(/(?<=\p{L}{2})-(?=\p{Lu}\p{L}+ \p{Lu})/gu, ', ')} in ${found[2]}` : text
}

const plural = /^(?:(?:\p{Lu}\S*\s+)+\p{Ll}+s\s+\p{Lu}|(?:[Ll]os|[Ll]as|[Ll]es|[Oo]s|[Aa]s|[Dd]ie|[Gg]li)\s+\p{Ll})/u

/** Whether every one reads like a person or a desk, so that a sentence is not taken for a credit. */
export function areNames(people: readonly ReadPerson[], lexicon: Lexicon): boolean {
  return people.length > 0 && people.every((person) => person.kind === 'desk' || isName(person.name, lexicon))
}

/** A name: up to six words with capitals or particles, no figures. Scripts without capitals go by length. */
export function isName(name: string, lexicon: Lexicon): boolean {
  if (!name || name.length > 60 || /[\d@:;!?%$“”"«»()[\]]/u.test(name)) return false
  const words = name.split(/[\s]+/u)
  if (words.length > 6) return false
  if (!/\p{Lu}|\p{Ll}/u.test(name)) return isIdeograph(name.charCodeAt(0)) ? name.length <= 12 : words.length <= 5
  let capitals = 0
  for (const word of words) {
    if (/^[('’‘]?\p{Lu}/u.test(word) || /^(?:al|el|d|l|bin|ibn|ben|abu)[-'’]\p{Lu}/u.test(word)) capitals++
    else if (!particles.has(fold(word)) || lexicon.and.has(fold(word))) return false
  }
  return capitals > 0
}

const particles = new Set(
  'de da do dos das di del della der den van von zu zur bin ibn bint ben al el la le les du des y e ter ten af av of st st. abu ould mc i d st- jr jr. sr'.split(
    ' ',
  ),
)

type Group = { names: string; place?: string }

function groupsOf(text: string, lexicon: Lexicon): Group[] {
  const groups: Group[] = []
  for (const clause of text.split(/\s*[;؛；·|]\s*/u)) {
    // "Illustrations by Ty Xu": a role that has no name here.
    if (groups.length && /^\p{L}+ by \p{Lu}/u.test(clause)) continue
    const parts = clause.split(/,\s*(?=(?:with|avec|con|com|mit|с|με)\s)/iu)
    for (const part of parts) groups.push(...byPlace(part, lexicon))
  }
  return groups
}

/** Cuts a clause at "in", "at", "from": before it names, after it a place and perhaps more names. */
function byPlace(clause: string, lexicon: Lexicon): Group[] {
  const folded = fold(clause)
  lexicon.placeLead.lastIndex = 0
  const leads: { start: number; end: number }[] = []
  for (let found = lexicon.placeLead.exec(folded); found; found = lexicon.placeLead.exec(folded)) {
    const end = found.index + found[0].length
    if (
      found.index > 0 &&
      /^\s*(?:the )?[\p{Lu}\p{Lo}]/u.test(clause.slice(end)) &&
      /[\s,\p{Lo}]$/u.test(clause.slice(0, found.index)) &&
      !afterAnd(folded.slice(0, found.index), lexicon)
    )
      leads.push({ start: found.index, end })
  }
  if (!leads.length) return trailing(clause, lexicon)
  const groups: Group[] = []
  let names = clause.slice(0, leads[0]!.start)
  leads.forEach((lead, i) => {
    const rest = clause.slice(lead.end, leads[i + 1]?.start ?? clause.length)
    const { place, after } = placeFirst(rest, i === leads.length - 1, lexicon)
    groups.push({ names, place })
    names = after
  })
  if (names.trim()) groups.push({ names })
  return groups
}

/** "und von Ana Ruiz", "e da Pia Conte": no place stands right after "and"; the word leads a name again. */
function afterAnd(before: string, { and }: Lexicon): boolean {
  return and.has(/(\S+)\s+$/u.exec(before)?.[1] ?? '')
}

/** `Christopher Doering, Washington`: a place after a comma without "in", known by being no name. */
function trailing(clause: string, lexicon: Lexicon): Group[] {
  // `A, B (Paris), C (Rom)`: each bracket belongs to the name before it.
  if ((clause.match(/\([\p{L}\s.'-]{2,40}\)/gu)?.length ?? 0) > 1 || /,[^(,]*\([^)]*\)\s*$/u.test(clause)) {
    const groups = [...clause.matchAll(/([^,(]+?)\s*(?:\(([^()]{2,40})\))?\s*(?:,|$)/gu)]
    return groups.map(([, names = '', place]) => ({ names, ...(place ? { place: place.trim() } : {}) }))
  }
  // `A B, Paris, und C D, Rom`: names and places by turns.
  const turns = separated(clause, lexicon)
  const byTurns = turns.every(({ text, before }, i) =>
    i % 2 ? before === ',' && !text.includes(' ') : text.includes(' '),
  )
  if (turns.length > 2 && turns.length % 2 === 0 && byTurns)
    return turns.flatMap(({ text }, i) => (i % 2 ? [] : [{ names: text, place: turns[i + 1]!.text }]))
  const bracketed = /^(.+?)\s*[(（]([\p{L}\s.'-]{2,40})[)）]\s*$/u.exec(clause)
  if (bracketed && !lexicon.desks.has(fold(bracketed[2]!)))
    return [{ names: bracketed[1]!, place: bracketed[2]!.trim() }]
  const apart =
    /^[\s:]*(\S+ .*\S),\s+(?:(?:de|da|do|di|em|in|aus|from)\s+)?(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2})[\s.)]*$/u.exec(
      clause,
    )
  if (apart && isName(apart[1]!, lexicon) && !lexicon.desks.has(fold(apart[2]!)) && !isAgency(apart[2]!, lexicon))
    if (isCity(apart[2]!) || isRegion(apart[2]!, lexicon.code) || !apart[2]!.includes(' '))
      return [{ names: apart[1]!, place: apart[2]!.replace(/(?<=\p{Ll}{3})\.$/u, '') }]
  return [{ names: clause }]
}

function placeFirst(rest: string, last: boolean, lexicon: Lexicon): { place: string; after: string } {
  const pieces = separated(rest, lexicon)
  const [first] = pieces
  if (!first) return { place: rest.trim(), after: '' }
  let place = first.text
  let at = 1
  while (
    pieces[at] &&
    pieces[at]!.before === ',' &&
    (isRegion(pieces[at]!.text, lexicon.code) || /^(?:\p{Lu}\.){2,}$/u.test(pieces[at]!.text))
  ) {
    place += `, ${pieces[at]!.text}`
    at++
  }
  if (last && pieces.length === at + 1 && pieces[at]!.before === 'and' && !pieces[at]!.text.includes(' ')) {
    place = rest.slice(first.start, pieces[at]!.end).trim()
    at++
  }
  return { place: clean(place), after: pieces[at] ? rest.slice(pieces[at]!.start) : '' }
}

type Separated = { text: string; start: number; end: number; before: ',' | 'and' | '' }

/** The names between commas, strokes and words for "and", each with what stood before it. */
function separated(text: string, lexicon: Lexicon): Separated[] {
  const folded = fold(text)
  const cuts: { start: number; end: number; is: ',' | 'and' }[] = []
  for (const mark of text.matchAll(/\s*[,،、，/;]\s*|\s+[-–—]\s+/gu))
    cuts.push({ start: mark.index, end: mark.index + mark[0].length, is: ',' })
  lexicon.andAnywhere.lastIndex = 0
  for (let found = lexicon.andAnywhere.exec(folded); found; found = lexicon.andAnywhere.exec(folded)) {
    const [start, end] = [found.index, found.index + found[0].length]
    const spaced = /\s/.test(folded[start - 1] ?? ' ') && /\s/.test(folded[end] ?? ' ')
    if (spaced || isIdeograph(folded.charCodeAt(start)) || found[0] === '&') cuts.push({ start, end, is: 'and' })
  }
  for (const cut of joinedCuts(text, lexicon)) cuts.push({ ...cut, is: 'and' })
  cuts.sort((a, b) => a.start - b.start)
  const pieces: Separated[] = []
  let start = 0
  let before: ',' | 'and' | '' = ''
  for (const mark of [...cuts, { start: text.length, end: text.length, is: ',' as const }]) {
    if (mark.start < start) {
      before = 'and'
      start = Math.max(start, mark.end)
      continue
    }
    const piece = text.slice(start, mark.start)
    if (piece.trim()) pieces.push({ text: clean(piece), start, end: mark.start, before })
    before = piece.trim() || before === '' ? mark.is : before === 'and' || mark.is === 'and' ? 'and' : ','
    start = mark.end
  }
  return pieces
}

/** Names of one group: affiliations, job titles and desks told apart. */
function grouped({ names, place }: Group, lexicon: Lexicon, shared: string | undefined): ReadPerson[] {
  const people: ReadPerson[] = []
  let org = shared
  const pieces = separated(names, lexicon)
  for (const piece of pieces) {
    const marked = placedName(piece.text, lexicon)
    const { name, org: own, desk } = nameOf(marked?.name ?? piece.text, lexicon)
    if (own) org = own
    const previous = people.at(-1)
    if (desk && previous && !previous.kind && piece.before === ',' && !/^the /iu.test(name)) {
      previous.org = name
      continue
    }
    if (!name) continue
    // "A in X and newsroom in Y": a desk that stands alone before a place is there.
    if (desk) people.push({ name, ...(place && pieces.length === 1 ? { place } : {}), kind: 'desk' })
    else {
      const here = marked?.place ?? place
      if (marked?.shared) for (const earlier of people) if (!earlier.kind) earlier.place ??= marked.place
      people.push({ name, ...(here ? { place: here } : {}), ...(org ? { org } : {}) })
    }
  }
  return people
}

function nameOf(text: string, lexicon: Lexicon): { name: string; org?: string; desk?: true } {
  let rest = clean(text.replace(lexicon.tails, ''))
    .replace(/^من\s+(?=\S)/u, '')
    .replace(/^(?:by|von|par|por|da|de|di|от)\s+(?=\p{Lu})/u, '')
  let org: string | undefined
  const member = /^(\p{Lu}.*?) (?:of|from) ((?:the )?\p{Lu}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*)*)$/u.exec(rest)
  if (member && !lexicon.desks.has(fold(member[1]!))) {
    org = member[2]!.replace(/^the /u, '')
    rest = member[1]!
  }
  const owner = /^(?:the )?(\p{Lu}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*){0,3})['’]s?\s+(?=\S)/u.exec(rest)
  if (owner && !/^(?:O|D|L)$/u.test(owner[1]!)) {
    org = owner[1]
    rest = rest.slice(owner[0].length)
  }
  const house = org ? null : housed(rest, lexicon)
  if (house) return house
  const words = rest.split(' ')
  const job = lastJob(words, lexicon)
  if (job >= 0 && job < words.length - 1) {
    const first = firstJobWord(words, job, lexicon)
    const before = words.slice(0, first).join(' ')
    if (before && !org && !/^\p{Ll}/u.test(before)) org = before.replace(/^the /iu, '')
    rest = words.slice(job + 1).join(' ')
  }
  const isDesk =
    rest
      .split(' ')
      .some((word, i, all) => lexicon.desks.has(fold(word)) && (i > 0 || all.length === 1 || lexicon.code !== 'en')) ||
    lexicon.desks.has(fold(rest))
  const isHouse = !org && lexicon.agencies.has(fold(rest).replace(/^the /u, ''))
  if (isHouse || (isDesk && rest.split(' ').length <= 6)) return { name: rest, desk: true, ...(org ? { org } : {}) }
  return { name: stripJob(rest, lexicon), ...(org ? { org } : {}) }
}

/** `La periodista de The Associated Press Nora Ibáñez`: a job, the agency's name and the person's. */
function housed(text: string, lexicon: Lexicon): { name: string; org: string } | null {
  const words = text.split(' ')
  const first = words.findIndex(
    (word) => /^\p{Lu}/u.test(word) && !lexicon.jobs.has(fold(word)) && !articles.has(fold(word)),
  )
  if (first < 1 || !words.slice(0, first).some((word) => lexicon.jobs.has(fold(word)))) return null
  for (let end = words.length - 1; end > first; end--) {
    const org = words.slice(first, end).join(' ')
    if (isAgency(org, lexicon) && lexicon.agencies.has(fold(org)))
      return { name: words.slice(end).join(' '), org: org.replace(/^the /iu, '') }
  }
  return null
}

const articles = new Set('la el los las le les der die das il lo i gli o a os as the'.split(' '))

/** The last word of the last job title before a name. */
function lastJob(words: readonly string[], { jobs }: Lexicon): number {
  for (let i = Math.min(words.length - 2, 6); i >= 0; i--)
    if (jobs.has(fold(words[i]!)) && /^[\p{Lu}\p{Lo}]/u.test(words[i + 1]!)) return i
  return -1
}

/** Where the job title begins: the longest listed one that ends there, and what is written small before it. */
function firstJobWord(words: readonly string[], last: number, { jobs }: Lexicon): number {
  let first = last
  while (
    first > 0 &&
    (jobs.has(fold(words.slice(first - 1, last + 1).join(' '))) || /^\p{Ll}/u.test(words[first - 1]!))
  )
    first--
  return first
}

/** `Ana Ruiz 기자`: a job title after the name. */
function stripJob(name: string, { jobs }: Lexicon): string {
  const space = name.lastIndexOf(' ')
  return space > 0 && jobs.has(fold(name.slice(space + 1))) && !/^\p{Lu}/u.test(name.slice(space + 1))
    ? name.slice(0, space)
    : name
}

function clean(text: string): string {
  const trimmed = text.trim().replace(/^[\s.,:;،؛|()（）[\]<>–—-]+|[\s,:;،؛|।()（）[\]<>–—-]+$/gu, '')
  return /(?:\b\p{Lu}|\b(?:Jr|Sr|St|Inc|Calif|Fla|Mass|Ill|Mich|Penn|Ariz|Colo|Conn|Tenn|Wash|Wis|Ont|Que|Minn|Okla|Ore|Va|Pa|Md|Ga|Ala|La|Kan|Ky|Mo|Mont|Neb|Nev|Ind|Del|Ark|Cal))\.$/u.test(
    trimmed,
  )
    ? trimmed
    : trimmed.replace(/[.。।]+$/u, '')
}
