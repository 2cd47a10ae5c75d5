import { slugOf } from '../../story/address.ts'
import { hasClock, instant } from '../../story/moment.ts'
import { problem } from '../../story/problem.ts'
import { type Draft } from '../../story/story.ts'
import { plain } from '../../story/text.ts'
import { type Known, type Reader, type Taken } from '../format.ts'
import { decoded } from '../decoded.ts'
import { oneRecord } from '../one-record.ts'
import { withoutEscapes } from '../plain/escapes.ts'
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
      else yield oneRecord({ raw: bytes, path, file: known.file }, () => takenOf(bytes, path, known))
    }
  },
}

function takenOf(bytes: Uint8Array, path: string, known: Known): Pick<Taken, 'draft' | 'lost' | 'problem'> {
  const record = parsed(bytes)
  if ('why' in record) return { lost: [], problem: problem('file.unreadable', path, { why: record.why }) }
  const { fields, lists, unknown } = fieldsOf(record.object)
  const lost = [...record.lost, ...unknown.map((name) => `the field "${name}" has no place`)]
  const language = fields.language ?? known.language
  const { draft: read, lost: more } = understood(fields.text ?? '', { ...known, ...(language && { language }) })
  lost.push(...more)
  const own = withoutEscapes(fields.headline?.replace(/\s+/gu, ' ').trim() ?? '')
  lost.push(...own.lost)
  const headline = own.text || read.headline
  const draft = lineAlone(read, headline)
  if (!headline && !draft.copy.length) return { lost, problem: problem('file.no-story', path) }
  if (!draft.copy.length) return { lost, problem: problem('story.copy.empty', path) }
  const byline = (lists.byline ?? (fields.byline ? [fields.byline] : [])).map((line) =>
    line.replace(/\s+/gu, ' ').trim(),
  )
  const moments = momentsOf(fields, draft, lost, { ...known, language: draft.language })
  return {
    draft: {
      ...draft,
      slug: slugOf(own.text, draft.language) || draft.slug,
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
        ...versionOf(fields, { ...known, language: draft.language }),
        ...(fields.address ? { address: fields.address } : {}),
        path: [known.file, path].filter(Boolean).join(' '),
        ...(lost.length ? { lost } : {}),
      },
      formerAddresses: [...new Set([...draft.formerAddresses, ...formerOf(fields.address)])],
    },
    lost,
  }
}

/** A text of one short line passes for a headline: beside a headline of its own it is the copy. */
function lineAlone(draft: Draft, headline: string): Draft {
  if (draft.copy.length || !draft.headline || draft.headline.toLowerCase() === headline.toLowerCase()) return draft
  return { ...draft, copy: [{ is: 'paragraph', text: plain(draft.headline) }] }
}

/** The sender's own id, byte for byte; the address when there is no other. */
function guidOf({ guid, address }: { guid?: string; address?: string }): { guid?: string } {
  const found = guid ?? address
  return found ? { guid: found } : {}
}

/** The sender's own version; else the instant at which the record says it was changed, where that has a clock. */
function versionOf({ version, updated }: { version?: string; updated?: string }, known: Known): { version?: string } {
  if (version) return { version: version.trim() }
  const moment = updated ? printedMoment(updated, known) : undefined
  return moment && hasClock(moment) ? { version: instant(moment) } : {}
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

function parsed(bytes: Uint8Array): { object: Record<string, unknown>; lost: string[] } | { why: string } {
  const text = decoded(bytes)
  if (!text) return { why: 'these bytes are no text' }
  try {
    const value: unknown = JSON.parse(text.text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { object: value as Record<string, unknown>, lost: text.lost }
    return { why: 'the line is no JSON object' }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}
