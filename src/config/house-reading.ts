/** How the lines of a `house.yaml` are read: each complaint goes to `wrong`, with the place that it is about (`staff[0].name`). */
export type Fields = Readonly<Record<string, unknown>>

/** Names with values under them. */
export function fields(value: unknown, at: string, wrong: string[]): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  wrong.push(`${at}: must be names with values under them`)
  return {}
}

/** A list of such; `keys` are those that each may have, where others are slips of the pen. */
export function each<T>(
  value: unknown,
  at: string,
  wrong: string[],
  make: (one: Fields, at: string) => T,
  keys?: readonly string[],
): T[] {
  if (Array.isArray(value))
    return value.map((one, n) => {
      const place = `${at}[${n}]`
      const read = fields(one, place, wrong)
      for (const key of Object.keys(read))
        if (keys && !keys.includes(key))
          wrong.push(`${place}.${key}: nobody knows this here; one of ${keys.join(', ')}`)
      return make(read, place)
    })
  wrong.push(`${at}: must be a list`)
  return []
}

/** One text that says something. */
export function text1(value: unknown, at: string, wrong: string[]): string {
  if (typeof value === 'string' && value.trim()) return value.trim()
  wrong.push(`${at}: must be a text`)
  return ''
}

/** At least one text. */
export function texts(value: unknown, at: string, wrong: string[]): string[] {
  if (Array.isArray(value) && value.length) return value.map((one, n) => text1(one, `${at}[${n}]`, wrong))
  wrong.push(`${at}: must be a list with at least one text`)
  return []
}

/** One text, or one for each language; `text` is the house's own, or else the first. */
export function words(
  value: unknown,
  at: string,
  own: string,
  wrong: string[],
): { text: string; all: Record<string, string> } {
  if (typeof value === 'string') return { text: value.trim(), all: { [own]: value.trim() } }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrong.push(`${at}: must be a text, or one for each language`)
    return { text: '', all: {} }
  }
  const all = Object.fromEntries(
    Object.entries(value).map(([language, one]) => [language, text1(one, `${at}.${language}`, wrong)]),
  )
  return { text: all[own] ?? Object.values(all)[0] ?? '', all }
}

/** The keys of a mapping that are language tags. */
export function wordsIn(one: Fields): Fields {
  return Object.fromEntries(Object.entries(one).filter(([key]) => /^[a-z]{2,3}(-|$)/.test(key)))
}

/** An IANA zone. */
export function zoneOf(value: unknown, at: string, wrong: string[]): string {
  const zone = text1(value, at, wrong)
  try {
    Intl.DateTimeFormat('en', { timeZone: zone || 'UTC' })
  } catch {
    wrong.push(`${at}: “${zone}” is no time zone; write one as in Europe/Vienna`)
  }
  return zone
}
