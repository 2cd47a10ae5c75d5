/** A run of characters with the same marks. Copy never holds HTML: a door turns runs into its own tongue. */
export type Run = { text: string; marks?: readonly Mark[] }

/** What a run of text carries. A link is `http`, `https` or `mailto`; `language` marks words of another tongue. */
export type Mark =
  | { is: 'strong' }
  | { is: 'emphasis' }
  | { is: 'link'; href: string }
  | { is: 'language'; language: Language }
  | { is: 'superscript' }
  | { is: 'subscript' }

/** A BCP 47 tag: `en`, `pt-BR`, `zh-Hant`. */
export type Language = string

export type Direction = 'ltr' | 'rtl'

/** One run without marks. */
export function plain(text: string): Run[] {
  return text ? [{ text }] : []
}

/** The characters of runs without their marks. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

/** Which way a language is written, by its script where the tag names one, else by the language. */
export function directionOf(language: Language): Direction {
  const [tongue = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((part) => part.length === 4)
  if (script) return rightToLeftScripts.has(script) ? 'rtl' : 'ltr'
  return rightToLeftLanguages.has(tongue) ? 'rtl' : 'ltr'
}

/** Whether the address of a link may stand in copy. */
export function isSafeLink(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href)
}

const rightToLeftScripts = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg'])
const rightToLeftLanguages = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])
