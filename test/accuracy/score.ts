import { readCopy } from '../../src/formats/copy/read.ts'
import type { ReadCaption, ReadCredit, Reading } from '../../src/formats/copy/reading.ts'
import type { Expected, Labelled } from './labelled.ts'

/** One field of one piece: right or not, and what was read instead. */
export type Verdict = { field: string; right: boolean; read?: unknown; wanted?: unknown }

/** How a piece came out. Credits are counted apart, as (role, person, place). */
export type Score = { piece: Labelled; verdicts: Verdict[]; credits: { right: number; read: number; wanted: number } }

export function scoreOf(piece: Labelled): Score {
  const reading = readCopy(piece.raw, { as: piece.type, language: piece.lang.slice(0, 2) })
  const { expected } = piece
  const verdicts: Verdict[] = []
  const check = (field: string, read: unknown, wanted: unknown) => {
    if (wanted === undefined) return
    verdicts.push({ field, right: same(read, wanted), read, wanted })
  }
  if (piece.type === 'caption') checkCaption(reading, expected, check)
  else {
    if (piece.type === 'story') check('headline', reading.headline ?? null, expected.headline ?? null)
    if (piece.type === 'story' || piece.type === 'furniture')
      check(
        'published',
        reading.published ?? null,
        expected.published === undefined && piece.type === 'story' ? null : expected.published,
      )
    check('updated', reading.updated, expected.updated)
    if (expected.dateline !== undefined)
      check('dateline', dateline(reading.dateline, expected.dateline), dateline(expected.dateline, expected.dateline))
    checkBody(reading, expected, check)
    if (expected.captions) check('captions', reading.captions.map(captionKey), expected.captions.map(captionKey))
    check('byline', reading.byline, typeof expected.byline === 'string' ? [expected.byline] : expected.byline)
    check('section', reading.section, expected.section)
    check('standards', reading.standards, expected.standards)
    check('subheads', reading.subheads, expected.subheads)
    check('notes', reading.notes, expected.notes)
    check(
      'contact',
      reading.contact.join(' ').includes(expected.contact ?? ''),
      expected.contact === undefined ? undefined : true,
    )
    check('signal', reading.signal, expected.signal)
    check('source', reading.source ?? reading.dateline?.source, expected.source)
    if (expected.text_starts) check('text starts', reading.body[0]?.startsWith(expected.text_starts), true)
    for (const kept of expected.keep ?? [])
      check(
        'kept',
        reading.dropped.some(({ text }) => text === kept),
        false,
      )
  }
  checkFurniture(reading, expected, piece.type, check)
  if (piece.type === 'story' && expected.credits)
    check('credits whole', creditKeys(reading.credits), creditKeys(expected.credits))
  if (piece.type === 'credits' && expected.credits)
    check('credits whole', creditKeys(reading.credits), creditKeys(expected.credits))
  return {
    piece,
    verdicts,
    credits: expected.credits ? countCredits(reading.credits, expected.credits) : { right: 0, read: 0, wanted: 0 },
  }
}

type Check = (field: string, read: unknown, wanted: unknown) => void

function checkBody({ body }: Reading, { body_paragraphs: wanted }: Expected, check: Check): void {
  if (!wanted) return
  check('paragraphs', body.length, wanted.count)
  check('first words', (body[0] ?? '').slice(0, [...wanted.first40].length), wanted.first40)
  check('last words', (body.at(-1) ?? '').endsWith(wanted.last40) || (body.at(-1) ?? '').slice(-40), true)
}

function checkCaption({ captions }: Reading, expected: Expected, check: Check): void {
  check(
    'caption',
    captionKey(captions[0] ?? { text: '', credit: { agency: null, photographer: null } }),
    captionKey(expected as ReadCaption),
  )
}

/** Every line of furniture is dropped (or, for contacts and sums, kept off the page) and none is in the copy. */
function checkFurniture(
  { dropped, contact, notes, body }: Reading,
  { furniture }: Expected,
  type: string,
  check: Check,
): void {
  if (!furniture) return
  const gone = [...dropped.map(({ text }) => text), ...contact, ...notes].map(plain)
  if (furniture[0] === '*all*') return check('furniture', body, [])
  for (const line of furniture) {
    const bare = plain(line)
    const there = gone.some((text) => text === bare || text.includes(bare))
    const leaked = type === 'story' && body.some((text) => plain(text) === bare)
    check('furniture', there && !leaked ? line : null, line)
  }
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

function dateline(read: Partial<Reading['dateline']> | null | undefined, wanted: Expected['dateline']): unknown {
  if (!read) return { places: [], date: null, source: null, ...(wanted?.raw === undefined ? {} : { raw: '' }) }
  const { places, date, source, raw }: Partial<NonNullable<Reading['dateline']>> = read
  return {
    places: places?.map(({ name, region }) => ({ name, region: region ?? null })),
    date: date ?? null,
    source: source ?? null,
    ...(wanted?.raw === undefined ? {} : { raw: plain(raw ?? '') }),
  }
}

function captionKey({ text, place, date, credit, flags, via, restrictions }: ReadCaption): unknown {
  return {
    text,
    place: place ?? null,
    date: date ?? null,
    agency: credit?.agency ?? null,
    photographer: credit?.photographer ?? null,
    flags: [...(flags ?? [])].toSorted(),
    via: via ?? null,
    restrictions: restrictions ?? null,
  }
}

function creditKeys(credits: readonly ReadCredit[]): string[] {
  return credits.flatMap(({ role, people }) => people.map(({ name, place }) => `${role}|${name}|${place ?? ''}`))
}

function countCredits(read: readonly ReadCredit[], wanted: readonly ReadCredit[]): Score['credits'] {
  const keys = creditKeys(read)
  const left = [...keys]
  let right = 0
  for (const key of creditKeys(wanted)) {
    const at = left.indexOf(key)
    if (at < 0) continue
    left.splice(at, 1)
    right++
  }
  return { right, read: keys.length, wanted: creditKeys(wanted).length }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
