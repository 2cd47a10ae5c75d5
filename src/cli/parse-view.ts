import type { ReadCaption, ReadCredit, Reading } from '../formats/copy/reading.ts'
import { wrap } from './wrap.ts'

/** What was understood, as a person reads it on a terminal of 80 columns. */
export function shown(reading: Reading): string {
  const out: string[] = []
  const row = (label: string, value: string | null | undefined) => {
    if (value) out.push(...wrap(value, label))
  }
  row('Headline', reading.headline)
  row('Signal', reading.signal && `${reading.signal.is}${reading.signal.number ? ` ${reading.signal.number}` : ''}`)
  row('Embargo', reading.embargo)
  row('Section', reading.section)
  row('Standfirst', reading.standfirst)
  row('Published', reading.published)
  row('Updated', reading.updated)
  row('Byline', reading.byline.join(' · '))
  const { dateline } = reading
  if (dateline) {
    row(
      'Places',
      dateline.places.map(({ name, region }) => (region ? `${name}, ${region}` : name)).join(' / ') || 'none',
    )
    row('Date', dateline.date && dayAsPrinted(dateline.date))
    row('Source', dateline.source)
  } else row('Source', reading.source)
  row('Language', reading.language)
  for (const caption of reading.captions) row('Picture', captionLine(caption))
  out.push('')
  for (const block of reading.blocks) {
    if (block.is === 'subhead') out.push(...wrap(block.text.toUpperCase(), ''), '')
    else if (block.is === 'list') out.push(...block.items.flatMap((item) => wrap(`• ${item}`, '')), '')
    else if (block.is === 'table') out.push(...block.rows.map((cells) => cells.join('  ')), '')
    else if (block.is !== 'caption') out.push(...wrap(block.text, ''), '')
  }
  for (const credit of reading.credits) row('Credit', creditLine(credit))
  row('Standards', reading.standards)
  for (const text of reading.notes) row('Note', text)
  for (const text of reading.contact) row('Contact', text)
  for (const { text, why } of reading.dropped) row('Dropped', `${text} (${why})`)
  for (const { text, why } of reading.unsure) row('Unsure', `${text} (${why})`)
  return `${out.join('\n').trimEnd()}\n`
}

function captionLine({ text, place, date, credit, flags, via }: ReadCaption): string {
  const by = [credit.agency, credit.photographer].filter(Boolean).join('/')
  const facts = [
    place && `place ${place}`,
    date && `date ${dayAsPrinted(date)}`,
    by && `credit ${by}`,
    via && `via ${via}`,
    flags?.join(', '),
  ]
  return `${text} [${facts.filter(Boolean).join('; ')}]`
}

/** A day printed without its year, which ISO 8601 writes `--11-25`, as people read it. */
function dayAsPrinted(date: string): string {
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(date) ?? []
  if (!month || !day) return date
  const name = new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' })
  return `${Number(day)} ${name} (no year printed)`
}

function creditLine({ role, people }: ReadCredit): string {
  return `${role}: ${people.map(({ name, place, org }) => name + (org ? `, ${org}` : '') + (place ? ` (${place})` : '')).join('; ')}`
}
