import { locate } from '../../places/locate.ts'
import { slugOf } from '../../story/address.ts'
import { type Block, linesOf } from '../../story/copy.ts'
import { type Credit } from '../../story/credit.ts'
import { type Dateline } from '../../story/dateline.ts'
import { problem } from '../../story/problem.ts'
import { type Draft, type Subject, emptyDraft } from '../../story/story.ts'
import { plain } from '../../story/text.ts'
import { type Reader, type Taken } from '../format.ts'
import { oneRecord } from '../one-record.ts'
import { blocksOf } from './body.ts'
import { type WireRecord, listNames, momentOf, recordOf } from './record.ts'
import { records } from './records.ts'

/** The Reuters wire of 1987 as SGML. Every record is one draft, or one problem that says why it is none. */
export const reuters21578: Reader = {
  name: 'reuters-21578',
  detect: (head) => /<REUTERS\s[^>]*NEWID=|<!DOCTYPE lewis\b/.test(Buffer.from(head).toString('latin1')),
  async *read(input, known = {}) {
    let at = 0
    for await (const { is, text } of records(input)) {
      at++
      const raw = Buffer.from(text, 'latin1')
      const path = `record ${at}`
      if (is === 'broken') {
        yield { raw, path, lost: [], problem: problem('file.unreadable', path, { why: 'a record that never ends' }) }
      } else yield oneRecord({ raw, path, file: known.file }, () => takenOf(recordOf(text), known.file ?? ''))
    }
  },
}

function takenOf(record: WireRecord, file: string): Pick<Taken, 'draft' | 'lost' | 'problem'> {
  const lost: string[] = []
  const published = momentOf(record.date)
  if (!published) lost.push(`the date "${record.date}" cannot be read`)
  else if (!published.local.includes('T')) lost.push(`the clock of "${record.date}" cannot be read`)
  const { headline, copy } = wordsOf(record, lost)
  if (!headline) return { lost, problem: problem('story.headline.missing', `NEWID ${record.number}`) }
  const dateline = record.dateline ? locate(datelineOf(record.dateline, published?.local)) : undefined
  if (dateline && !dateline.places.length) lost.push(`no place in the dateline "${record.dateline}"`)
  const draft: Draft = {
    ...emptyDraft('en', 'ltr'),
    slug: slugOf(headline),
    headline,
    ...(dateline ? { dateline } : {}),
    ...signedBy(record.author),
    copy,
    urgency: urgencyOf(record.header),
    ...(record.type === 'BRIEF' ? { genre: 'Alert' } : {}),
    subjects: listNames.flatMap((list) =>
      record.lists[list].map((name): Subject => ({ code: `${schemes[list]}:${name}`, name })),
    ),
    keywords: [...record.lists.TOPICS],
    notes: { public: [], desk: record.header.length ? [`Wire header: ${record.header.join(' / ')}`] : [] },
    source: {
      provider: 'Reuters',
      format: 'reuters-21578',
      guid: `reuters-21578/${record.number}`,
      path: [file, `NEWID ${record.number}`].filter(Boolean).join(' '),
      ...(lost.length ? { lost } : {}),
    },
    ...(published ? { printed: { published } } : {}),
  }
  return { draft, lost }
}

/** Headline and copy. An alert says all it has in its headline; text without a title begins with one. */
function wordsOf(record: WireRecord, lost: string[]): { headline: string; copy: Block[] } {
  const { title = '' } = record
  const filler = /^\W*Blah blah blah\.?\W*$/.test(record.text)
  const blocks = filler ? [] : blocksOf(record.text)
  if (filler) lost.push('"Blah blah blah." is a filler of the collection, not copy')
  if (title) return { headline: title, copy: blocks.length ? blocks : [{ is: 'paragraph', text: plain(title) }] }
  const [first, ...others] = blocks
  const [headline = '', ...lines] = first ? linesOf(first).flatMap((line) => line.split('\n')) : []
  const left: Block[] = lines.length ? [{ is: 'preformatted', text: lines.join('\n') }] : []
  const copy = [...left, ...others]
  return { headline: headline.trim(), copy: copy.length ? copy : [{ is: 'paragraph', text: plain(headline.trim()) }] }
}

/** `SALVADOR, Feb 26 -`, `NEW YORK/LONDON, March 2 -`, `CALGARY, Alberta, April 9 -`. */
function datelineOf(printed: string, published = ''): Dateline {
  const raw = printed.replace(/[\s-]+$/, '')
  const dated = /^(.*?)[,\s]*\b([A-Za-z]{3,9})\.?\s*(\d{1,2})\s*,?$/.exec(raw)
  const month = dated ? monthNames.indexOf((dated[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0
  const two = (text: string | number) => String(text).padStart(2, '0')
  const year = /^\d{4}/.exec(published)?.[0] ?? '-'
  const where = (month ? (dated?.[1] ?? '') : raw).replace(/[,\s]+$/, '')
  return {
    places: where
      .split('/')
      .map((place) => place.trim())
      .filter(Boolean)
      .map((place) => {
        const [name = '', ...region] = place.split(/\s*,\s*/)
        return { name, ...(region.length ? { region: region.join(', ') } : {}) }
      }),
    ...(month && dated ? { date: `${year}-${two(month)}-${two(dated[3] ?? '')}` } : {}),
    raw: printed,
  }
}

/** `By Jeremy Clift, Reuters`: one line, and the people in it. */
function signedBy(author: string | undefined): Pick<Draft, 'byline' | 'credits'> {
  const printed = author?.trim()
  if (!printed) return { byline: [], credits: [] }
  const [names = '', organisation] = printed.replace(/^by\s+/i, '').split(/\s*,\s*/)
  const people = names
    .split(/\s+and\s+/i)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({ name, ...(organisation ? { organisation } : {}) }))
  const credits: Credit[] = people.length ? [{ role: 'byline', people }] : []
  return { byline: [printed], credits }
}

/** The first letter of the last header line: f flash, b bulletin, u urgent, r and d ordinary and deferred. */
function urgencyOf(header: readonly string[]): number {
  const letter = /^([a-z]) [a-z] /.exec(header.at(-1) ?? '')?.[1] ?? ''
  return { f: 1, b: 2, u: 3, d: 6 }[letter] ?? 5
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const schemes = {
  TOPICS: 'reuters-topic',
  PLACES: 'reuters-place',
  PEOPLE: 'reuters-person',
  ORGS: 'reuters-organisation',
  EXCHANGES: 'reuters-exchange',
  COMPANIES: 'reuters-company',
} as const
