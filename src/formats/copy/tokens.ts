/** One token of a printed moment: a number, a word or a mark, with its place in the text. */
export type Token = { is: 'number' | 'word' | 'mark'; text: string; start: number; end: number }

/** Cuts folded text into numbers, words and marks. A full stop inside a word (`p.m`) is part of it; at its end it is a mark. */
export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  for (let found = token.exec(folded); found; found = token.exec(folded)) {
    const text = found[0]
    const is = found[1] ? 'number' : found[2] ? 'word' : 'mark'
    tokens.push({ is, text, start: found.index, end: found.index + text.length })
  }
  return tokens
}

const token =
  /(\d+)|([年月日时時分秒點点년월일시분초]|(?:(?![年月日时時分秒點点])[\p{L}\p{M}\u200c])+(?:[.'][\p{L}\p{M}]+)*)|(\S)/gu
