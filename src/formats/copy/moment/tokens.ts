import { isWordCharacter } from '../text/letters.ts'

/** One token of a printed moment: a number, a word or a mark, with its place in the text. */
export type Token = { is: 'number' | 'word' | 'mark'; text: string; start: number; end: number }

/**
 * Cuts folded text into numbers, words and marks. A full stop or an apostrophe inside a word (`p.m`) is part of it; at its end it is a
 * mark. The units of Chinese, Japanese and Korean dates and clocks are words of their own.
 */
export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < folded.length;) {
    const code = folded.charCodeAt(at)
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000) {
      at++
      continue
    }
    const figure = isFigure(code)
    const word = !figure && isWordCharacter(code)
    const end = figure ? numberEnd(folded, at) : word ? wordEnd(folded, at) : at + 1
    tokens.push({ is: figure ? 'number' : word ? 'word' : 'mark', text: folded.slice(at, end), start: at, end })
    at = end
  }
  return tokens
}

function numberEnd(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && isFigure(text.charCodeAt(at))) at++
  return at
}

function wordEnd(text: string, from: number): number {
  if (units.has(text[from]!)) return from + 1
  let at = from + 1
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x2e || code === 0x27) {
      if (!continues(text, at + 1)) break
    } else if (code !== 0x200c && !continues(text, at)) break
  }
  return at
}

function continues(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return at < text.length && !isFigure(code) && isWordCharacter(code) && !units.has(text[at]!)
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57
}

const units = new Set('年月日时時分秒點点')
