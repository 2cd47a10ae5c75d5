import { fold, isIdeograph } from '../text/fold.ts'

/** How many of the words of a line come again in a text: whole words of four letters and more, pairs of signs where words have no spaces. */
export function likeness(line: string, text: string): number {
  const there = new Set(unitsOf(text))
  return new Set(unitsOf(line).filter((unit) => there.has(unit))).size
}

function unitsOf(text: string): string[] {
  const units: string[] = []
  for (const word of fold(text).split(/[^\p{L}\p{M}\p{N}]+/u)) {
    if (!word) continue
    if (isIdeograph(word.charCodeAt(0))) for (let i = 0; i + 2 <= word.length; i++) units.push(word.slice(i, i + 2))
    else if (word.length > 3) units.push(word)
  }
  return units
}
