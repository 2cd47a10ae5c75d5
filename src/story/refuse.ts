import { type Block, copyLines } from './copy.ts'
import { isMoment, isZone } from './moment.ts'
import { anchorShape, everyLine, mostEntries, type Running } from './running.ts'
import { type Problem, problem } from './problem.ts'
import { type Draft } from './story.ts'
import { type Run, isSafeLink } from './text.ts'

/** What cannot be published, whatever the house's rules say: each problem names the field and how it is wrong. */
export function refuse(story: Draft): Problem[] {
  return [
    ...(story.slug ? slugShape(story.slug) : [problem('story.slug.missing', 'slug')]),
    ...(story.headline.trim() ? [] : [problem('story.headline.missing', 'headline')]),
    ...(story.urgency === flash || everyLine(story).some((line) => line.trim())
      ? []
      : [problem('story.copy.empty', 'copy')]),
    ...(languageShape.test(story.language)
      ? []
      : [problem('story.language.unknown', 'language', { language: story.language })]),
    ...(Number.isInteger(story.urgency) && story.urgency >= 1 && story.urgency <= 9
      ? []
      : [problem('story.urgency.range', 'urgency', { urgency: String(story.urgency) })]),
    ...(story.embargo && !isMoment(story.embargo.until)
      ? [problem('story.moment.shape', 'embargo.until', { moment: story.embargo.until.local })]
      : []),
    ...(story.dateline?.places ?? []).flatMap((place, at) =>
      place.zone && !isZone(place.zone)
        ? [problem('story.zone.unknown', `dateline.places[${at}].zone`, { zone: place.zone })]
        : [],
    ),
    ...story.copy.flatMap((block, at) => links(block, `copy[${at}]`)),
    ...(story.running ? entryProblems(story.running) : []),
  ]
}

/** A flash is a headline alone; its copy follows as an update. */
const flash = 1

const languageShape = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

function slugShape(slug: string): Problem[] {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(slug) && slug.length <= 120
    ? []
    : [problem('story.slug.shape', 'slug', { slug })]
}

function entryProblems({ entries }: Running): Problem[] {
  const anchors = new Set(entries.map(({ anchor }) => anchor))
  return [
    ...(entries.length > mostEntries
      ? [problem('running.full', 'running.entries', { limit: String(mostEntries) })]
      : []),
    ...(anchors.size < entries.length || [...anchors].some((anchor) => !anchorShape.test(anchor))
      ? [problem('running.anchor-twice', 'running.entries')]
      : []),
    ...entries.flatMap(({ at, headline = '', copy }, index) => {
      const path = `running.entries[${index}]`
      return [
        ...([headline, ...copyLines(copy)].some((line) => line.trim()) ? [] : [problem('running.entry-empty', path)]),
        ...(isMoment(at) ? [] : [problem('story.moment.shape', `${path}.at`, { moment: at.local })]),
        ...copy.flatMap((block, line) => links(block, `${path}.copy[${line}]`)),
      ]
    }),
  ]
}

function links(block: Block, path: string): Problem[] {
  return runsOf(block).flatMap((run) =>
    (run.marks ?? []).flatMap((mark) =>
      mark.is === 'link' && !isSafeLink(mark.href)
        ? [problem('story.link.scheme', `${path}.href`, { href: mark.href })]
        : [],
    ),
  )
}

function runsOf(block: Block): readonly Run[] {
  switch (block.is) {
    case 'paragraph':
    case 'subhead':
      return block.text
    case 'quotation':
      return [...block.paragraphs.flat(), ...(block.speaker ?? [])]
    case 'list':
      return block.items.flat()
    case 'table':
      return [...(block.caption ?? []), ...[...block.head, ...block.rows, ...block.foot].flat(2)]
    case 'embed':
      return [{ text: block.title, marks: [{ is: 'link', href: block.address }] }]
    default:
      return []
  }
}
