import type { Role } from '../../../story/credit.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ReadPerson } from '../reading.ts'
import { fold } from '../text/fold.ts'

/**
 * People as Chinese, Japanese and Korean copy lists them: between commas of every kind, with a place, a bureau or a house before
 * the name (`大阪 坂井翔`, `北京分社 吴桐`) and perhaps the role after it (`홍길동 기자`, `John Public記者`), which is given back.
 */
export function easternPeople(text: string, lexicon: Lexicon): { people: ReadPerson[]; roles: Role[] } {
  const people: ReadPerson[] = []
  const roles = new Set<Role>()
  for (const piece of pieces(text)) {
    const { rest, role, place: reported } = withoutRole(piece, lexicon)
    if (role) roles.add(role)
    const { name, place, org } = afterPlace(rest, lexicon)
    if (!name) continue
    if (isDesk(name, lexicon)) people.push({ name, kind: 'desk' })
    else
      for (const one of spacedNames(name, lexicon))
        people.push({ name: one, ...(place || reported ? { place: place ?? reported! } : {}), ...(org ? { org } : {}) })
  }
  return { people, roles: [...roles] }
}

/** A name in these scripts, or a foreign one in its own: short, and without the particles of a sentence. */
export function isEasternName(name: string): boolean {
  if (/^[\p{Script=Han}々〇]{2,5}$/u.test(name) || /^[\p{Script=Hangul}]{2,6}$/u.test(name)) return true
  if (/^[\p{Script=Katakana}ー・=＝\s]{2,24}$/u.test(name)) return true
  if (/^\p{Script=Hangul}{1,8}(?: \p{Script=Hangul}{1,8}){1,3}$/u.test(name)) return name.length <= 14
  if (/^[\p{Script=Han}々]{1,4}[\s]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,5}$/u.test(name))
    return !/[をはがにで]/u.test(name)
  if (/^[\p{Script=Han}]{1,8}(?:[·・.][\p{Script=Han}]{1,8}){1,3}$/u.test(name)) return true
  return /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}][\p{L}.'’-]*){0,4}$/u.test(name)
}

function pieces(text: string): string[] {
  const open = text.replace(/^[\s（(【[［「*＊]+|[\s）)】\]］」。.*＊]+$/gu, '')
  return open
    .split(
      /[、，,；;/／|｜＆&]+|(?<=[\p{Script=Han}々]{2})・(?=[\p{Script=Han}])|(?<=\p{Script=Hangul}{2})[·・](?=\p{Script=Hangul}{2})|(?<=\p{Script=Han}{2})[和与與及](?=\p{Script=Han}{2})/u,
    )
    .map((piece) => piece.replace(/^[\s（(:：]+|[\s）)】\]]+$/gu, ''))
    .filter((piece) => /\p{L}/u.test(piece))
}

/** The role or the job after a name, and the place that Chinese puts between: `李明北京报道`. */
function withoutRole(piece: string, lexicon: Lexicon): { rest: string; role?: Role; place?: string } {
  const folded = fold(piece)
  const follows = [...lexicon.follows.keys()].filter((word) => folded.endsWith(word) && folded.length > word.length)
  const longest = follows.toSorted((a, b) => b.length - a.length)[0]
  if (!longest) return { rest: piece }
  const rest = piece.slice(0, -longest.length).trim()
  const role = lexicon.follows.get(longest)!
  const city = [...lexicon.cities].find((name) => rest.endsWith(name) && rest.length > name.length + 1)
  return city ? { rest: rest.slice(0, -city.length).trim(), role, place: city } : { rest, role }
}

function afterPlace(piece: string, lexicon: Lexicon): { name: string; place?: string; org?: string } {
  const bracketed = /^(.{2,}?)\s*[（(]([\p{L}\s]{2,10})[）)]?$/u.exec(piece)
  if (bracketed) return { name: bracketed[1]!.trim(), place: bracketed[2]!.trim() }
  const equal = /^(\S{2,8})[=＝](\S.*)$/u.exec(piece)
  if (equal) return { name: equal[2]!, place: equal[1]! }
  const spaced = /^(\S+)\s+(\S.*)$/u.exec(piece)
  if (!spaced) return { name: piece }
  const [, first = '', rest = ''] = spaced
  if (lexicon.cities.has(fold(first))) return { name: rest, place: first }
  if (lexicon.cities.has(fold(rest)) && !/\s/u.test(rest)) return { name: first, place: rest }
  if (isDesk(first, lexicon) || lexicon.agencies.has(fold(first))) return { name: rest, org: first }
  return { name: piece }
}

function isDesk(name: string, { desks }: Lexicon): boolean {
  const folded = fold(name)
  return [...desks].some(
    (word) =>
      /[^\0-\u02ff]/u.test(word) && folded.endsWith(word) && (folded.length > word.length + 1 || folded === word),
  )
}

/** `박문수 심학규`, `白林 黎华玲`: names with only a space between them; a foreign name in Hangul stays whole. */
function spacedNames(name: string, { code }: Lexicon): string[] {
  const words = name.split(/\s+/u)
  if (code === 'zh' && words.length > 1 && words.every((word) => /^\p{Script=Han}{2,4}$/u.test(word))) return words
  return words.length > 1 &&
    words.every((word) => /^\p{Script=Hangul}{2,4}$/u.test(word) && surnames.test(word) && word.length !== 4)
    ? words
    : [name]
}

const surnames =
  /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반나라왕금옥육인맹제모탁국은편용임림황보]/u
