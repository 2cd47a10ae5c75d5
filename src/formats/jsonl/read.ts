import { problem } from '../../story/problem.ts'
import { type Draft } from '../../story/story.ts'
import { type Known, type Reader, type Taken } from '../format.ts'
import { understood } from '../plain/understood.ts'
import { printedMoment } from '../printed-moment.ts'
import { fieldsOf } from './keys.ts'
import { linesIn } from './lines.ts'

/**
 * One JSON object a line, as archives and scrapers write them: the copy reader reads the text, and what stands in a field
 * of its own counts more than what it found. Each line is one draft, or one problem that says why it is none.
 */
export const jsonLines: Reader = {
  name: 'jsonl',
  detect: (head) => /^\ufeff?\s*(?:\{\s*"(?:[^"\\]|\\.)*"\s*:|\[\s*\{)/.test(new TextDecoder().decode(head)),
  async *read(input, known = {}) {
    for await (const { number, bytes, cut } of linesIn(input)) {
      const path = `line ${number}`
      if (/^\s*[[{]\s*$/.test(new TextDecoder().decode(bytes.subarray(0, 8)))) {
        const why = 'one JSON document over several lines; one object a line is what can be read'
        yield { raw: bytes, path, lost: [], problem: problem('file.unreadable', path, { why }) }
        return
      }
      if (cut) yield { raw: bytes, path, lost: [], problem: problem('file.too-large', path) }
      else yield { ...takenOf(bytes, path, known), raw: bytes, path }
    }
  },
}

function takenOf(bytes: Uint8Array, path: string, known: Known): Pick<Taken, 'draft' | 'lost' | 'problem'> {
  const record = parsed(bytes)
  if ('why' in record) return { lost: [], problem: problem('file.unreadable', path, { why: record.why }) }
  const { fields, lists, unknown } = fieldsOf(record.object)
  const lost = unknown.map((name) => `the field "${name}" has no place`)
  const language = fields.language ?? known.language
  const { draft, lost: more } = understood(fields.text ?? '', { ...known, ...(language && { language }) })
  lost.push(...more)
  const headline = fields.headline?.replace(/\s+/gu, ' ').trim() || draft.headline
  if (!headline && !draft.copy.length) return { lost, problem: problem('file.no-story', path) }
  if (!draft.copy.length) return { lost, problem: problem('story.copy.empty', path) }
  const byline = (lists.byline ?? (fields.byline ? [fields.byline] : [])).map((line) =>
    line.replace(/\s+/gu, ' ').trim(),
  )
  const moments = momentsOf(fields, draft, lost, { ...known, language: draft.language })
  return {
    draft: {
      ...draft,
      headline,
      ...(fields.standfirst && !draft.standfirst ? { standfirst: fields.standfirst } : {}),
      ...(byline.length && !draft.byline.length ? { byline } : {}),
      keywords: [...new Set([...draft.keywords, ...(lists.keywords ?? fields.keywords?.split(/\s*,\s*/) ?? [])])],
      ...(moments ? { printed: moments } : {}),
      source: {
        ...draft.source,
        provider: fields.provider ?? draft.source?.provider ?? known.provider ?? '',
        format: 'jsonl',
        ...guidOf(fields),
        ...(fields.address ? { address: fields.address } : {}),
        path: [known.file, path].filter(Boolean).join(' '),
        ...(lost.length ? { lost } : {}),
      },
      formerAddresses: [...new Set([...draft.formerAddresses, ...formerOf(fields.address)])],
    },
    lost,
  }
}

/** The sender's own id, byte for byte; the address when there is no other. */
function guidOf({ guid, address }: { guid?: string; address?: string }): { guid?: string } {
  const found = guid ?? address
  return found ? { guid: found } : {}
}

function formerOf(address: string | undefined): string[] {
  if (!address || !URL.canParse(address)) return []
  const { pathname, search } = new URL(address)
  return pathname.length > 1 ? [pathname + search] : []
}

function momentsOf(
  { published, updated }: { published?: string; updated?: string },
  draft: Draft,
  lost: string[],
  known: Known,
): Draft['printed'] {
  const read = (name: string, text: string | undefined) => {
    const moment = text ? printedMoment(text, known) : undefined
    if (text && !moment) lost.push(`the moment "${text.slice(0, 60)}" in "${name}" cannot be read`)
    return moment
  }
  const first = read('published', published) ?? draft.printed?.published
  const last = read('updated', updated) ?? draft.printed?.updated
  return first || last ? { ...(first ? { published: first } : {}), ...(last ? { updated: last } : {}) } : undefined
}

function parsed(bytes: Uint8Array): { object: Record<string, unknown> } | { why: string } {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { object: value as Record<string, unknown> }
    return { why: 'the line is no JSON object' }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}
