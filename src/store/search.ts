import { type Language } from '../story/text.ts'

/** The text search configuration of a language. Both the index and a query must use it; `simple` knows no endings. */
export function configurationOf(language: Language): string {
  return stemmers[language.toLowerCase().split('-')[0] ?? ''] ?? 'simple'
}

/** Grows when the same story would get other words in the index; rows made under older rules are then made again. */
export const searchRules = 2

/** Every configuration that a search row may name. */
export function configurations(): string[] {
  return [...new Set([...Object.values(stemmers), 'simple'])]
}

const stemmers: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
}
