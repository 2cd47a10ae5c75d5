import { type Language } from '../story/text.ts'

/**
 * A text in at most `most` UTF-16 units (3 and more): whole, or its beginning up to the end of a sentence when one is near, else
 * of a word and with dots. It is never cut within a sign as readers see it; what is half a sign already becomes U+FFFD.
 */
export function shortened(text: string, most: number, language: Language): string {
  const whole = text.toWellFormed()
  if (whole.length <= most) return whole
  const near = Math.ceil(most * 0.6)
  const sentences = whole.slice(0, most + 4).matchAll(sentenceEnd)
  const ends = [...sentences].map(({ index, 0: end }) => index + end.length).filter((at) => at >= near && at <= most)
  const end = ends.at(-1)
  if (end !== undefined) return whole.slice(0, end)
  const cut = whole.slice(0, wordEnd(whole, most - 2, near, language))
  return `${cut.replace(loose, '') || cut}${/\s$/u.test(whole.slice(0, cut.length + 1)) ? ' …' : '…'}`
}

/**
 * Signs that end a sentence, with what closes quotations behind them. After a full stop others than the Chinese one stands a
 * space and no small letter, and before it a word of some length: then it is no abbreviation.
 */
const sentenceEnd =
  /(?:[。！？｡]|(?:[!?؟۔।॥]|(?<=[\p{L}\p{M}\p{N}]{5})[.])(?=["'”’»“)\]]*\s+[^\s\p{Ll}\p{N}]))["'”’»“」』）)\]]*/gu

/** What would hang at an end: spaces, an opened bracket or quotation, a comma. */
const loose = /[\s\p{Ps}\p{Pi},،、，]+$/u

/** The last place up to `most` where a word ends: at a space, else by the rules of the language, else between two signs. */
function wordEnd(text: string, most: number, near: number, language: Language): number {
  const window = text.slice(0, most + 32)
  const space = window.slice(0, most + 1).search(/\s\S*$/u)
  const at = space >= near ? space : startAt(window, most, 'word', language)
  const sign = startAt(window, at >= near ? at : most, 'grapheme', language)
  if (sign > 0) return sign
  return /[\udc00-\udfff]/.test(window.charAt(most)) ? most - 1 : most
}

/** Where the word or sign begins that stands at a place. */
function startAt(text: string, at: number, granularity: 'word' | 'grapheme', language: Language): number {
  return segmenter(language, granularity).segment(text).containing(at)?.index ?? at
}

/** One for each tongue, by its first two or three letters: what a story calls its language may be no tag at all. */
function segmenter(language: Language, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const tongue = /^[a-z]{2,3}(?![a-z])/i.exec(language)?.[0] ?? 'en'
  const name = `${granularity} ${tongue}`
  const known = segmenters.get(name) ?? new Intl.Segmenter(tongue, { granularity })
  segmenters.set(name, known)
  return known
}

const segmenters = new Map<string, Intl.Segmenter>()
