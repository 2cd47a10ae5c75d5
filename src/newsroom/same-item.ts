import { createHash } from 'node:crypto'
import { type ProblemCode } from '../story/codes.ts'
import { everyLine } from '../story/running.ts'
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

/** Why an item is refused beside what we have of it: that version was taken before, or a newer one was. */
export function whyNot(item: Item, { taken }: Had): ProblemCode | undefined {
  if (item.guid === undefined || taken.some((one) => isSame(item, one))) return 'story.duplicate'
  const { version } = item
  if (version === undefined) return undefined
  const newer = taken.some((one) => one.version !== undefined && compareVersions(version, one.version) < 0)
  return newer ? 'story.older' : undefined
}

/** The newest version of an item that was taken, where its sender numbers them. */
export function newestOf({ taken }: Had): string | undefined {
  return taken
    .flatMap(({ version }) => version ?? [])
    .toSorted(compareVersions)
    .at(-1)
}

function isSame(item: Item, { version, content }: Had['taken'][number]): boolean {
  if (item.version === undefined || version === undefined) return item.content === content
  return compareVersions(item.version, version) === 0
}

/**
 * Which of two versions of one sender came later: whole numbers of any length by size, moments by time, anything else
 * figure by figure (`v2` before `v10`).
 */
export function compareVersions(one: string, other: string): number {
  if (one === other) return 0
  const times = [one, other].map((version) => (/^\d{4}-\d\d-\d\dT/.test(version) ? Date.parse(version) : Number.NaN))
  const [a = Number.NaN, b = Number.NaN] = times
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b
  if (/^\d+$/.test(one) && /^\d+$/.test(other)) return Number(BigInt(one) - BigInt(other))
  return natural.compare(one, other)
}

const natural = new Intl.Collator('en', { numeric: true })

/** The same words give the same hash, however the door that read them wrote spaces. */
function hashOfWords(draft: Draft): string {
  const { headline, standfirst = '', printed } = draft
  const words = [headline, standfirst, ...everyLine(draft)].map((line) =>
    line.normalize('NFC').replace(/\s+/g, ' ').trim(),
  )
  const said = [...words.filter(Boolean), printed?.published?.local ?? '']
  return createHash('sha256').update(said.join('\n')).digest('hex')
}
