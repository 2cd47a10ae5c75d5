import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Language } from '../../story/text.ts'

/** A piece of a typeface: the letters of a script, or some hundred signs of a large one. */
export type Piece = { family: string; file: string }

/** Words that can be set, the families to set them in by preference, and the pieces that must be at hand. */
export type Setting = { text: string; families: readonly string[]; pieces: readonly Piece[] }

const latin = { family: 'Noto Serif', name: 'noto-serif' }
const others = {
  ar: { family: 'Noto Naskh Arabic', name: 'noto-naskh-arabic' },
  he: { family: 'Noto Serif Hebrew', name: 'noto-serif-hebrew' },
  hi: { family: 'Noto Sans Devanagari', name: 'noto-sans-devanagari' },
  ja: { family: 'Noto Serif JP', name: 'noto-serif-jp' },
  zh: { family: 'Noto Serif SC', name: 'noto-serif-sc' },
  ko: { family: 'Noto Serif KR', name: 'noto-serif-kr' },
} as const

/**
 * How words are set: each sign in the first typeface that has it, the language's own first where Han signs differ. Signs
 * that none has are left out; when that is most of the letters, nothing is left.
 */
export function settingOf(text: string, language: Language): Setting {
  const own = others[language.split('-')[0] as keyof typeof others]
  const faces = [latin, ...(own ? [own] : []), ...Object.values(others).filter((one) => one !== own)]
  const pieces = new Map<string, Piece>()
  const families = new Set<string>()
  let kept = ''
  let missing = 0
  for (const sign of text.normalize('NFC')) {
    if (/\s/u.test(sign)) {
      kept += ' '
      continue
    }
    const found = first(faces, sign.codePointAt(0)!)
    if (found) {
      kept += sign
      pieces.set(found.file, found)
      families.add(found.family)
    } else if (/\p{L}/u.test(sign)) missing++
  }
  const letters = kept.match(/\p{L}/gu)?.length ?? 0
  if (missing > letters) return { text: '', families: [], pieces: [] }
  return { text: kept.replaceAll(/ +/g, ' ').trim(), families: [...families], pieces: [...pieces.values()] }
}

type Face = { family: string; name: string }

function first(faces: readonly Face[], code: number): Piece | undefined {
  for (const { family, name } of faces) {
    const piece = piecesOf(name).find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to))
    if (piece) return { family, file: piece.file }
  }
  return undefined
}

type Ranges = readonly (readonly [from: number, to: number])[]
const known = new Map<string, readonly { file: string; ranges: Ranges }[]>()

/** The pieces of a package, each with the code points that it is for, as its `unicode.json` says. */
function piecesOf(name: string): readonly { file: string; ranges: Ranges }[] {
  const found = known.get(name)
  if (found) return found
  const folder = new URL('.', import.meta.resolve(`@fontsource-variable/${name}/package.json`))
  const written = JSON.parse(readFileSync(new URL('unicode.json', folder), 'utf8')) as Record<string, string>
  const pieces = Object.entries(written).map(([key, ranges]) => ({
    file: fileURLToPath(new URL(`files/${name}-${key.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`, folder)),
    ranges: ranges.split(',').map((range) => {
      const [from = 0, to = from] = range
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return [from, to] as const
    }),
  }))
  known.set(name, pieces)
  return pieces
}
