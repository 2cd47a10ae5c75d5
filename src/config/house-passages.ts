import { type House, type Passage, type Passages } from './house.ts'

const kinds = ['standards', 'corrections', 'ownership'] as const

/**
 * Reads the standards, the word on corrections and that on ownership of a `house.yaml`: one text, or a list of titles with
 * texts, or either of them under each language. What is in no language is in the house's own.
 */
export function passagesFrom(
  top: Readonly<Record<string, unknown>>,
  own: string,
  wrong: string[],
): Pick<House, 'standards' | 'corrections' | 'ownership' | 'passages'> {
  const all: Record<string, Partial<Record<keyof Passages, Passage[]>>> = {}
  const first: Partial<Record<keyof Passages, Passage[]>> = {}
  for (const kind of kinds) {
    if (top[kind] === undefined) continue
    for (const [language, value, at] of inLanguages(top[kind], kind, own, wrong)) {
      const passages = listOf(value, at, wrong)
      all[language] = { ...all[language], [kind]: passages }
      if (language === own || !first[kind]) first[kind] = passages
    }
  }
  const { standards = [], corrections = [], ownership = [] } = first
  return { standards, corrections, ownership, ...(Object.keys(all).length ? { passages: all } : {}) }
}

/** The same as a `house.yaml` says it. */
export function passagesOf(house: House): Record<string, unknown> {
  const written = (passages: readonly Passage[]) => {
    const list = passages.map(({ heading, paragraphs }) => ({ title: heading, text: paragraphs.join('\n\n') }))
    return list.length === 1 && list[0]?.title === '' ? list[0].text : list
  }
  return Object.fromEntries(
    kinds.map((kind) => {
      const some = Object.entries(house.passages ?? {}).flatMap(([language, { [kind]: passages }]) =>
        passages ? [[language, written(passages)] as const] : [],
      )
      const isOwn = some.length === 1 && some[0]?.[0] === house.languages[0]
      return [kind, some.length && !isOwn ? Object.fromEntries(some) : written(house[kind])]
    }),
  )
}

function inLanguages(
  value: unknown,
  kind: string,
  own: string,
  wrong: string[],
): (readonly [language: string, value: unknown, at: string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[own, value, kind]]
  return Object.entries(value).flatMap(([language, one]) => {
    if (/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language)) return [[language, one, `${kind}.${language}`] as const]
    wrong.push(`${kind}.${language}: must be a language as in en, or a list of titles with texts`)
    return []
  })
}

/** A text alone has no title of its own: the page gives it one. */
function listOf(value: unknown, at: string, wrong: string[]): Passage[] {
  if (typeof value === 'string') return [{ heading: '', paragraphs: paragraphsOf(value) }]
  if (!Array.isArray(value)) {
    wrong.push(`${at}: must be a text, or a list of titles with texts`)
    return []
  }
  return value.map((one: unknown, n) => {
    const { title, heading, text } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>
    const under = text1(text, `${at}[${n}].text`, wrong)
    return { heading: text1(title ?? heading, `${at}[${n}].title`, wrong), paragraphs: paragraphsOf(under) }
  })
}

function text1(value: unknown, at: string, wrong: string[]): string {
  if (typeof value === 'string' && value.trim()) return value.trim()
  wrong.push(`${at}: must be a text`)
  return ''
}

function paragraphsOf(text: string): string[] {
  return text.trim().split(/\n\s*\n|\n(?=\S)/)
}
