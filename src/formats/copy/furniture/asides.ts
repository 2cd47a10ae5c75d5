import { fold } from '../text/fold.ts'

/** Whether a bracket holds an exchange rate or another sum for the desk: `($1 = 0.87 euros)`. */
export function isCurrencyNote(text: string): boolean {
  const bare = fold(text).replace(/^[\s([{【*]+|[\s)\]}】*.]+$/gu, '')
  return bare.length < 160 && /\d[^=()[\]]{0,24}=|=[^=\d()[\]]{0,12}\d/u.test(bare) && !/https?:/iu.test(bare)
}

/** Whether a bracket sends the reader elsewhere: `(For more stories, click here)`. */
export function isPromotion(text: string): boolean {
  return /\b(?:click|visit|go to|www\.|https?:|see also|sign up|double-click|blogs?\.|for (?:more|previous|related|full|additional|other|the latest|a)\b|to (?:view|read|see|follow|watch|listen)\b)/iu.test(
    text,
  )
}
