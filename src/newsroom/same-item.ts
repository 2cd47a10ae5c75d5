import { createHash } from 'node:crypto'
import { type ProblemCode } from '../story/codes.ts'
import { copyLines } from '../story/copy.ts'
import { type Draft } from '../story/story.ts'
import { type Had, type Item } from '../store/sources.ts'

/** What tells an item from others: the sender's id and version, and the hash of its words. Nothing for copy of our own. */
export function itemOf(draft: Draft): Item | undefined {
  const { source } = draft
  if (!source) return undefined
  const { provider, guid, version, address, raw } = source
  return {
    provider,
    content: hashOfWords(draft),
    ...(guid !== undefined && { guid }),
    ...(version !== undefined && { version }),
    ...(address !== undefined && { address }),
    ...(raw !== undefined && { raw }),
  }
}

/** Why an item is refused beside one that we have: it is the same, or it is older. */
export function whyNot(item: Item, had: Had): ProblemCode | undefined {
  if (item.guid === undefined) return 'story.duplicate'
  if (item.version === undefined || had.version === undefined)
    return item.content === had.content ? 'story.duplicate' : undefined
  const order = compareVersions(item.version, had.version)
  if (order === 0) return 'story.duplicate'
  return order < 0 ? 'story.older' : undefined
}

/**
 * Which of two versions of one sender came later: whole numbers of any length by size, moments by time, anything else
 * figure by figure (`v2` before `v10`).
 */
export function compareVersions(one: string, other: string): number {
  if (one === other) return 0
  const times = [one, other].map((version) => (/^\d{4}-\d\d-\d\dT/.test(version) ? Date.parse(version) : Number.NaN))
  const [a = Number.NaN, b = Number.NaN] = times
  if (!Number.isNaN(a) && !Number.isNaN(b) && a !== b) return a - b
  if (/^\d+$/.test(one) && /^\d+$/.test(other)) return Number(BigInt(one) - BigInt(other))
  return natural.compare(one, other)
}

const natural = new Intl.Collator('en', { numeric: true })

/** The same words give the same hash, however the door that read them wrote spaces. */
function hashOfWords({ headline, standfirst = '', copy, printed }: Draft): string {
  const words = [headline, standfirst, ...copyLines(copy)].map((line) =>
    line.normalize('NFC').replace(/\s+/g, ' ').trim(),
  )
  const said = [...words.filter(Boolean), printed?.published?.local ?? '']
  return createHash('sha256').update(said.join('\n')).digest('hex')
}
