import { locate } from '../../places/locate.ts'
import { slugOf } from '../../story/address.ts'
import type { Block } from '../../story/copy.ts'
import type { Credit } from '../../story/credit.ts'
import type { Dateline } from '../../story/dateline.ts'
import type { Moment } from '../../story/moment.ts'
import type { Caption, Picture } from '../../story/picture.ts'
import { type Draft, emptyDraft } from '../../story/story.ts'
import { directionOf, plain } from '../../story/text.ts'
import { peopleOf } from './credit/people.ts'
import { withoutNumbers } from './credit/reach.ts'
import { lexicon } from './lexicon/lexicon.ts'
import type { CopyBlock, ReadCaption, ReadCredit, ReadPerson, Reading } from './reading.ts'
import { tableOf } from './table.ts'
import { fold } from './text/fold.ts'
import { visible } from './text/hidden.ts'

/**
 * The story a reading makes: a draft that a door can file. Pictures have no bytes yet; contacts and notes go to the desk only. A moment
 * printed without a zone is read in the zone that was handed in with the copy, else in that of the dateline, else in UTC. `raw` is the input, for
 * which a draft without a headline takes its first words.
 */
export function toDraft(reading: Reading, raw: string): Draft {
  const { language } = reading
  const headline = reading.headline ?? ''
  const dateline = reading.dateline && locate(storyDateline(reading))
  const { published, updated } = reading
  const firstWords = raw.slice(0, 400).trim().split(/\s+/u, 8).join(' ')
  return {
    ...emptyDraft(language, directionOf(language)),
    slug: slugOf(headline || reading.body[0]?.split(/\s+/u, 8).join(' ') || firstWords, language),
    headline,
    ...(reading.standfirst ? { standfirst: reading.standfirst } : {}),
    ...(dateline ? { dateline } : {}),
    byline: reading.byline,
    copy: copyOf(reading.blocks, raw),
    pictures: reading.captions.map((caption): Picture => ({ alt: '', caption: captionOf(caption) })),
    credits: [...bylineCredits(reading), ...reading.credits.map(creditOf)],
    sections: reading.section ? [slugOf(reading.section)] : [],
    notes: { public: [], desk: reading.notes },
    contact: reading.contact,
    ...(reading.standards ? { standards: reading.standards } : {}),
    ...(reading.url ? { formerAddresses: pathOf(reading.url) } : {}),
    ...(published || updated
      ? {
          printed: {
            ...(published ? { published: momentOf(published, reading, dateline) } : {}),
            ...(updated ? { updated: momentOf(updated, reading, dateline) } : {}),
          },
        }
      : {}),
    source: {
      provider: reading.dateline?.source ?? reading.source ?? '',
      format: 'copy',
      ...(reading.url ? { address: reading.url } : {}),
      ...(reading.dropped.length ? { lost: reading.dropped.map(({ text, why }) => `${why}: ${text}`) } : {}),
    },
  }
}

/** A caption as stories keep it. */
export function captionOf(caption: ReadCaption): Caption {
  const { date, credit, flags, via, restrictions, event } = caption
  const { agency, photographer } = credit
  const { text, place } = placeApart(caption)
  return {
    text,
    ...(place ? { place } : {}),
    ...(date ? { date } : {}),
    ...(agency || photographer
      ? { credit: { ...(agency ? { agency } : {}), ...(photographer ? { photographer } : {}) } }
      : {}),
    ...(flags?.length ? { flags } : {}),
    ...(via ? { via } : {}),
    ...(restrictions ? { restrictions } : {}),
    ...(event ? { event } : {}),
  }
}

/** `What it shows. Ostra, 23 November 2026.`: a last sentence that is a place and the day is the place, not the text. */
function placeApart({ text, place, date }: ReadCaption): { text: string; place?: string | undefined } {
  const [, says, where, when] =
    /^(.*[.!?…。！？؟]["”»」]?)\s*(\p{L}[^.!?…。,،、]{1,40})[,،、]\s*([^.!?…。]{4,30})[.。]?$/su.exec(text) ?? []
  const [year, , day] = (date ?? '').split('-')
  if (!says || !where || !when || !year || !day) return { text, place }
  const numbers = [...when.matchAll(/\d+/g)].map(Number)
  const isDay = numbers.includes(Number(year)) && numbers.includes(Number(day)) && numbers.length <= 3
  return isDay && where.split(' ').length <= 4 ? { text: says, place: where } : { text, place }
}

function copyOf(blocks: readonly CopyBlock[], raw: string): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.is) {
      case 'paragraph':
        return [{ is: 'paragraph', text: plain(block.text) }]
      case 'subhead':
        return [{ is: 'subhead', level: 2, text: plain(block.text) }]
      case 'quotation':
        return [{ is: 'quotation', paragraphs: [plain(block.text)] }]
      case 'list':
        return [{ is: 'list', ordered: block.ordered, items: block.items.map(plain) }]
      case 'table':
        return [tableOf(visible(raw.slice(block.start, block.end)))]
      case 'caption':
        return []
      default:
        return block satisfies never
    }
  })
}

function storyDateline({ dateline }: Reading): Dateline {
  const { places, date, source, raw } = dateline!
  return { places, ...(date ? { date } : {}), ...(source ? { source } : {}), raw }
}

function creditOf({ role, people }: ReadCredit): Credit {
  return { role, people: people.map(personOf) }
}

function personOf({ name, place, org, kind }: ReadPerson): Credit['people'][number] {
  return { name, ...(place ? { place } : {}), ...(org ? { organisation: org } : {}), ...(kind ? { kind } : {}) }
}

/** The people of the byline, unless the credits name them for it already. */
function bylineCredits({ byline, credits, language }: Reading): Credit[] {
  if (!byline.length || credits.some(({ role }) => role === 'byline')) return []
  const words = lexicon(language)
  const people = byline.flatMap((line) => {
    const lead = words.bylineLead.exec(fold(line))
    return lead ? withoutNumbers(peopleOf(line.slice(lead[0].length), words)) : []
  })
  return people.length ? [{ role: 'byline', people: people.map(personOf) }] : []
}

function momentOf(iso: string, { zone }: Reading, dateline: Dateline | undefined): Moment {
  const offset = /(?:T.*)([+-]\d{2}:\d{2})$/.exec(iso)?.[1]
  if (offset) return { local: iso, zone: offset, zoneFrom: 'printed' }
  if (zone) return { local: iso, zone, zoneFrom: 'house' }
  const known = dateline?.places.find((place) => place.zone)?.zone
  return known ? { local: iso, zone: known, zoneFrom: 'dateline' } : { local: iso, zone: 'UTC', zoneFrom: 'house' }
}

function pathOf(url: string): string[] {
  try {
    const { pathname, search } = new URL(url)
    return pathname.length > 1 ? [pathname + search] : []
  } catch {
    return []
  }
}
