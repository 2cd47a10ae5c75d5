import { type Language } from '../story/text.ts'

/** The text search configuration of a language. Both the index and a query must use it; `simple` knows no endings. */
export function configurationOf(language: Language): string {
  return stemmers[language.toLowerCase().split('-')[0] ?? ''] ?? 'simple'
}

/** Every configuration that a search row may name. */
export function configurations(): string[] {
  return [...new Set([...Object.values(stemmers), 'simple'])]
}

/**
 * Words as they go into the index, and as a query must be written to find them. Scripts without spaces between words are
 * cut into overlapping pairs of characters (東京都 → 東京 京都); vowel points of Arabic and Hebrew and the Arabic stretching stroke fall away.
 */
export function searchable(text: string): string {
  return text.normalize('NFC').replace(points, '').replace(unspaced, pairs)
}

const points = /[\p{Mn}&&[\p{Script_Extensions=Arabic}\p{Script=Hebrew}]]|ـ/gv
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]+/gu

function pairs(run: string): string {
  const signs = [...run]
  if (signs.length < 3) return ` ${run} `
  return ` ${signs
    .slice(1)
    .map((sign, at) => `${signs[at]}${sign}`)
    .join(' ')} `
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
