import type { ReadCaption } from '../reading.ts'

/**
 * What is shouted to editors behind a caption's credit: `ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY. NO RESALES.` Null when the
 * caption ends with its credit.
 */
export function noticeIn(text: string): { start: number; text: string } | null {
  const found =
    /[\s.]\s*((?:ATTENTION EDITORS|EDITORS?['’]? NOTE|EDITORIAL USE ONLY|FOR EDITORIAL USE ONLY|NO RESALES?|NO SALES|NO ARCHIVES?|THIS (?:IMAGE|PICTURE|PHOTO)|MANDATORY CREDIT|NOT FOR SALE|TEMPLATE OUT)\b[^\p{Ll}]{0,400})$/u.exec(
      text.slice(-440),
    )
  if (!found || found.index === 0) return null
  const start = Math.max(0, text.length - 440) + found.index
  return { start: text[start] === '.' ? start + 1 : start, text: found[1]! }
}

/** A caption with the notice as its restrictions, and with the flag of a third party when it names one. */
export function withNotice(caption: ReadCaption, notice: string): ReadCaption {
  const flags = [...(caption.flags ?? []), ...(/THIRD PARTY/u.test(notice) ? (['third_party'] as const) : [])]
  return { ...caption, ...(flags.length ? { flags } : {}), restrictions: caption.restrictions ?? notice.trim() }
}
