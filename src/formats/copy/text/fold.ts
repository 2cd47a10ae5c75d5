/**
 * Text made equal for looking up: lower case, plain apostrophes and spaces, digits of every script as 0 to 9. It keeps the length, so
 * that places found in it are places in the text.
 */
export function fold(text: string): string {
  if (text === lastText) return lastFolded
  const folded = foldAnew(text)
  lastText = text
  lastFolded = folded
  return folded
}

/** The same text is often asked for several times in a row. */
let lastText = ''
let lastFolded = ''

function foldAnew(text: string): string {
  const lower = text.toLowerCase()
  const same =
    lower.length === text.length
      ? lower
      : [...text]
          .map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c))
          .join('')
          .replaceAll('İ', 'i')
  return odd.test(same) ? same.replace(everyOdd, (c) => plain(c)) : same
}

const odd = /[ı’‘ʼ`´\u00a0\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff01-\uff5e]/
const everyOdd = new RegExp(odd.source, 'g')

function plain(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0xa0) return ' '
  // Turkish capitals cannot be told from English ones, so both letters i are one.
  if (code === 0x131) return 'i'
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  if (code >= 0x966 && code <= 0x96f) return String(code - 0x966)
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0).toLowerCase()
  return "'"
}

/** Whether a character belongs to a script written without spaces between words. */
export function isIdeograph(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)
}

/** How many words a text has, roughly: two ideographs count as one. Stops counting at `most`. */
export function wordsIn(text: string, most = 1000): number {
  let words = 0
  let inside = false
  for (let i = 0; i < text.length && words < most; i++) {
    const code = text.charCodeAt(i)
    if (isIdeograph(code)) {
      words += 0.5
      inside = false
    } else if (code === 32) inside = false
    else if (!inside) {
      words++
      inside = true
    }
  }
  return words
}
