import type { Role } from '../../../story/credit.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ReadCredit } from '../reading.ts'
import { fold } from '../text/fold.ts'
import { easternPeople, isEasternName } from './eastern-people.ts'
import type { FoundCredits } from './found-credits.ts'

/**
 * Credits of a Chinese, Japanese or Korean sign-off, where roles stand against the names: `（记者高原、林海；编辑：苏木）`,
 * `取材・文：桜井未来 編集：小川誠`, `홍길동 기자`, `(佐伯美咲 編集：大塚一郎)`. Null when nobody is named.
 */
export function easternCreditsOf(text: string, lexicon: Lexicon): FoundCredits | null {
  const asides = asidesIn(text)
  const plain = asides.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
  const leads = leadsIn(plain, lexicon)
  const credits: ReadCredit[] = []
  let names = true
  const give = (roles: readonly (Role | null)[], stretch: string) => {
    const { people, roles: own } = easternPeople(stretch, lexicon)
    if (!people.length) return
    names &&= people.every(({ name, kind }) => kind === 'desk' || isEasternName(name))
    for (const role of new Set(roles.length ? roles : own))
      if (role) credits.push({ role, people: people.map((person) => ({ ...person })) })
  }
  const head = plain.slice(0, leads[0]?.start ?? plain.length)
  if (/[\p{L}]/u.test(head)) {
    const { people, roles } = easternPeople(head, lexicon)
    // Reuters in Japanese names its reporters first and without a role.
    const first = roles.length
      ? roles
      : leads.length && people.every(({ name }) => isEasternName(name))
        ? (['reporting'] as const)
        : null
    // A desk before the roles, 「ロイター編集」, is nobody.
    if (!first && !(leads.length && head.trim().length <= 12)) return null
    if (first) give(first, head)
  }
  let waiting: (Role | null)[] = []
  leads.forEach(({ role, end }, i) => {
    const stretch = plain.slice(end, leads[i + 1]?.start ?? plain.length)
    waiting.push(role)
    if (!/[\p{L}]/u.test(stretch) && leads[i + 1]) return
    give(waiting, stretch)
    waiting = []
  })
  return credits.length ? { credits, asides, names } : null
}

/** Addresses, telephone numbers, rates of exchange and the day numbers of Taiwan's agency are no credits. */
function asidesIn(text: string): FoundCredits['asides'] {
  const asides: FoundCredits['asides'] = []
  for (const found of text.matchAll(aside))
    asides.push({ text: found[0], start: found.index, end: found.index + found[0].length })
  return asides
}

const aside =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d-]{6,}|[（(]?[$€£¥￥１\d]+ ?(?:달러|ドル|美元|美金|유로|ユーロ|欧元|歐元)? ?[=＝][^）)]*[）)]?/gu

type Lead = { role: Role | null; start: number; end: number }

function leadsIn(text: string, lexicon: Lexicon): Lead[] {
  const folded = fold(text)
  const leads: Lead[] = []
  lexicon.lead.lastIndex = 0
  for (let found = lexicon.lead.exec(folded); found; found = lexicon.lead.exec(folded)) {
    const [start, end] = [found.index, found.index + found[0].length]
    const phrase = found[0].replaceAll(/\s+/gu, ' ')
    const role = lexicon.leads.get(phrase) ?? null
    const previous = leads.at(-1)
    const joined = previous !== undefined && /^[・·/／、&和与與及]?$/u.test(text.slice(previous.end, start))
    const opens = joined || /(?:^|[\s；;，,、/／|:：。.(（【[「])$/u.test(text.slice(0, start))
    if (opens && leadsOn(folded.slice(end), phrase, lexicon))
      leads.push({ role, start, end: end + /^[\s:：=＝]*/u.exec(text.slice(end))![0].length })
  }
  return leads
}

/** After a role: a colon, another role, or names that touch it or stand after a space. A role of one letter needs the colon. */
function leadsOn(rest: string, phrase: string, lexicon: Lexicon): boolean {
  if (/^\s*[:：=＝]/u.test(rest)) return true
  if (/^[・·/／、&和与與及]/u.test(rest)) {
    const kept = lexicon.lead.lastIndex
    lexicon.lead.lastIndex = 1
    const next = lexicon.lead.exec(rest)
    lexicon.lead.lastIndex = kept
    if (next?.index === 1) return /^[^\s,，;；]*\s?[:：=＝]/u.test(rest) || phrase.length > 1
  }
  if (phrase.length < 2) return false
  return (
    /^\s*[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{L}]/u.test(rest) &&
    !/^[部社者局組组課课員员長长室班]/u.test(rest)
  )
}
