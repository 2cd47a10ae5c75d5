import type { CaptionFlag } from '../../../story/picture.ts'
import { isShouted } from '../lexicon/agency-name.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { dateAt, isoDate } from '../moment/dates.ts'
import { tokensOf } from '../moment/tokens.ts'
import { fold } from '../text/fold.ts'

/** What stands before the sentence: a counter, "FILE PHOTO:", "CORRECTS SOURCE -", "Above:". */
export function labelOf(
  text: string,
  lexicon: Lexicon,
): { length: number; flags: CaptionFlag[]; sure: boolean; counter?: string; note?: string } {
  let length = 0
  let counter: string | undefined
  let note: string | undefined
  const flags: CaptionFlag[] = []
  const counted =
    /^\(?((?:(?:bild|foto|photo|image|picture|imagen|immagine|фото|φωτο) )?\d{1,3} ?(?:of|\/|de|von|di|из|από) ?\d{1,3})\)?[.:|)]?\s+(?=\S)/iu.exec(
      text,
    )
  if (counted) {
    counter = counted[1]!
    length += counted[0].length
  }
  const changed =
    /^((?:CORRECTS|CORRECTION|ADDS|UPDATES|RECROP|REMOVES|RETRANSMISSION|ALTERNATE CROP)\b[^-–—:.]{0,60}?)\s*[-–—:]\s+/u.exec(
      text.slice(length),
    )
  if (changed) {
    note = changed[1]!
    length += changed[0].length
  }
  const rest = fold(text.slice(length, length + 60))
  const file = lexicon.captions.file.exec(rest)
  const after = file ? /^\s*(?::|[-–—]+(?=\s)|\.(?=\s|$))\s*/u.exec(rest.slice(file[0].length)) : null
  if (file && after) {
    flags.push('file_photo')
    length += file[0].length + after[0].length
  }
  const drawn = /^([\p{L}'’ -]{4,28})[:.]\s+/u.exec(text.slice(length))
  if (drawn && labelFlag(drawn[1]!, lexicon) === 'illustration') {
    flags.push('illustration')
    length += drawn[0].length
  }
  const handed = /^([\p{Lu}\p{Lo}\p{M}-]{2,12})\s*[-–—:]\s+/u.exec(text.slice(length))
  if (handed && lexicon.captions.handout.has(fold(handed[1]!))) {
    flags.push('handout')
    length += handed[0].length
  }
  const above =
    /^(?:above|below|left|right|pictured|top|image|photo|caption|picture|bild|photo caption|article thumbnail|in this photo)\s*:\s+/iu.exec(
      text.slice(length),
    )
  if (above) length += above[0].length
  return { length, flags, sure: flags.length > 0, ...(counter ? { counter } : {}), ...(note ? { note } : {}) }
}

/** `RAFAH, GAZA - FEBRUARY 15: `: the place and day that picture houses put first. */
export function leadOf(text: string, lexicon: Lexicon): { length: number; place: string; date?: string } | null {
  const german = /^(\d{1,2}\. ?\d{1,2}\. ?\d{4}), (?:[^:,()]{3,40}, ){0,2}([^:,()]{2,40}): (?=\S)/u.exec(text)
  const day = german ? dateAt(tokensOf(german[1]!), 0, lexicon) : null
  if (german && day) return { length: german[0].length, place: german[2]!.trim(), date: isoDate(day) }
  const found = /^(\p{Lu}[^:()]{2,60}?)\s+[-–—]\s+([^:()]{3,30}):\s+/u.exec(text)
  if (!found || !isShouted(found[1]!)) return null
  const tokens = tokensOf(fold(found[2]!))
  const date = dateAt(tokens, 0, lexicon)
  if (!date) return null
  const iso = isoDate(date)
  return { length: found[0].length, place: found[1]!.trim(), ...(iso && !iso.startsWith('---') ? { date: iso } : {}) }
}

/** `(Symbolbild)`, `(Archivbild)`, `(File photo)`: a label in brackets of its own. */
export function labelFlag(word: string, { captions }: Lexicon): CaptionFlag | null {
  const folded = fold(word).trim()
  if (captions.fileWords.has(folded)) return 'file_photo'
  if (captions.handout.has(folded)) return 'handout'
  const drawn = captions.illustration.exec(folded)
  return drawn && drawn[0].length === folded.length ? 'illustration' : null
}
