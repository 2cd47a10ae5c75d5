import { type Block, linesOf } from '../story/copy.ts'
import { type Moment } from '../story/moment.ts'
import { type Picture, creditLine } from '../story/picture.ts'
import { type Correction, type Publication } from '../story/publication.ts'
import { newestFirst } from '../story/running.ts'
import { type Story } from '../story/story.ts'
import { type Version } from '../story/version.ts'
import { type Work } from '../story/work.ts'
import { wrap } from './wrap.ts'

/** A story, or one version of it, as a person reads it on a terminal of 80 columns; `address` is where it stands, or will. */
export function shownStory(story: Story, versions: readonly Version[], address: string): string {
  const out: string[] = []
  const row = (label: string, value: string | undefined) => {
    if (value) out.push(...wrap(value, label))
  }
  const { dateline, embargo, running, notes } = story
  row('Story', `${story.id}, version ${story.version}, slug ${story.slug}`)
  row('Work', workOf(story.work) + (story.assigned ? `; ${story.assigned} shall claim it` : ''))
  row('Out', publicationOf(story.publication, address))
  row('Published', story.firstPublished && clock(story.firstPublished))
  row('Updated', story.updated && clock(story.updated))
  row('Corrected', story.corrected && clock(story.corrected))
  row('Embargo', embargo && `until ${clock(embargo.until)}${embargo.reason ? `: ${embargo.reason}` : ''}`)
  row('Language', story.language)
  row('Sections', story.sections.join(', ') || 'none')
  row('Urgency', String(story.urgency))
  row('Topics', story.subjects.map(({ code, name }) => (name ? `${name} (${code})` : code)).join(', '))
  row('Keywords', story.keywords.join(', '))
  row('Related', story.related.join(', '))
  row('Translation', story.translationOf && `of ${story.translationOf}`)
  out.push('')
  row('Headline', story.headline || '(none)')
  row('Standfirst', story.standfirst)
  row('Byline', story.byline.join(' · '))
  row('Dateline', dateline?.raw ?? dateline?.places.map(({ name }) => name).join('/'))
  out.push('', ...story.copy.flatMap((block) => copyOf(block)))
  if (running) out.push(`${running.is === 'live' ? 'Live' : 'Closed'}, the newest entry first:`, '')
  for (const { anchor, at, headline, key, copy } of newestFirst(story))
    out.push(
      ...wrap(`${clock(at)} ${headline ?? ''}${key ? ' (key event)' : ''}`, `#${anchor}`),
      ...copy.flatMap((block) => copyOf(block)),
    )
  for (const [at, one] of story.pictures.entries()) row(`Picture ${at + 1}`, pictureOf(one))
  for (const { role, people } of story.credits) row('Credit', `${role}: ${people.map(({ name }) => name).join(', ')}`)
  for (const text of notes.public) row('Note', text)
  for (const text of [...notes.desk, ...story.contact]) row('Desk only', text)
  for (const one of story.corrections) row('Correction', correctionOf(one))
  for (const { number, what, by, at, overrides } of versions)
    row(
      'Version',
      `${number} ${what} by ${by}, ${clock(at)}${overrides.map(({ rule, reason }) => `; overrides ${rule}: ${reason}`).join('')}`,
    )
  return `${out.join('\n').trimEnd()}\n`
}

function copyOf(block: Block): string[] {
  if (block.is === 'picture') return [...wrap(pictureOf(block.picture), 'Picture'), '']
  const lines = linesOf(block).flatMap((line) =>
    wrap(block.is === 'subhead' ? line.toUpperCase() : block.is === 'list' ? `• ${line}` : line, ''),
  )
  return lines.length ? [...lines, ''] : []
}

function pictureOf({ image, alt, caption }: Picture): string {
  const { text, place, date, credit } = caption
  const facts = [
    place && `place ${place}`,
    date && `date ${date}`,
    `credit ${(credit && creditLine(credit)) || 'none'}`,
    `alt ${alt ? `“${alt}”` : 'none'}`,
    image ? `${image.width} × ${image.height}` : 'no file yet, only its caption',
  ]
  return `${text || '(no caption)'} [${facts.filter(Boolean).join('; ')}]`
}

function correctionOf({ wrong, right, where, version, at, by, grave }: Correction): string {
  return `“${wrong}” is “${right}”${where ? ` (${where})` : ''}${grave ? ', grave' : ''}: version ${version}, ${clock(at)} by ${by}`
}

function workOf(work: Work): string {
  switch (work.is) {
    case 'none':
      return 'nobody works on it'
    case 'filed':
      return `filed by ${work.by}${work.desk ? `, for the desk ${work.desk}` : ''}`
    case 'claimed':
      return `claimed by ${work.by} since ${clock(work.since)}`
    case 'ready':
      return `ready, says ${work.by}`
    case 'held':
      return `held by ${work.by} until ${clock(work.until)}`
    default:
      return work satisfies never
  }
}

function publicationOf(publication: Publication, address: string): string {
  switch (publication.is) {
    case 'never':
      return 'not yet'
    case 'published':
      return `version ${publication.version} since ${clock(publication.at)} by ${publication.by}: ${address}`
    case 'killed':
      return `killed ${clock(publication.at)} by ${publication.by}: ${publication.notice}`
    default:
      return publication satisfies never
  }
}

function clock({ local, zone }: Moment): string {
  return `${local.slice(0, 16).replace('T', ' ')} ${zone}`
}
